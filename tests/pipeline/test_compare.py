"""Which pages a build renders again: where only texts changed, those that show one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from site_gen.build import BuildOptions, Built, build
from tests.support import post, tree, write

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
FILES = {
    "site.yaml": "title: T\n",
    "content/posts/a.md": post("A", summary="Briefly put."),
    "content/posts/b.md": post("B", "2026-06-01"),
    "content/pages/about.md": "---\ntitle: About\n---\nWho.\n",
    "content/tags/x.md": "---\n---\n",
}


def once(root: Path, as_of: datetime = NOON) -> Built:
    return build(root, BuildOptions(as_of=as_of))


def made(built: Built) -> list[str]:
    return sorted(change.page.path for change in built.changes)


A_TEXT = {"content/posts/a.md": post("A", summary="Briefly put.", body="Another text.\n")}
FEEDS = ["atom.xml", "feed.json", "feed.xml"]


def test_a_text_has_its_page_and_the_feeds_rendered_again(tmp_path: Path) -> None:
    once(write(tmp_path, FILES))
    write(tmp_path, A_TEXT)
    again = once(tmp_path)
    assert made(again) == ["2026/01/a/index.html", *FEEDS]
    assert {reason for change in again.changes for reason in change.reasons} == {
        "its text changed",
        "a post in the feed changed",
    }


def test_a_text_that_begins_to_say_what_the_summary_says_takes_the_deck_away(tmp_path: Path) -> None:
    once(write(tmp_path, FILES))
    write(tmp_path, {"content/posts/a.md": post("A", summary="Briefly put.", body="It was briefly put.\n")})
    again = once(tmp_path)
    (change,) = [one for one in again.changes if one.page.path == "2026/01/a/index.html"]
    assert "its summary changed, or what its text begins with" in change.reasons


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
    once(root)
    write(root, edit)
    once(root)
    clean = build(root, BuildOptions(as_of=NOON, output=str(tmp_path / "clean"), state=str(tmp_path / "state")))
    assert clean.pages
    assert tree(root / "output") == tree(tmp_path / "clean")


def test_a_post_that_comes_due_is_seen(tmp_path: Path) -> None:
    once(write(tmp_path, FILES))
    assert "2026/06/b/index.html" in made(once(tmp_path, NOON + timedelta(days=60)))


def test_a_value_of_a_theme_that_only_equals_what_it_was_is_shown_as_it_is_now(tmp_path: Path) -> None:
    template = {"themes/mine/templates/post.html": "{{ extra.n }}", "themes/mine/theme.yaml": "parent: broadsheet\n"}
    root = write(tmp_path, {"site.yaml": "title: T\ntheme: mine\n", **template})
    for value, shown in ((1, b"1"), (True, b"True"), (1.0, b"1.0")):
        once(write(root, {"content/posts/a.md": post("A", summary="Briefly put.", extra={"n": value})}))
        assert tree(root / "output")["2026/01/a/index.html"] == shown
