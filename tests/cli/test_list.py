"""`site-gen list`."""

from pathlib import Path

import pytest

from tests.support import post, run, run_json, write


@pytest.fixture
def states(site: Path) -> Path:
    return write(site, {"content/posts/2026-03-01-later.md": post("Later", "2999-01-01T12:00:00+00:00")})


LISTED = [
    ((), ["Later", "Gone", "A draft", "One"]),
    (("--drafts",), ["A draft"]),
    (("--scheduled",), ["Later"]),
    (("--expired",), ["Gone"]),
    (("--drafts", "--expired"), ["Gone", "A draft"]),
]


@pytest.mark.parametrize(("options", "titles"), LISTED)
def test_posts_newest_first_by_state(options: tuple[str, ...], titles: list[str], states: Path) -> None:
    said = run_json("list", *options, root=states)
    assert [row["title"] for row in said["posts"]] == titles


def test_each_row_has_state_address_and_file(states: Path) -> None:
    rows = {row["title"]: row for row in run_json("list", root=states)["posts"]}
    assert {title: row["state"] for title, row in rows.items()} == {
        "One": "published",
        "A draft": "draft",
        "Gone": "expired",
        "Later": "scheduled",
    }
    assert (rows["One"]["path"], rows["One"]["url"]) == ("content/posts/2026-01-05-one.md", "/2026/01/one/")
    assert rows["Later"]["until"] == "2999-01-01T12:00:00Z"
    done = run("list", root=states)
    assert "2999-01-01 12:00  scheduled  Later (due 2999-01-01 12:00, in " in done.stdout
    assert "2026-01-05 09:00  published  One\n" in done.stdout
    assert "content/posts/2026-01-05-one.md" in done.stdout


def test_a_post_without_a_time_is_listed_with_its_day(states: Path) -> None:
    write(states, {"content/posts/day.md": post("A day", "2026-01-04")})
    assert "2026-01-04        published  A day\n" in run("list", root=states).stdout


def test_nothing_to_list_is_said(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": ""})
    assert run("list", root=tmp_path).stdout.startswith("No posts yet.")
    assert run("list", "--drafts", root=tmp_path).stdout == "No such posts.\n"
    assert run_json("list", root=tmp_path) == {"posts": []}


def test_what_is_not_translated_is_listed_with_the_languages_it_lacks(site: Path) -> None:
    write(
        site,
        {
            "site.yaml": "languages: [uk, ar]\n",
            "content/posts/2026-01-05-one.uk.md": post("Один"),
            "content/pages/about.md": "---\ntitle: About\ndraft: true\n---\nUs.\n",
        },
    )
    rows = run_json("list", "--untranslated", root=site)["untranslated"]
    assert [(row["title"], row["languages"], row["missing"]) for row in rows if row["title"] in ("One", "About")] == [
        ("One", ["en", "uk"], ["ar"]),
        ("About", ["en"], ["uk", "ar"]),
    ]
    said = run("list", "--untranslated", root=site).stdout
    assert "ar                One\n                  content/posts/2026-01-05-one.md\n" in said
    assert "uk, ar            About (a draft)\n" in said


def test_a_site_in_one_language_has_nothing_to_translate(site: Path) -> None:
    done = run("list", "--untranslated", root=site)
    assert done.stdout == "The site has one language, 'en'. Name others below 'languages:' in site.yaml.\n"
