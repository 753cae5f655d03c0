"""Words split by a hyphen at a line's end: whether the hyphen belongs to the word or to the typesetting."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from typing import Literal

Verdict = Literal["joined", "hyphen", ""]

_LEFT = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_RIGHT = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# First parts of words that are nearly always hyphenated.
_FIRST = frozenset(
    """
    anti non self mid half semi quasi vice cross multi counter well long short high low full large small near third
    first second two three four five six seven eight nine ten ground surface state cold old year time war then deep
    hard soft post so
    """.split()  # noqa: SIM905 - a list of words is read more easily
)
# Last parts that go with a hyphen: "Paris-based", "long-range".
_LAST = frozenset(
    """
    based led made range term scale level old year day month wing style backed run owned held up off out fire class
    speed torn related controlled guided propelled launched equipped armed wide general elect chief minister born
    trained aged eyed bound friendly free like minded ranking sized powered funded
    """.split()  # noqa: SIM905
)
# What follows a typesetter's hyphen: the end of a word that is no word itself.
_SYLLABLE = re.compile(
    r"[a-z]{0,5}(?:ments?|tions?|sions?|cians?|ings?|ness|ities|ity|ously|ous|ively|ive|ability|ible|ances?"
    r"|ences?|ized?|ised?|ists?|isms?|tures?|tially|tial|cial|ally|ely|ters?|ders?|gers?|pers?|bers?|diers?|niers?"
    r"|tors?|sors?|tary|nary|tives?|ies|ied|cy|cies|ry|ries|phy|gy|ny|ty)"
    r"|[a-z]?(?:ned|ted|ded|led|red|ged|ced)"
)


def splits_word(line: str, following: str) -> bool:
    """Whether a line ends within a word that the next line continues."""
    return line.endswith("-") and following[:1].islower() and line[-2:-1].isalpha()


class Hyphens:
    """Judges hyphens at the line ends of a text by how all of the text writes its words; it is read when needed."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        return tuple(text for text in self._texts if text)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word.lower() for text in self._lines for word in _WORD.findall(text))

    @cached_property
    def _typeset(self) -> bool:
        """Whether the text has typesetter's hyphens: then an undecided hyphen is one too."""
        return any(
            splits_word(one, other) and _verdict(one, other, self._words) == "joined"
            for one, other in pairwise(self._lines)
        )

    def stays(self, line: str, following: str) -> bool:
        """Whether the hyphen at the line's end belongs to the word."""
        verdict = _verdict(line, following, self._words)
        return verdict == "hyphen" if verdict else not self._typeset


def _verdict(line: str, following: str, words: frozenset[str]) -> Verdict:
    left, right = _LEFT.search(line), _RIGHT.match(following)
    if left is None or right is None:
        return "hyphen"
    one, other = left[1].lower(), right[0].lower()
    if "-" in one or f"{one}-{other}" in words or not left[1][1:].islower():
        return "hyphen"
    if one + other in words:
        return "joined"
    if one in _FIRST or other in _LAST:
        return "hyphen"
    if _SYLLABLE.fullmatch(other):
        return "joined"
    return ""
