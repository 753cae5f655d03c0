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
