"""Sentences as trees: who does what to whom."""

from site_gen.ingesting.syntax.tree import Tree, Word


def parse(sentence: str) -> Tree:
    """The tree of a sentence."""
    raise NotImplementedError(sentence)


__all__ = ["Tree", "Word", "parse"]
