"""Exact and near copies among seeds: re-scrapes, wire copies with another headline or tail, copies cut short."""

import re
from array import array
from collections import Counter, defaultdict
from hashlib import blake2b
from zlib import crc32

from msgspec import Struct

from site_gen.model.seed import Duplicate

_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 4
_SAMPLE = (1 << 32) // 4
_MOST = 1024
_FEWEST = 6
_COMMON = 40
_ALIKE = 0.6
_HALF_ALIKE = 0.35
_LEAST_PART = 0.2


class Sketch(Struct, frozen=True):
    """A text's print: a digest of its words, how many there are, and a fixed sample of its four-word runs.

    The sample keeps a run by its own hash alone, so two texts keep the same of what they share and their samples tell
    what part of one is in the other (FracMinHash). `first` and `second` are the samples of the text's halves.
    """

    digest: bytes
    words: int
    first: bytes
    second: bytes


def sketch(paragraphs: tuple[str, ...]) -> Sketch:
    """The print of the article's paragraphs; letters and digits count, case, punctuation and line breaks do not."""
    words = _WORD.findall(" ".join(paragraphs).lower())
    text = " ".join(words)
    runs = zip(words, words[1:], words[2:], words[3:], strict=False)
    marks = [crc32(" ".join(run).encode()) for run in runs]
    half = len(marks) // 2
    return Sketch(
        blake2b(text.encode(), digest_size=16).digest(), len(words), _sample(marks[:half]), _sample(marks[half:])
    )


def _sample(marks: list[int]) -> bytes:
    return array("I", sorted({mark for mark in marks if mark < _SAMPLE})[:_MOST]).tobytes()


def find_duplicates(sketches: tuple[tuple[str, Sketch], ...]) -> tuple[Duplicate, ...]:
    """Which seeds say what a fuller one says. The fullest of a group is kept; among equals the first by path.

    Every seed is compared only with kept ones that share sampled runs, and runs that many kept ones have (a background
    paragraph, a tail) name no candidates, so the work grows with the number of seeds.
    """
    order = sorted(sketches, key=lambda item: (-item[1].words, item[0]))
    by_digest: dict[bytes, str] = {}
    kept: list[tuple[str, frozenset[int]]] = []
    holders: defaultdict[int, list[int]] = defaultdict(list)
    found: list[Duplicate] = []
    for path, made in order:
        twin = by_digest.setdefault(made.digest, path)
        if twin != path:
            found.append(Duplicate(path, twin, "the same words"))
            continue
        first, second = frozenset(_marks(made.first)), frozenset(_marks(made.second))
        match = _fuller(first, second, holders, kept)
        if match:
            found.append(Duplicate(path, match[0], f"{match[1]:.0%} of its text is there"))
            continue
        for mark in first | second:
            holders[mark].append(len(kept))
        kept.append((path, first | second))
    return tuple(sorted(found, key=lambda duplicate: duplicate.seed))


def _marks(packed: bytes) -> "array[int]":
    marks = array("I")
    marks.frombytes(packed)
    return marks


def _fuller(
    first: frozenset[int],
    second: frozenset[int],
    holders: defaultdict[int, list[int]],
    kept: list[tuple[str, frozenset[int]]],
) -> tuple[str, float] | None:
    both = first | second
    if len(both) < _FEWEST:
        return None
    votes: Counter[int] = Counter()
    for mark in both:
        owners = holders.get(mark, ())
        if len(owners) <= _COMMON:
            votes.update(owners)
    for index, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:8]:
        path, theirs = kept[index]
        part = len(both & theirs) / len(both)
        if part >= _ALIKE and _share(first, theirs) >= _HALF_ALIKE and _share(second, theirs) >= _HALF_ALIKE:
            return path, part
    return None


def _share(marks: frozenset[int], theirs: frozenset[int]) -> float:
    return len(marks & theirs) / len(marks) if marks else 1.0
