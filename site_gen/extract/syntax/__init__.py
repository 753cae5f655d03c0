"""The syntax tree of a sentence: words, tags, heads and labels, by our own tagger and parser.

Integers only, so that the tree is the same on every machine. Origin of the weights: docs/decisions/0022-parser.md.
"""

from functools import lru_cache

from site_gen.extract.syntax.certain import allowed_tags
from site_gen.extract.syntax.features import LABELS, TAGS
from site_gen.extract.syntax.parser import heads
from site_gen.extract.syntax.repair import repaired
from site_gen.extract.syntax.tagger import tags, word_atoms
from site_gen.extract.syntax.tree import Tree, Word
from site_gen.extract.syntax.weights import load_weights
from site_gen.extract.syntax.words import tokens

__all__ = ["Tree", "Word", "load_weights", "parse"]

MOST_WORDS = 400  # of a sentence that are parsed; the rest is not prose and is attached to the root


@lru_cache(maxsize=512)  # headline and summary parse the same sentences
def parse(sentence: str) -> Tree:
    """The tree of a sentence."""
    words = tokens(sentence)
    weights = load_weights()
    atoms = [word_atoms(word.text) for word in words[:MOST_WORDS]]
    numbers = tags(atoms, weights, allowed_tags(words))
    parents, labels = heads(atoms, numbers, weights)
    root = parents.index(-1) if parents else -1
    rest = len(words) - len(atoms)
    return repaired(
        Tree(
            tuple(
                Word(at, word.text, tag, head, label, word.blank, word.start)
                for at, (word, tag, head, label) in enumerate(
                    zip(
                        words,
                        [*(TAGS[number - 2] for number in numbers), *["XX"] * rest],
                        [*parents, *[root] * rest],
                        [*(LABELS[label] for label in labels), *["dep"] * rest],
                        strict=True,
                    )
                )
            )
        )
    )
