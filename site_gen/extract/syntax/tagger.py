"""Penn tags for the words of a sentence, from left to right, by the word, its neighbours and the last two tags."""

from collections.abc import Sequence
from functools import lru_cache

from site_gen.extract.syntax.features import NONE, TAGGER, TAGGER_SLOTS, columns
from site_gen.extract.syntax.scoring import Scorer
from site_gen.extract.syntax.weights import Weights, best, load_weights

Atoms = tuple[
    int, ...
]  # of one word: the word, its suffixes (3, 2, 4 letters), its prefixes (1, 3), its shape, its cluster

_SCORER = Scorer(TAGGER, TAGGER_SLOTS)
_NOWHERE: Atoms = (NONE,) * 8


@lru_cache(maxsize=8192)
def word_atoms(text: str) -> Atoms:
    """The atoms of a word by itself."""
    return columns(text, load_weights().known)


def tags(words: Sequence[Atoms], weights: Weights, allowed: Sequence[tuple[int, ...] | None]) -> list[int]:
    """A tag for each word: its number in TAGS plus 2. `allowed` are the tags that a word may have, None for any."""
    row = (_NOWHERE, _NOWHERE, *words, _NOWHERE, _NOWHERE)
    found: list[int] = []
    previous, before_previous = NONE, NONE
    for at, (w, e3, e2, e4, b1, b3, shape, cluster) in enumerate(words, 2):
        left, right = row[at - 1], row[at + 1]
        atoms = (
            *(w, left[0], row[at - 2][0], right[0], row[at + 2][0]),
            *(e3, e2, e4, b1, b3),
            *(shape, left[6], right[6], left[1], right[1]),
            *(previous, before_previous, 2 if at == 2 else NONE),
            *(cluster, left[7], right[7]),
        )
        tag = best(_SCORER.total(weights.tagger, atoms), weights.tagger, allowed[at - 2]) + 2
        found.append(tag)
        previous, before_previous = tag, previous
    return found
