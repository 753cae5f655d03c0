"""The importance of each word of a lead: words that the rest of the text repeats are the news, others are details.

The shares were counted on labelled articles: how often a word of the lead is in the editor's headline, by how many of
the sentences after the lead have it too. No other property of a word (its place, its part of speech, its branch)
predicts half as much.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from site_gen.extract.syntax import Tree
from site_gen.extract.wordbag import stems

Repeats = Mapping[str, int]
"""How many sentences after the lead have a word, by its stem."""

_SHARES = (0.17, 0.29, 0.4, 0.62)
"""The share of words that are in the headline, of words that no, one, two or more sentences repeat."""
_BY_TAG = {"NN": 1.0, "VB": 0.85, "JJ": 0.9, "CD": 1.6}
_NAME, _OTHER = 1.4, 0.5


def repeats_of(sentences: Iterable[str]) -> Repeats:
    """How many of the sentences after a lead have each word."""
    return Counter(stem for sentence in sentences for stem in _stems(sentence))


def _stems(text: str) -> frozenset[str]:
    """The stems of a text, the same for "ship" and "ships"."""
    return frozenset(stem.removesuffix("s") if len(stem) > 3 else stem for stem in stems(text))


def importance_of(tree: Tree, repeats: Repeats) -> tuple[float, ...]:
    """For each word how likely an editor's headline has it; 0 for function words, punctuation and repeats."""
    found, seen = [], set[str]()
    for word in tree.words:
        own = _stems(word.text) - seen
        seen |= own
        found.append(_importance(own, word.tag, repeats))
    return tuple(found)


def _importance(own: frozenset[str], tag: str, repeats: Repeats) -> float:
    if not own:
        return 0.0
    repeated = max(repeats.get(stem, 0) for stem in own)
    factor = _NAME if tag in ("NNP", "NNPS") else _BY_TAG.get(tag[:2], _OTHER)
    return _SHARES[min(repeated, len(_SHARES) - 1)] * factor
