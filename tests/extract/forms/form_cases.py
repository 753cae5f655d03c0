"""Test cases of forms as data: a text, and all that its form must give; what a case does not name must be empty."""

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from site_gen.extract.article import open_seed, read_manuscript
from site_gen.extract.language_rules import rules_of
from site_gen.extract.languages import ENGLISH
from site_gen.extract.manuscript import Manuscript
from site_gen.model.seed import Seed

FOLDER = Path(__file__).parent / "cases"
_WORD = re.compile(r"\w+")


class Case(Struct, frozen=True):
    """One text of a cases file, and what it must give by key."""

    name: str
    text: str
    expected: dict[str, list[str]]


def cases(form: str) -> list[Case]:
    """The cases of a form: the text after `=== name`, the keys after `---`."""
    read = []
    for part in re.split(r"^=== ", (FOLDER / f"{form}.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, _, expected = part.rpartition("\n---\n")
        name, _, text = head.partition("\n")
        keys: dict[str, list[str]] = {}
        for line in expected.strip().split("\n"):
            key, _, value = line.partition(": ")
            keys.setdefault(key, []).append(value)
        read.append(Case(name, text, keys))
    return read


def read(text: str) -> Manuscript:
    """A text's manuscript after every form."""
    seed = Seed(path="seeds/a.txt", text=text, modified=datetime(2026, 7, 1, tzinfo=UTC))
    return read_manuscript(open_seed(seed), rules_of(ENGLISH), frozenset())


def facts_of(manuscript: Manuscript) -> dict[str, list[str]]:
    """What a manuscript gives, written as in a case."""
    given = manuscript.given
    facts = {
        "title": [given.title],
        "summary": [given.summary],
        "author": list(given.authors),
        "date": [given.date.isoformat(timespec="minutes").removesuffix("T00:00")] if given.date else [],
        "timed": ["yes"] if given.timed else [],
        "day": [f"{manuscript.day.year or '-'}-{manuscript.day.month}-{manuscript.day.day}"] if manuscript.day else [],
        "dateline": [given.dateline],
        "source": [given.source_name],
        "contact": list(manuscript.contacts),
        "doubt": [str(doubt) for doubt in manuscript.doubts],
        "body": [paragraph.text for paragraph in manuscript.paragraphs],
    }
    return {key: values for key, values in facts.items() if any(values)}


def lost(text: str, manuscript: Manuscript) -> Counter[str]:
    """The words of a text that are neither in its body nor in the log of cuts, each as often as it is missing."""
    kept = [paragraph.text for paragraph in manuscript.paragraphs] + [cut.text for cut in manuscript.cuts]
    missing = Counter(_WORD.findall(text)) - Counter(_WORD.findall(" ".join(kept)))
    return Counter({word: count for word, count in missing.items() if not _was_glued(word, kept)})


def _was_glued(word: str, kept: list[str]) -> bool:
    """Whether a word is two that a scraper glued together: one ends a kept text, the other begins one."""
    return any(
        any(text.endswith(word[:at]) for text in kept) and any(text.startswith(word[at:]) for text in kept)
        for at in range(1, len(word))
    )
