"""What of the last build holds: texts may change, and nothing else."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from site_gen.build import BuildOptions, Built, build
from site_gen.stages.past import Past
from tests.support import post, tree, write

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
FILES = {
    "site.yaml": "title: T\n",
    "content/posts/a.md": post("A", summary="Briefly put."),
    "content/posts/b.md": post("B", "2026-06-01"),
    "content/pages/about.md": "---\ntitle: About\n---\nWho.\n",
    "content/tags/x.md": "---\n---\n",
}


def once(root: Path, known: Past | None = None, as_of: datetime = NOON) -> Built:
    return build(root, BuildOptions(as_of=as_of), known=known)


def made(built: Built) -> list[str]:
    return sorted(change.page.path for change in built.changes)


A_TEXT = {"content/posts/a.md": post("A", summary="Briefly put.", body="Another text.\n")}
FEEDS = ["atom.xml", "feed.json", "feed.xml"]


@pytest.mark.parametrize("lives", [True, False])
def test_a_text_makes_its_page_and_the_feeds_anew(tmp_path: Path, lives: bool) -> None:
    first = once(write(tmp_path, FILES))
    write(tmp_path, A_TEXT)
    again = once(tmp_path, first.past if lives else None)
    assert made(again) == ["2026/01/a/index.html", *FEEDS]
    assert {reason for change in again.changes for reason in change.reasons} == {
        "its text changed",
        "a post in the feed changed",
    }


@pytest.mark.parametrize("lives", [True, False])
def test_a_text_that_begins_to_say_what_the_summary_says_takes_the_deck_away(tmp_path: Path, lives: bool) -> None:
    first = once(write(tmp_path, FILES))
    write(tmp_path, {"content/posts/a.md": post("A", summary="Briefly put.", body="It was briefly put.\n")})
    again = once(tmp_path, first.past if lives else None)
    (change,) = [one for one in again.changes if one.page.path == "2026/01/a/index.html"]
    assert "its summary changed, or what its text begins with" in change.reasons


def test_what_a_process_knows_is_the_values_of_its_last_build(tmp_path: Path) -> None:
    first = once(write(tmp_path, FILES)).past
    write(tmp_path, A_TEXT)
    second = once(tmp_path, first).past
    assert first is not None
    assert second is not None
    assert first.indexed is not None
    assert second.indexed is not None
    assert (
        first.indexed.site.terms is second.indexed.site.terms or first.indexed.site.terms == second.indexed.site.terms
    )
    assert second.indexed.site.neighbours is first.indexed.site.neighbours  # not made anew
    assert once(tmp_path, second).changes == ()


@pytest.mark.parametrize(
    "edit",
    [
        {"content/posts/a.md": post("A2", summary="Briefly put.")},
        {"content/posts/c.md": post("C")},
        {"content/tags/x.md": "---\n---\nA text at last.\n", **A_TEXT},
        {"content/pages/about.md": "---\ntitle: Us\n---\nWho.\n"},
        {"site.yaml": "title: U\n"},
        {"themes/broadsheet/templates/404.html": "gone"},
        {"static/x.txt": "x"},
    ],
)
def test_anything_else_is_seen_too(tmp_path: Path, edit: dict[str, str]) -> None:
    root = write(tmp_path / "site", FILES | {"themes/mine/theme.yaml": "parent: broadsheet\n"})
    edit = {name.replace("themes/broadsheet", "themes/mine"): text for name, text in edit.items()}
    write(root, {"site.yaml": "title: T\ntheme: mine\n"})
    first = once(root)
    write(root, edit)
    once(root, first.past)
    clean = build(root, BuildOptions(as_of=NOON, output=str(tmp_path / "clean"), state=str(tmp_path / "state")))
    assert clean.pages
    assert tree(root / "output") == tree(tmp_path / "clean")


def test_a_post_that_comes_due_is_seen(tmp_path: Path) -> None:
    first = once(write(tmp_path, FILES))
    assert "2026/06/b/index.html" in made(once(tmp_path, first.past, NOON + timedelta(days=60)))


def test_another_process_that_built_since_is_believed(tmp_path: Path) -> None:
    first = once(write(tmp_path, FILES))
    build(tmp_path, BuildOptions(as_of=NOON, future=True))
    again = once(tmp_path, first.past)
    assert again.removed > 0
    assert not (tmp_path / "output/2026/06/b/index.html").exists()


def test_who_has_watched_may_say_what_was_touched(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    time.sleep(0.05)  # old enough for their stamps to prove something
    first = once(tmp_path)
    write(tmp_path, A_TEXT | {"content/posts/b.md": post("B2", "2026-06-01")})

    def again(*paths: str) -> list[str]:
        return made(build(tmp_path, BuildOptions(as_of=NOON), known=first.past, touched=frozenset(paths)))

    assert again() == []
    assert again("content/posts/a.md") == ["2026/01/a/index.html", *FEEDS]


def test_files_that_came_and_went_are_among_those_touched_and_posts_of_seeds_need_not_be(tmp_path: Path) -> None:
    first = once(write(tmp_path, FILES))
    write(tmp_path, {"content/posts/c.md": post("C", summary="c"), "seeds/d.txt": "Date: 2026-01-03\n\nD was here.\n"})
    (tmp_path / "content/posts/a.md").unlink()
    touched = frozenset({"content/posts/c.md", "content/posts/a.md"})
    built = build(tmp_path, BuildOptions(as_of=NOON), known=first.past, touched=touched)
    (seeded,) = built.ingested.new
    assert any(seeded in change.page.source for change in built.changes)
    assert (tmp_path / "output/2026/01/c/index.html").is_file()
    assert not (tmp_path / "output/2026/01/a/index.html").exists()
