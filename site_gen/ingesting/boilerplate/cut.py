"""The story: name what each line is, find the article's head and tail, cut what is not the article."""

from site_gen.ingesting.boilerplate.blocks import head, middle, tail
from site_gen.ingesting.boilerplate.kinds import name_line
from site_gen.ingesting.text import Line
from site_gen.model.seed import Cut


def cut_boilerplate(lines: tuple[Line, ...], repeats: frozenset[str]) -> tuple[tuple[Line, ...], tuple[Cut, ...]]:
    """The lines of the article, and the log of the others; together they are `lines`, none changed."""
    texts = [line.text for line in lines]
    named = [name_line(text, repeats) for text in texts]
    rules = middle(named) | head(named, texts) | tail(named)
    kept = tuple(line for place, line in enumerate(lines) if place not in rules)
    cuts = tuple(Cut(line.number, line.text, rules[place]) for place, line in enumerate(lines) if place in rules)
    return kept, cuts
