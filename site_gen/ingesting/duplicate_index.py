"""Copies among seeds after one more has come: only texts that share clues with it are compared again."""

from bisect import bisect_left, insort
from collections import defaultdict

from site_gen.ingesting.duplicates import COMMON, SAME_WORDS, Sketch, clues_of, copied, find_duplicates, rank
from site_gen.model.seed import Duplicate

_FEW = 10  # new seeds that are taken one by one
_MANY = 1000  # texts to compare again, from which on all may as well be

Rank = tuple[int, str]


class KnownDuplicates:
    """Which seeds are copies, for a process that lives on: what `find_duplicates` finds, sooner where few have come.

    A new text changes nothing for those that stand before it in the order. Of those behind, it concerns the ones that
    share a clue with it; where it makes no copy of any of them, nor ends one, all the others stay as they were.
    """

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._digests: set[bytes] = set()
        self._found: dict[str, Duplicate] = {}
        self._kept: defaultdict[int, list[Rank]] = defaultdict(list)  # by clue, in order
        self._compared: defaultdict[int, list[Rank]] = defaultdict(list)  # those that are copies, too

    def of(self, sketches: tuple[tuple[str, Sketch], ...]) -> tuple[Duplicate, ...]:
        """The copies among these texts."""
        now = dict(sketches)
        new = [path for path in now if path not in self._sketches]
        added = len(now) == len(self._sketches) + len(new) and len(new) <= _FEW
        same = added and all(now[path] == made for path, made in self._sketches.items())
        if not same or not all(self._takes(path, now[path]) for path in new):
            self._look(sketches)
        return tuple(self._found[path] for path in sorted(self._found))

    def _look(self, sketches: tuple[tuple[str, Sketch], ...]) -> None:
        """Compare all with all."""
        self._forget()
        self._found = {copy.seed: copy for copy in find_duplicates(sketches)}
        for path, made in sorted(sketches, key=lambda item: rank(*item)):
            self._note(path, made, self._found.get(path))

    def _note(self, path: str, made: Sketch, copy: Duplicate | None) -> None:
        self._sketches[path] = made
        self._digests.add(made.digest)
        if copy is not None:
            self._found[path] = copy
            if copy.why == SAME_WORDS:
                return  # it was compared with nothing
        here = rank(path, made)
        for mark in clues_of(made):
            insort(self._compared[mark], here)
            if copy is None:
                insort(self._kept[mark], here)

    def _takes(self, path: str, made: Sketch) -> bool:
        """Take one more text; False where it changes what others are, and nothing here is to be relied on."""
        if made.digest in self._digests:
            return False
        copy = self._copied(path, made)
        self._note(path, made, copy)
        if copy is not None:
            return True
        here = rank(path, made)
        clues = [mark for mark in clues_of(made) if bisect_left(self._kept[mark], here) <= COMMON]
        concerned = {other for mark in clues for other in self._compared[mark] if other > here}
        return len(concerned) <= _MANY and all(
            self._copied(other, self._sketches[other]) == self._found.get(other) for _, other in concerned
        )

    def _copied(self, path: str, made: Sketch) -> Duplicate | None:
        """What a text is a copy of, if it is one, by the kept ones before it."""
        here = rank(path, made)
        clues = clues_of(made)
        holders = [keys[: bisect_left(keys, here)] for mark in clues if (keys := self._kept.get(mark))]
        return copied(path, made, len(clues), holders, lambda key: (key[1], self._sketches[key[1]]))
