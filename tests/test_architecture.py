"""docs/architecture.md leads to files that are there."""

import re

import pytest

from tests.support import ROOT

DOCUMENT = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
WHERE = DOCUMENT.partition("## Where is what?")[2].partition("\n## ")[0]
ROWS = re.findall(r"^\| ([^|]+) \| (.+) \|$", WHERE, re.M)
# What a newcomer asks, and the file where the answer is; each is named in its row.
QUESTIONS = {
    "the order of posts, in all lists": ("indexing/published.py", "def newest_first"),
    "the order of the index of all tags": ("pages/tag_index.py", "sorted("),
    "a feed format": ("pages/feed.py", "FORMATS = {"),
    "a boilerplate rule": ("extract/boilerplate", ""),
    "why a page was rendered again": ("outdated.py", "_PARTS = {"),
    "a front-matter key": ("model/post.py", "class FrontMatter"),
}


def is_there(path: str) -> bool:
    return any((home / path).exists() for home in (ROOT, ROOT / "site_gen", ROOT / "site_gen/images"))


@pytest.mark.parametrize(("what", "where"), ROWS, ids=[what for what, _ in ROWS])
def test_every_file_that_is_named_is_there(what: str, where: str) -> None:
    named = re.findall(r"`([\w.-]+(?:/[\w.-]+)*/?)`", where)
    paths = [path for path in named if "/" in path or path.endswith((".py", ".toml"))]
    assert [path for path in paths if not is_there(path) and not is_there(f"extract/{path}")] == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_newcomers_ask_is_answered_with_the_right_file(question: str) -> None:
    file, word = QUESTIONS[question]
    assert file in dict(ROWS)[question]
    path = ROOT / "site_gen" / file
    assert path.is_dir() or word in path.read_text(encoding="utf-8")
