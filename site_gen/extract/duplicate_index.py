"""Finds seeds that duplicate a fuller one, incrementally: where few are new since the last call, only texts that share
clues with them are compared again.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping

from site_gen.extract.duplicates import COMMON, SAME_WORDS, Sketch, clues_of, duplicate_of, rank
from site_gen.model.seed import Duplicate

_MOST_NEW = 10  # new seeds up to which they are added one by one
_MOST_AFFECTED = 1000  # affected texts from which on everything is compared from scratch

Rank = tuple[int, str]
_FIRST: Rank = (-(1 << 62), "")


class DuplicateIndex:
    """The texts of a site's seeds, each compared only with the kept ones of higher rank that share clues with it.

    Runs that many kept texts have (a background paragraph, a tail) give no candidates, so the work is linear in the
    number of seeds. A new text changes nothing for those before it. Of those behind, it affects only the ones that
    share a clue with it; where none of these becomes or ceases to be a copy, nothing else changes.
    """

    def __init__(self) -> None:
        self._reset()

    def _reset(self) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._found: dict[str, Duplicate] = {}
        self._first: dict[bytes, tuple[Rank, str]] = {}  # by digest: the first text, and the seed that has its post
        self._kept: defaultdict[int, list[Rank]] = defaultdict(list)  # by clue, in order
        self._copies: defaultdict[int, list[Rank]] = defaultdict(list)
        self._last = _FIRST

    def find(self, sketches: Mapping[str, Sketch]) -> tuple[Duplicate, ...]:
        """The copies among these texts. The fullest of each group is kept; among equals the first by path."""
        new = {path: sketch for path, sketch in sketches.items() if path not in self._sketches}
        added = len(sketches) == len(self._sketches) + len(new) and len(new) <= _MOST_NEW
        unchanged = added and all(sketches[path] == sketch for path, sketch in self._sketches.items())
        if not unchanged or not all(self._add(path, sketch) for path, sketch in new.items()):
            self._reset()
            for path, sketch in sorted(sketches.items(), key=lambda item: rank(*item)):
                self._add(path, sketch)
        return tuple(self._found[path] for path in sorted(self._found))

    def _add(self, path: str, sketch: Sketch) -> bool:
        """Add one text; False where that changes which others are copies, and the index must be rebuilt."""
        own_rank = rank(path, sketch)
        self._sketches[path] = sketch
        if first := self._first.get(sketch.digest):
            self._found[path] = Duplicate(path, first[1], SAME_WORDS)
            return own_rank > first[0]
        clues = clues_of(sketch)
        copy = self._duplicate_of(path, sketch, clues)
        self._first[sketch.digest] = own_rank, copy.of if copy else path
        affected = {} if copy or own_rank > self._last else self._affected(own_rank, clues)
        for clue in clues:
            insort((self._copies if copy else self._kept)[clue], own_rank)
        self._last = max(own_rank, self._last)
        if copy:
            self._found[path] = copy
        return len(affected) <= _MOST_AFFECTED and all(
            self._duplicate_of(other, self._sketches[other]) == self._found.get(other) for _, other in affected
        )

    def _affected(self, own_rank: Rank, clues: list[int]) -> set[Rank]:
        """The texts behind this one that share a clue with it, except clues that are common before it."""
        affected = set[Rank]()
        for clue in clues:
            kept, copies = self._kept.get(clue, ()), self._copies.get(clue, ())
            if (at := bisect_left(kept, own_rank)) <= COMMON:
                affected.update(kept[at:], copies[bisect_left(copies, own_rank) :])
        return affected

    def _duplicate_of(self, path: str, sketch: Sketch, clues: list[int] | None = None) -> Duplicate | None:
        """The duplicate that a text is of a kept one before it, if any."""
        own_rank = rank(path, sketch)
        clues = clues_of(sketch) if clues is None else clues
        holders = [keys for clue in clues if (keys := self._kept.get(clue))]
        if own_rank <= self._last:
            ends = [bisect_left(keys, own_rank) for keys in holders]
            holders = [keys[:end] for keys, end in zip(holders, ends, strict=True) if end <= COMMON]
        return duplicate_of(path, sketch, len(clues), holders, lambda key: (key[1], self._sketches[key[1]]))
