"""Cuts boilerplate: names the kind of each line, finds the article's head and tail, cuts what is outside."""

from site_gen.extract.boilerplate.blocks import head, middle, tail
from site_gen.extract.boilerplate.kinds import TABLE, Named, name_line
from site_gen.extract.boilerplate.sentence import IsSentence, looks_like_sentence
from site_gen.extract.boilerplate.table import table_rows
from site_gen.extract.text import BlockKind, Line
from site_gen.model.seed import Cut

_STORY: frozenset[BlockKind] = frozenset(("row", "quote", "code", "note", "picture"))
_PROSE = Named("prose")


def cut_boilerplate(
    lines: tuple[Line, ...], repeats: frozenset[str], is_sentence: IsSentence = looks_like_sentence
) -> tuple[tuple[Line, ...], tuple[Cut, ...]]:
    """The lines of the article and the log of the others; together they are `lines`, unchanged.

    `is_sentence` says whether a line has its own subject and verb; such a line is cut only if it is worded like no
    article.
    """
    texts = [line.text for line in lines]
    rows = table_rows(texts)
    named = [
        _PROSE if _is_story(line) else TABLE if place in rows else name_line(line.text, repeats, is_sentence)
        for place, line in enumerate(lines)
    ]
    rules = middle(named, texts) | head(named, texts) | tail(named, texts)
    kept = tuple(line for place, line in enumerate(lines) if place not in rules)
    cuts = tuple(Cut(line.number, line.text, rules[place]) for place, line in enumerate(lines) if place in rules)
    return kept, cuts


def _is_story(line: Line) -> bool:
    """Whether a line is of a kind that is never boilerplate: a table row, a quotation, code, a note, a picture."""
    return line.kind in _STORY or (line.kind == "item" and line.text.startswith("["))
