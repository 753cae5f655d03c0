import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen.preview import heartbeat, watch
from site_gen.preview.source_files import Stamps, stamps_unless
from site_gen.preview.watch import Watcher
from tests.support import write


@pytest.mark.parametrize("poll", [False, True], ids=["reported", "polled"])
def test_edits_are_told_by_name(tmp_path: Path, poll: bool) -> None:
    write(tmp_path, {"content/posts/a.md": "one", "content/posts/b.md": "one", "output/x": ""})
    watcher = Watcher(tmp_path, poll)
    try:
        write(tmp_path, {"output/x": "not ours", "content/posts/a.md": "two, and longer"})
        write(tmp_path, {"content/posts/.b.tmp": "saved as editors do"})
        (tmp_path / "content/posts/.b.tmp").replace(tmp_path / "content/posts/b.md")
        seen: set[str] = set()
        for _ in range(10):
            touched = watcher.batch(1.0)
            if touched is None:  # a folder was touched: anything may have been
                return
            seen |= touched if isinstance(touched, frozenset) else set()
            if seen >= {"content/posts/a.md", "content/posts/b.md"}:
                break
        assert seen == {"content/posts/a.md", "content/posts/b.md"}
    finally:
        watcher.stop()


def test_a_room_that_comes_later_is_watched(tmp_path: Path) -> None:
    watcher = Watcher(tmp_path)
    try:
        write(tmp_path, {"seeds/first.txt": "1"})
        assert watcher.batch(2.0) is None
        while watcher.batch(0.2) is not False:
            pass
        write(tmp_path, {"seeds/second.txt": "2"})
        assert watcher.batch(2.0) == frozenset({"seeds/second.txt"})
    finally:
        watcher.stop()


def wait_for(watcher: Watcher, name: str, seconds: float = 20) -> None:
    """Wait until an edit is reported, by name or as a change of anything."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        touched = watcher.batch(0.1)
        if touched is None or (isinstance(touched, frozenset) and name in touched):
            return
    raise AssertionError(f"{name} was never reported")


def test_a_removed_room_is_watched_again_when_it_is_back(tmp_path: Path) -> None:
    write(tmp_path, {"content/posts/a.md": "1"})
    watcher = Watcher(tmp_path)
    try:
        for _ in range(5):
            shutil.rmtree(tmp_path / "content")
            write(tmp_path, {"content/posts/a.md": "1"})
            while watcher.batch(0.2) is not False:
                pass
            write(tmp_path, {"content/posts/a.md": "2"})
            assert watcher.batch(5.0) == frozenset({"content/posts/a.md"})
    finally:
        watcher.stop()


def test_what_the_system_does_not_report_is_found_and_in_the_end_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The target of a link is in no folder that is watched, as files on a network drive are not."""
    monkeypatch.setattr(watch, "_CHECK", 0.2)
    write(tmp_path, {"texts/a.md": "1", "content/posts/b.md": "1"})
    (tmp_path / "content/posts/a.md").symlink_to("../../texts/a.md")
    messages: list[str] = []
    watcher = Watcher(tmp_path, notify=messages.append)
    try:
        for number in range(4):
            write(tmp_path, {"texts/a.md": f"number {number}" * (number + 1)})
            wait_for(watcher, "content/posts/a.md")
            end = time.monotonic() + 10
            while len(messages) < min(number + 1, 2) and time.monotonic() < end:
                watcher.batch(0.1)
        assert watcher.polling
        assert ["content/posts/a.md" in text for text in messages] == [True, True]
        assert "watched again" in messages[0] and "--poll" in messages[1]
    finally:
        watcher.stop()


def test_a_watcher_that_has_died_is_noticed_without_an_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "_CHECK", 0.1)
    monkeypatch.setattr(heartbeat, "_PATIENCE", 1.0)
    write(tmp_path, {"content/posts/a.md": "1"})
    messages: list[str] = []
    watcher = Watcher(tmp_path, notify=messages.append)
    try:
        for _ in range(20):
            watcher.batch(0.1)
        assert messages == []  # the heartbeat was reported, again and again
        assert watcher._listener is not None
        watcher._listener.stop()
        end = time.monotonic() + 10
        while not messages and time.monotonic() < end:
            watcher.batch(0.1)
        assert len(messages) == 1 and "watched again" in messages[0]
        write(tmp_path, {"content/posts/a.md": "2"})
        wait_for(watcher, "content/posts/a.md")
        assert not watcher.polling
    finally:
        watcher.stop()


def test_an_edit_does_not_wait_for_a_check_of_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"content/posts/a.md": "1"})
    watcher = Watcher(tmp_path)
    try:
        before = watcher._stamps
        looks = []

        def reported_meanwhile(root: Path, is_stopped: Callable[[], bool]) -> Stamps | None:
            looks.append(is_stopped())
            watcher.report(frozenset({"content/posts/a.md"}))
            return stamps_unless(root, is_stopped)

        monkeypatch.setattr(watch, "stamps_unless", reported_meanwhile)
        watcher._next_check = 0.0
        assert watcher.batch(5.0) == frozenset({"content/posts/a.md"})
        assert looks == [False] and watcher._stamps is before
        assert watcher._next_check > time.monotonic()
    finally:
        watcher.stop()


def test_a_flood_of_reports_may_be_of_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "_FLOOD", 50)
    write(tmp_path, {"content/posts/a.md": "1"})
    watcher = Watcher(tmp_path)
    try:
        for number in range(100):
            watcher.report(frozenset({f"content/posts/{number}.md"}))
        assert watcher.batch(1.0) is None
    finally:
        watcher.stop()


def test_without_watches_edits_are_looked_for_and_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left() -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watch, "Observer", none_left)
    write(tmp_path, {"content/posts/a.md": "1"})
    messages: list[str] = []
    watcher = Watcher(tmp_path, notify=messages.append)
    write(tmp_path, {"content/posts/a.md": "12"})
    assert watcher.batch(5.0) == frozenset({"content/posts/a.md"})
    assert watcher.polling and "inotify watch limit reached" in messages[0]
