import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_gen.model.problem import Problem
from site_gen.preview.hub import Hub
from site_gen.preview.preview_site import PreviewSite
from site_gen.preview.rebuild_loop import RebuildLoop
from site_gen.preview.watch import Watcher
from tests.edited_site import Newsroom
from tests.support import post, write


def test_no_error_ends_the_thread_that_hears_of_edits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Newsroom(tmp_path / "site").root
    preview_site = PreviewSite(root, "127.0.0.1:8000", lambda: datetime.now(UTC))
    preview_site.refresh(None)
    reports: list[tuple[Problem, ...]] = []
    errors = [ZeroDivisionError("division by zero"), PermissionError(13, "Permission denied"), RuntimeError("again")]
    unread = preview_site.unread

    def failing(touched: frozenset[str] | None) -> frozenset[str] | None:
        if errors:
            raise errors.pop()
        return unread(touched)

    monkeypatch.setattr(preview_site, "unread", failing)
    monkeypatch.setattr(preview_site, "warm", failing.__get__(frozenset()))
    loop = RebuildLoop(preview_site, Watcher(root), Hub(), reports.append, navigate=False)
    loop.start()
    try:
        end = time.monotonic() + 20
        number = 0
        while errors and time.monotonic() < end:
            number += 1
            write(root, {"content/posts/fresh.md": post(f"Fresh {number}", "2026-02-28")})
            time.sleep(0.1)
        write(root, {"content/posts/fresh.md": post("Fresh at last", "2026-02-28")})
        while not _shows(preview_site, "Fresh at last") and time.monotonic() < end:
            time.sleep(0.05)
        assert _shows(preview_site, "Fresh at last")
        messages = [problem.what for problems in reports for problem in problems]
        assert any("Internal error in site-gen: ZeroDivisionError: division by zero" in what for what in messages)
        assert preview_site.problems == ()
    finally:
        loop.stop()


def _shows(preview_site: PreviewSite, title: str) -> bool:
    return title.encode() in preview_site.show("index.html").data
