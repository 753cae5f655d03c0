"""Whether WordNet gives two words a meaning in common, one that is derived from the other, or one of its kind.

Read from data/wordnet.txt.z, which tools/wordnet.py makes, when the first unknown word of a claim is looked up.
"""

import zlib
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

_NONE: frozenset[int] = frozenset()
_PARTS = {"VB": "v", "NN": "n", "JJ": "a", "RB": "r"}
_FIRST_MEANING = "{"


class Meanings(Struct, frozen=True):
    """Numbers of the meanings of a word, and of those of the words that are derived from it."""

    own: frozenset[int] = _NONE
    derived: frozenset[int] = _NONE


_NOTHING = Meanings()


def are_kin(word: str, tag: str, other: str, other_tag: str) -> bool:
    """Whether two base forms with their Penn tags are kin; the first one may also be what the second is a kind of."""
    mine = _meanings(word, tag)
    theirs = _meanings(other, other_tag) if mine.own else _NOTHING
    return bool(
        mine.own & (theirs.own | theirs.derived) or mine.derived & theirs.own or mine.own & _general(theirs.own)
    )


@lru_cache(maxsize=8192)
def _meanings(word: str, tag: str) -> Meanings:
    part = _PARTS.get(tag[:2])
    if part is None:
        return _NOTHING
    lines, size = _lines()
    key = f"{part} {word} "
    at = bisect_left(lines, key, 0, size)
    if at == size or not lines[at].startswith(key):
        return _NOTHING
    own, derived = (frozenset(map(int, one.split())) for one in lines[at][len(key) :].split("/"))
    return Meanings(own, derived)


@lru_cache(maxsize=8192)
def _general(meanings: frozenset[int]) -> frozenset[int]:
    """The meanings that some are a kind of, one step up."""
    lines, size = _lines()
    return frozenset(int(other) for one in meanings for other in lines[size + one][1:].split())


@cache
def _lines() -> tuple[list[str], int]:
    """The lines of the file, and how many of them are words; a line for each meaning follows them."""
    packed = (files("site_gen.extract.claims") / "data" / "wordnet.txt.z").read_bytes()
    lines = zlib.decompress(packed).decode("ascii").split("\n")
    return lines, bisect_left(lines, _FIRST_MEANING)
