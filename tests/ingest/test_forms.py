"""Seeds that are not plain text, from file to post."""

from pathlib import Path

from tests.ingest.test_ingest import article, locked, take_in
from tests.support import write

MARKDOWN = """---
title: Ruritania orders ten frigates
date: 2025-03-04
tags: [Navy]
layout: post
---

STRELSAU, March 4 (Reuters) - The **Ruritanian navy** ordered ten frigates from [Example Yards](https://example.org/y).

The ships will be delivered from 2030.[^1]

- ten hulls
  - of steel

[^1]: Said the ministry.
"""


def post(root: Path, seed: str) -> str:
    return (root / locked(root).seeds[seed].post).read_text()


def test_markdown_stays_markdown_and_what_it_says_about_itself_is_taken(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": "title: T\n", "seeds/a.md": MARKDOWN})
    done = take_in(tmp_path)
    assert (done.problems, done.notices, len(done.new)) == ((), (), 1)
    matter, _, body = post(tmp_path, "seeds/a.md").partition("\n---\n\n")
    assert body == (
        "The **Ruritanian navy** ordered ten frigates from [Example Yards](https://example.org/y).\n\n"
        "The ships will be delivered from 2030.[^1]\n\n- ten hulls\n  - of steel\n\n[^1]: Said the ministry.\n"
    )
    for line in ("title: Ruritania orders ten frigates", "date: 2025-03-04", "tags: [Navy]", "dateline: Strelsau"):
        assert f"\n{line}\n" in matter
    assert take_in(tmp_path).kept == 1


def test_a_problem_in_one_file_keeps_no_other_from_being_ingested(tmp_path: Path) -> None:
    bad = MARKDOWN.replace("2025-03-04", "soon")
    write(tmp_path, {"site.yaml": "title: T\n", "seeds/bad.md": bad, "seeds/a.md": MARKDOWN, "seeds/b.txt": article(1)})
    for new in (2, 0):
        done = take_in(tmp_path)
        assert len(done.new) == new
        assert [f"{one.path}:{one.line}:{one.column}" for one in done.problems] == ["seeds/bad.md:3:1"]
    write(tmp_path, {"seeds/bad.md": bad.replace("soon", "2025-03-05").replace("ten", "six").replace("The", "These")})
    done = take_in(tmp_path)
    assert (done.problems, done.kept + len(done.new) + len(done.duplicates)) == ((), 3)


def test_a_draft_stays_one_until_its_seed_says_otherwise(tmp_path: Path) -> None:
    draft = MARKDOWN.replace("layout: post", "draft: true")
    write(tmp_path, {"site.yaml": "title: T\n", "seeds/a.md": draft})
    take_in(tmp_path)
    assert "\ndraft: true\n" in post(tmp_path, "seeds/a.md")
    assert not locked(tmp_path).seeds["seeds/a.md"].held
    write(tmp_path, {"seeds/a.md": draft.replace("2030", "2031")})
    take_in(tmp_path)
    assert "\ndraft: true\n" in post(tmp_path, "seeds/a.md")
    write(tmp_path, {"seeds/a.md": MARKDOWN})
    take_in(tmp_path)
    assert "draft" not in post(tmp_path, "seeds/a.md")


def test_the_same_story_as_markdown_and_as_text_is_one_post(tmp_path: Path) -> None:
    words = article(4).splitlines()
    marked = "\n\n".join(f"**{line[:9]}**{line[9:]}" for line in words)
    write(tmp_path, {"site.yaml": "title: T\n", "seeds/a.md": marked, "seeds/b.txt": "\n".join(words)})
    done = take_in(tmp_path)
    assert [(one.seed, one.of) for one in done.duplicates] == [("seeds/b.txt", "seeds/a.md")]


def test_a_sidecar_wins_and_a_readme_is_no_seed(tmp_path: Path) -> None:
    files = {"seeds/a.md": MARKDOWN, "seeds/a.yaml": "title: Another\n", "seeds/README.md": MARKDOWN}
    write(tmp_path, {"site.yaml": "title: T\n", **files})
    done = take_in(tmp_path)
    assert list(done.made) == ["seeds/a.md"]
    assert "title: Another\n" in post(tmp_path, "seeds/a.md")
    write(tmp_path, {"seeds/a.yaml": "title: A third\n"})
    assert take_in(tmp_path).changed
    assert "title: A third\n" in post(tmp_path, "seeds/a.md")


def test_a_plain_text_that_is_too_large_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": "title: T\n", "seeds/a.txt": article(1)})
    with (tmp_path / "seeds/large.txt").open("wb") as file:
        file.truncate(500_000_000)
    done = take_in(tmp_path)
    assert len(done.new) == 1
    assert [one.what for one in done.problems] == ["This file has 500 MB; at most 32 MB are read."]


def entry(number: int, words: str = "") -> str:
    text = (words or article(number)).replace("\n", "<br><br>")
    return (
        f"<item><title>Story {number}</title><guid>https://post.example/story-{number}</guid>"
        f"<pubDate>Tue, 0{number} Mar 2025 09:30:00 GMT</pubDate><description><![CDATA[{text}]]></description></item>"
    )


def feed(*entries: str) -> str:
    return f'<rss version="2.0"><channel><title>The Post</title>{"".join(entries)}</channel></rss>'


def test_each_entry_of_a_feed_is_a_seed_and_later_only_new_ones_are_added(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": "title: T\n", "seeds/feed.xml": feed(entry(2), entry(1))})
    first = take_in(tmp_path)
    assert (first.problems, first.notices) == ((), ())
    assert [name.rpartition("-")[0] for name in first.made] == ["seeds/feed.xml#story-1", "seeds/feed.xml#story-2"]
    one = next(name for name in first.made if "story-1" in name)
    assert f'\nseed: "{one}"\n' in post(tmp_path, one).replace(f"seed: {one}\n", f'seed: "{one}"\n')
    edited = tmp_path / first.made[one]
    edited.write_text(edited.read_text() + "\nThe desk added this.\n")
    write(tmp_path, {"seeds/feed.xml": feed(entry(3), entry(2))})  # the first fell out of the feed
    second = take_in(tmp_path)
    assert [name.rpartition("-")[0] for name in second.made] == ["seeds/feed.xml#story-3"]
    assert (second.notices, second.kept) == ((), 1)
    assert len(list((tmp_path / "content/posts").iterdir())) == 3
    assert edited.read_text().endswith("The desk added this.\n")


def test_an_entry_that_changed_is_asked_about_by_its_own_name(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": "title: T\n", "seeds/feed.xml": feed(entry(2), entry(1))})
    made = take_in(tmp_path).made
    for path in made.values():
        (tmp_path / path).write_text((tmp_path / path).read_text() + "\nEdited.\n")
    write(tmp_path, {"seeds/feed.xml": feed(entry(2, article(8)), entry(1, article(9)))})
    notices = take_in(tmp_path).notices
    assert sorted(notice.path for notice in notices) == sorted(made)
    first = min(made)
    assert f"site-gen ingest --take {first} " in min(notices).hint
    done = take_in(tmp_path, first, take=True)
    assert (done.changed, done.notices) == ((made[first],), ())
    assert [notice.path for notice in take_in(tmp_path).notices] == [max(made)]


def test_a_feed_that_cannot_be_read_keeps_the_posts_of_its_entries(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": "title: T\n", "seeds/feed.rss": feed(entry(1))})
    take_in(tmp_path)
    before = locked(tmp_path)
    write(tmp_path, {"seeds/feed.rss": feed(entry(1))[:-9]})
    done = take_in(tmp_path)
    assert [problem.path for problem in done.problems] == ["seeds/feed.rss"]
    assert locked(tmp_path) == before


def test_files_whose_names_may_mean_anything_are_read_if_they_begin_as_a_form_does(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><title>Guns moved</title><p>{article(5)}</p>"
    files: dict[str, str | bytes] = {
        "seeds/feed.xml": feed(entry(1)),
        "seeds/map.xml": "<kml/>",
        "seeds/data.json": '{"a": 1}',
        "seeds/page": page,
        "seeds/notes": "words",
    }
    write(tmp_path, {"site.yaml": "title: T\n", **files})
    done = take_in(tmp_path)
    assert [name.partition("#")[0] for name in done.made] == ["seeds/feed.xml", "seeds/page"]
    assert [one.path for one in done.ignored] == ["seeds/data.json", "seeds/map.xml", "seeds/notes"]
    assert done.problems == ()


def test_the_folder_of_a_saved_page_belongs_to_it(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><title>Guns moved</title><p>{article(5)}</p>"
    inside = ("a.html", "logo.png", "deep/b.md", "c.txt")
    files = {f"seeds/Guns moved_files/{name}": page for name in inside}
    write(tmp_path, {"site.yaml": "title: T\n", "seeds/Guns moved.html": page, "seeds/lone_files/d.png": "d", **files})
    done = take_in(tmp_path)
    assert list(done.made) == ["seeds/Guns moved.html"]
    assert [one.path for one in done.ignored] == ["seeds/lone_files/d.png"]


def test_a_page_and_its_text_are_one_story(tmp_path: Path) -> None:
    words = article(6).splitlines()
    page = f"<!DOCTYPE html><title>Guns moved</title>{''.join(f'<p>{line}</p>' for line in words)}"
    write(tmp_path, {"site.yaml": "title: T\n", "seeds/a.html": page, "seeds/b.txt": "\n\n".join(words)})
    assert [(one.seed, one.of) for one in take_in(tmp_path).duplicates] == [("seeds/b.txt", "seeds/a.html")]
