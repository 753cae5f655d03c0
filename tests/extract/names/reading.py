"""Helpers for the tests of names: the names of a text, and the cases in data files."""

from pathlib import Path
from typing import NamedTuple

from site_gen.extract.languages import detect
from site_gen.extract.names import Names, choose_tags, find_names, load_gazetteer
from site_gen.extract.text import Paragraph

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """A text, and which names must (`+`) and must not (`-`) be found in it."""

    title: str
    text: str
    wanted: tuple[tuple[str, str], ...]
    unwanted: tuple[tuple[str, str], ...]


def names_of(*paragraphs: str) -> Names:
    lines = tuple(Paragraph(text, line) for line, text in enumerate(paragraphs, 1))
    return find_names(lines, load_gazetteer(), _language_of(paragraphs))


def _language_of(paragraphs: tuple[str, ...]) -> str:
    return detect("\n".join(paragraphs), "en").code


def tags_of(*paragraphs: str, title: str = "", dateline: str = "", exclude: tuple[str, ...] = ()) -> list[str]:
    """The names of the tags of a text."""
    lines = tuple(Paragraph(text, line) for line, text in enumerate(paragraphs, 1))
    names = find_names(lines, load_gazetteer(), _language_of(paragraphs), dateline=dateline, exclude=exclude)
    return [tag.name for tag in choose_tags(names, title, dateline=dateline, exclude=exclude)]


def found(*paragraphs: str, kind: str) -> list[str]:
    """The names of one kind, as the text has them."""
    return [entity.name for entity in names_of(*paragraphs).entities if entity.kind == kind]


def cases(name: str) -> list[Case]:
    """The cases of a file: a heading, paragraphs, then lines `+ kind: name; name` and `- kind: name`."""
    return [_case(block) for block in (CASES / name).read_text("utf-8").split("\n# ")[1:]]


def _case(block: str) -> Case:
    title, *lines = block.strip().split("\n")
    text = "\n".join(line for line in lines if line.strip() and line[0] not in "+-")
    return Case(title, text, _marked(lines, "+ "), _marked(lines, "- "))


def _marked(lines: list[str], mark: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for line in lines:
        if line.startswith(mark):
            kind, _, names = line.removeprefix(mark).partition(":")
            pairs += [(kind, name.strip()) for name in names.split(";")]
    return tuple(pairs)
