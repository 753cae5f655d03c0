"""Finds the copies among many texts at once, in little memory: what `DuplicateIndex` finds and does not keep."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from site_gen.extract.duplicates import COMMON, SAME_WORDS, Sketch, clues_of, duplicate_of, rank
from site_gen.extract.tally import Tally
from site_gen.model.seed import Duplicate

_TWICE = 2


def duplicates_once(names: Iterable[str], sketch_of: Callable[[str], Sketch]) -> tuple[Duplicate, ...]:
    """The copies among these texts, by name; each sketch is asked for twice, and those of candidates again.

    Most clues belong to one text alone and name no candidates, so only shared ones are kept: four bytes for each text
    that has one, at most `COMMON` texts and one more.
    """
    clues, digests, ranks = Tally(32), Tally(64), []
    for name in names:
        sketch = sketch_of(name)
        ranks.append(rank(name, sketch))
        clues.add(clues_of(sketch))
        digests.add((_short(sketch.digest),))
    ranks.sort()
    holders, repeated = _Holders(clues), {number for number, _ in digests.repeated(_TWICE)}
    first: dict[bytes, str] = {}  # by digest: the seed that has the post of these words
    found: dict[str, Duplicate] = {}

    def text_of(number: int) -> tuple[str, Sketch]:
        name = ranks[number][1]
        return name, sketch_of(name)

    for number, (_, name) in enumerate(ranks):
        sketch = sketch_of(name)
        if of := first.get(sketch.digest):
            found[name] = Duplicate(name, of, SAME_WORDS)
            continue
        own = clues_of(sketch)
        places = holders.places(own)
        copy = duplicate_of(name, sketch, len(own), map(holders.at, places), text_of)
        if _short(sketch.digest) in repeated:
            first[sketch.digest] = copy.of if copy else name
        if copy:
            found[name] = copy
        else:
            holders.add(places, number)
    return tuple(found[name] for name in sorted(found))


def _short(digest: bytes) -> int:
    return int.from_bytes(digest[:8], "big")


class _Holders:
    """The kept texts that have each shared clue, by their numbers in the order of ranks, packed one after another."""

    def __init__(self, clues: Tally) -> None:
        self._clues, self._starts = array("I"), array("Q")
        start = 0
        for clue, count in clues.repeated(_TWICE):
            self._clues.append(clue)
            self._starts.append(start)
            start += min(count, COMMON + 1)  # one more shows that it is common
        self._starts.append(start)
        self._filled = bytearray(len(self._clues))
        self._texts = array("I", bytes(4 * start))

    def places(self, clues: Iterable[int]) -> list[int]:
        """The places of the shared ones among these clues."""
        shared, count = self._clues, len(self._clues)
        found = ((bisect_left(shared, clue), clue) for clue in clues)
        return [place for place, clue in found if place < count and shared[place] == clue]

    def at(self, place: int) -> Sequence[int]:
        """The texts that have the clue at a place, one more than `COMMON` at most."""
        start = self._starts[place]
        return self._texts[start : start + self._filled[place]]

    def add(self, places: Iterable[int], number: int) -> None:
        """Keep a text; it comes after all that were kept before."""
        for place in places:
            filled = self._filled[place]
            if filled < self._starts[place + 1] - self._starts[place]:
                self._texts[self._starts[place] + filled] = number
                self._filled[place] = filled + 1
