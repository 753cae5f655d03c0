from pathlib import Path

import pytest

from site_gen.serving.watch import Watcher, is_source
from tests.support import write


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("content/posts/a.md", True),
        ("site.yaml", True),
        ("seeds/a.txt", True),
        ("static/.well-known/x", True),
        ("templates", True),
        ("output/index.html", False),
        (".site_gen/lock", False),
        (".git/index", False),
        ("content/posts/a.md~", False),
        ("content/posts/.a.md.swp", False),
        ("content/posts/.site_gen-0123", False),
        ("seeds.lock", True),  # what is unsure is marked
    ],
)
def test_what_the_site_is_made_from(name: str, ours: bool) -> None:
    assert is_source(name) is ours


@pytest.mark.parametrize("poll", [False, True], ids=["told", "looked for"])
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
