"""The story: name what each line is, find the article's head and tail, cut what is not the article."""

from site_gen.ingesting.boilerplate.blocks import head, middle, tail
from site_gen.ingesting.boilerplate.kinds import TABLE, name_line
from site_gen.ingesting.boilerplate.sentence import IsSentence, looks_like_sentence
from site_gen.ingesting.boilerplate.table import table_rows
from site_gen.ingesting.text import Line
from site_gen.model.seed import Cut


def cut_boilerplate(
    lines: tuple[Line, ...], repeats: frozenset[str], is_sentence: IsSentence = looks_like_sentence
) -> tuple[tuple[Line, ...], tuple[Cut, ...]]:
    """The lines of the article, and the log of the others; together they are `lines`, none changed.

    `is_sentence` says whether a line has a subject and a verb of its own; no such line is cut, but for notices that
    are worded as no article is.
    """
    texts = [line.text for line in lines]
    rows = table_rows(texts)
    named = [TABLE if place in rows else name_line(text, repeats, is_sentence) for place, text in enumerate(texts)]
    rules = middle(named, texts) | head(named, texts) | tail(named, texts)
    kept = tuple(line for place, line in enumerate(lines) if place not in rules)
    cuts = tuple(Cut(line.number, line.text, rules[place]) for place, line in enumerate(lines) if place in rules)
    return kept, cuts
