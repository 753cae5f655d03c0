"""Which seeds say what a fuller one says; where few have come since the last look, only what shares clues with them
is compared again.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping

from site_gen.extract.duplicates import COMMON, SAME_WORDS, Sketch, clues_of, copied, rank
from site_gen.model.seed import Duplicate

_FEW = 10  # new seeds that are taken one by one
_MANY = 1000  # texts to compare again, from which on all may as well be

Rank = tuple[int, str]
_FIRST: Rank = (-(1 << 62), "")


class DuplicateIndex:
    """The texts of a site's seeds, each compared only with kept ones before it in the order that share sampled runs.

    Runs that many kept texts have (a background paragraph, a tail) name no candidates, so the work grows with the
    number of seeds. A new text changes nothing for those before it. Of those behind, it concerns the ones that share
    a clue with it; where it makes no copy of any of them, nor ends one, all the others stay as they were.
    """

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._found: dict[str, Duplicate] = {}
        self._first: dict[bytes, tuple[Rank, str]] = {}  # by digest: the first text, and the seed that has its post
        self._kept: defaultdict[int, list[Rank]] = defaultdict(list)  # by clue, in order
        self._copies: defaultdict[int, list[Rank]] = defaultdict(list)
        self._last = _FIRST

    def find(self, sketches: Mapping[str, Sketch]) -> tuple[Duplicate, ...]:
        """The copies among these texts. The fullest of a group is kept; among equals the first by path."""
        new = {path: made for path, made in sketches.items() if path not in self._sketches}
        added = len(sketches) == len(self._sketches) + len(new) and len(new) <= _FEW
        same = added and all(sketches[path] == made for path, made in self._sketches.items())
        if not same or not all(self._takes(path, made) for path, made in new.items()):
            self._forget()
            for path, made in sorted(sketches.items(), key=lambda item: rank(*item)):
                self._takes(path, made)
        return tuple(self._found[path] for path in sorted(self._found))

    def _takes(self, path: str, made: Sketch) -> bool:
        """Take one more text; False where it changes what others are, and nothing here is to be relied on."""
        here = rank(path, made)
        self._sketches[path] = made
        if first := self._first.get(made.digest):
            self._found[path] = Duplicate(path, first[1], SAME_WORDS)
            return here > first[0]
        clues = clues_of(made)
        copy = self._copied(path, made, clues)
        self._first[made.digest] = here, copy.of if copy else path
        concerned = {} if copy or here > self._last else self._concerned(here, clues)
        for mark in clues:
            insort((self._copies if copy else self._kept)[mark], here)
        self._last = max(here, self._last)
        if copy:
            self._found[path] = copy
        return len(concerned) <= _MANY and all(
            self._copied(other, self._sketches[other]) == self._found.get(other) for _, other in concerned
        )

    def _concerned(self, here: Rank, clues: list[int]) -> set[Rank]:
        """The texts behind one that share a clue with it, but for clues that are common before it."""
        concerned = set[Rank]()
        for mark in clues:
            kept, copies = self._kept.get(mark, ()), self._copies.get(mark, ())
            if (at := bisect_left(kept, here)) <= COMMON:
                concerned.update(kept[at:], copies[bisect_left(copies, here) :])
        return concerned

    def _copied(self, path: str, made: Sketch, clues: list[int] | None = None) -> Duplicate | None:
        """What a text is a copy of, if it is one, by the kept ones before it."""
        here = rank(path, made)
        clues = clues_of(made) if clues is None else clues
        holders = [keys for mark in clues if (keys := self._kept.get(mark))]
        if here <= self._last:
            ends = [bisect_left(keys, here) for keys in holders]
            holders = [keys[:end] for keys, end in zip(holders, ends, strict=True) if end <= COMMON]
        return copied(path, made, len(clues), holders, lambda key: (key[1], self._sketches[key[1]]))
