import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_gen.model.problem import Problem
from site_gen.preview.hub import Hub
from site_gen.preview.preview_site import Studio
from site_gen.preview.rebuild_loop import Newsdesk
from site_gen.preview.watch import Watcher
from tests.edited_site import Newsroom
from tests.support import post, write


def test_no_error_ends_the_thread_that_hears_of_edits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Newsroom(tmp_path / "site").root
    studio = Studio(root, "127.0.0.1:8000", lambda: datetime.now(UTC))
    studio.renew(None)
    told: list[tuple[Problem, ...]] = []
    errors = [ZeroDivisionError("division by zero"), PermissionError(13, "Permission denied"), RuntimeError("again")]
    unseen = studio.unseen

    def failing(touched: frozenset[str] | None) -> frozenset[str] | None:
        if errors:
            raise errors.pop()
        return unseen(touched)

    monkeypatch.setattr(studio, "unseen", failing)
    monkeypatch.setattr(studio, "warm", failing.__get__(frozenset()))
    desk = Newsdesk(studio, Watcher(root), Hub(), told.append, navigate=False)
    desk.start()
    try:
        end = time.monotonic() + 20
        number = 0
        while errors and time.monotonic() < end:
            number += 1
            write(root, {"content/posts/fresh.md": post(f"Fresh {number}", "2026-02-28")})
            time.sleep(0.1)
        write(root, {"content/posts/fresh.md": post("Fresh at last", "2026-02-28")})
        while not _shows(studio, "Fresh at last") and time.monotonic() < end:
            time.sleep(0.05)
        assert _shows(studio, "Fresh at last")
        said = [problem.what for problems in told for problem in problems]
        assert any("Internal error in site-gen: ZeroDivisionError: division by zero" in what for what in said)
        assert studio.problems == ()
    finally:
        desk.stop()


def _shows(studio: Studio, title: str) -> bool:
    return title.encode() in studio.show("index.html").data
