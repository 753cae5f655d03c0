"""The up-to-date record: nothing is done where nothing can have changed, and every change is noticed."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from site_gen.build import BuildOptions, build
from tests.support import tree, write

POST = "---\ntitle: {title}\ndate: {date}\ntags: [a]\n---\n\nWords.\n"
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
TOKYO = timezone(timedelta(hours=9))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(
        tmp_path,
        {
            "site.yaml": "title: T\n",
            "content/posts/2026-01-01-a.md": POST.format(title="A", date="2026-01-01"),
            "content/posts/2026-06-01-b.md": POST.format(title="B", date="2026-06-01"),
            "static/robots-extra.txt": "x",
        },
    )
    time.sleep(0.05)  # old enough for their stamps to prove something
    assert not recalled(tmp_path)
    assert recalled(tmp_path)
    return tmp_path


def recalled(root: Path, as_of: datetime = NOON, drafts: bool = False) -> bool:
    """Build; whether the record saved the work."""
    return "make" not in build(root, BuildOptions(as_of=as_of, drafts=drafts)).seconds


def edit(path: str) -> Callable[[Path], object]:
    return lambda root: (root / path).write_text((root / path).read_text() + "\n\nMore.\n")


def empty(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.unlink()


CHANGES: dict[str, Callable[[Path], object]] = {
    "a post edited": edit("content/posts/2026-01-01-a.md"),
    "a post added": lambda root: write(root, {"content/posts/c.md": POST.format(title="C", date="2026-02-02")}),
    "a post removed": lambda root: (root / "content/posts/2026-01-01-a.md").unlink(),
    "a post touched": lambda root: os.utime(root / "content/posts/2026-01-01-a.md"),
    "settings": lambda root: (root / "site.yaml").write_text("title: U\n"),
    "static file": edit("static/robots-extra.txt"),
    "a page written": lambda root: write(root, {"content/pages/about.md": "---\ntitle: About\n---\n"}),
    "a template of the site": lambda root: write(root, {"templates/404.html": "gone"}),
    "output edited": lambda root: (root / "output/index.html").write_text("x"),
    "output removed": lambda root: (root / "output/index.html").unlink(),
    "output emptied": lambda root: empty(root / "output"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_changes_is_noticed(root: Path, change: Callable[[Path], object]) -> None:
    change(root)
    assert not recalled(root)
    clean = root.parent / "clean"
    build(root, BuildOptions(as_of=NOON, clean=True, output=str(clean), state=".state2"))
    assert tree(root / "output") == tree(clean)


def test_a_post_that_comes_due_is_seen(root: Path) -> None:
    assert not recalled(root, datetime(2026, 6, 1, tzinfo=UTC))
    assert (root / "output/2026/06/b/index.html").is_file()


def test_time_that_passes_without_a_post_coming_due_changes_nothing(root: Path) -> None:
    assert recalled(root, datetime(2026, 5, 31, 23, 59, 59, tzinfo=UTC))


def test_a_post_that_is_news_no_more_is_seen(root: Path) -> None:
    due, old = datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 6, 3, tzinfo=UTC)
    assert not recalled(root, due)
    assert recalled(root, old - timedelta(seconds=1))
    news = (root / "output/news-sitemap.xml").read_text()
    assert "<news:title>B</news:title>" in news
    assert not recalled(root, old)
    assert "<news:" not in (root / "output/news-sitemap.xml").read_text()
    clean = root.parent / "clean"
    build(root, BuildOptions(as_of=old, clean=True, output=str(clean), state=".state2"))
    assert tree(root / "output") == tree(clean)


def test_a_time_before_that_of_the_record_is_built(root: Path) -> None:
    assert not recalled(root, datetime(2026, 4, 1, tzinfo=UTC))


@pytest.mark.parametrize("later", [datetime(2026, 7, 1, 12, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=TOKYO)])
def test_an_address_that_is_lost_from_the_day_it_was_published_is_said_then(root: Path, later: datetime) -> None:
    write(root, {"addresses.lock": "/gone/\tpage\t-\t2026-06-01\n"})
    (root / "content/posts/2026-06-01-b.md").unlink()  # or the site changes with it
    time.sleep(0.05)
    assert not recalled(root)
    assert recalled(root, NOON + timedelta(days=1))
    said = build(root, BuildOptions(as_of=later)).notices
    assert [notice.path for notice in said] == ["addresses.lock"]
    assert said == build(root, BuildOptions(as_of=later, clean=True, state=".state2")).notices


def test_another_question_has_another_answer(root: Path) -> None:
    assert not recalled(root, drafts=True)


def test_other_bytes_of_the_same_size_under_the_same_time_are_seen(root: Path) -> None:
    path = root / "static/robots-extra.txt"
    before = path.stat()
    path.write_text("y")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not recalled(root)
    assert (root / "output/robots-extra.txt").read_text() == "y"


def test_a_file_of_this_very_moment_proves_nothing(root: Path) -> None:
    (root / "content/posts/2026-01-01-a.md").write_text(POST.format(title="A2", date="2026-01-01"))
    stamp = time.time_ns()
    os.utime(root / "content/posts/2026-01-01-a.md", ns=(stamp + 10**9, stamp + 10**9))
    assert not recalled(root)
    assert not recalled(root)


def test_a_record_that_cannot_be_read_is_none(root: Path) -> None:
    for path in (root / ".site_gen").glob("*.receipt"):
        path.write_bytes(path.read_bytes()[:-5])
    assert not recalled(root)
    assert recalled(root)
