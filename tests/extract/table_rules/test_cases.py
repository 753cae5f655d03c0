"""Articles in each language, written for these tests, and what ingest makes of them.

A case is a heading `# what it shows`, the text, `---`, and lines `key: value`: title, summary, date (`?` for one that
is reported as a guess), dateline, authors, source, cut (one line each), doubt (about a title), body (words that stay).
"""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_gen.extract.article import Context, derive
from site_gen.extract.languages import languages
from site_gen.extract.names import load_gazetteer
from site_gen.model.seed import Article, Seed

FOLDER = Path(__file__).parent / "cases"
FILES = sorted(path.stem for path in FOLDER.glob("*.txt"))
FEWEST = 3
# Blanks, and the signs between the words of scripts that have none.
_BETWEEN = re.compile(r"[\s（）【】［］「」。、，！？＜＞]+")


def _cases(code: str) -> list[tuple[str, str, str]]:
    """The cases of a language: its code and what it shows, the text, the expected lines."""
    found = []
    for block in (FOLDER / f"{code}.txt").read_text(encoding="utf-8").split("\n# ")[1:]:
        title, _, rest = block.partition("\n")
        text, _, expected = rest.partition("\n---\n")
        found.append((f"{code}: {title}", text.strip(), expected.strip()))
    return found


CASES = [case for code in FILES for case in _cases(code)]


def _article(text: str) -> Article:
    seed = Seed(path="seeds/a.txt", text=text, modified=datetime(2026, 6, 30, tzinfo=UTC))
    return derive(seed, Context(load_gazetteer(()), language="en"))


def _facts(article: Article) -> dict[str, list[str]]:
    guessed = any(doubt.about == "date" for doubt in article.unsure)
    return {
        "title": [article.title],
        "summary": [article.summary],
        "date": ["?" if guessed else article.date.isoformat() if article.timed else article.date.date().isoformat()],
        "dateline": [article.dateline],
        "authors": [", ".join(article.authors)],
        "source": [article.source_name],
        "cut": [cut.text for cut in article.cuts],
        "doubt": [doubt.why for doubt in article.unsure if doubt.about == "headline"],
        "body": [article.body],
    }


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[name for name, _, _ in CASES])
def test_an_article_becomes_what_its_language_says(name: str, text: str, expected: str) -> None:
    article = _article(text)
    facts = _facts(article)
    assert article.language == name.partition(":")[0]
    for line in expected.split("\n"):
        key, _, value = line.partition(":")
        value = value.strip()
        if key in ("cut", "body", "doubt"):
            assert any(value in found for found in facts[key]), (key, value, facts[key])
        else:
            assert facts[key] == [value], key
    if not any(line.startswith("doubt:") for line in expected.split("\n")):
        assert facts["doubt"] == []


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[name for name, _, _ in CASES])
def test_every_word_is_kept_or_given_or_logged(name: str, text: str, expected: str) -> None:
    article = _article(text)
    kept = article.body.replace("\\", "")
    logged = "\n".join(cut.text for cut in article.cuts)
    missing = [word for word in _BETWEEN.split(text) if word not in kept and word not in logged]
    assert missing == [], name


def test_every_language_has_cases() -> None:
    assert set(languages()) <= set(FILES)
    assert all(len(_cases(code)) >= FEWEST for code in FILES)
