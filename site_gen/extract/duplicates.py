"""Finds exact and near copies of a text: a re-scrape, wire copy with another headline, a shortened version."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from itertools import chain
from typing import TypeVar
from zlib import crc32

from msgspec import Struct

from site_gen.model.seed import Duplicate

# Bytes and non-ASCII characters that separate words. A table, for speed: a pattern takes three times as long.
_BLANKED = bytes(code if code > 0x7F or chr(code).isalnum() else 0x20 for code in range(0x100))
_SEPARATORS = "‘’“”„«»–—…−،؛؟۔"
_DENSE = re.compile(
    "([\u3005\u3040-\u30ff\u3400-\u9fff])"
    "|[\u3000-\u3004\u3006-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"
)
"""Letters of scripts without blanks between words, each of which is compared as a word, and the signs between them."""
_FIGURE = re.compile(rb"\b\d+\b")
_MASK = (1 << 32) - 1
_SAMPLE = 3  # of all runs of words, one in four is kept: those whose first two words' codes agree in these bits
_MOST = 1024  # kept runs of one half: enough for 8,000 words, and a limit for hostile texts
_FEWEST = 6  # kept runs that a near copy must have; a shorter text has copies only if all its words are the same
COMMON = 40  # a run that more kept texts have is a common phrase and gives no candidates
_CLUE = (1 << 32) // 3  # of the kept runs, the third that is used to find candidates
_CANDIDATES = 8
_SHARED_CLUES = 0.3  # the part of a text's clues that a candidate must have
_SHORT = 150  # words
# What part of the shorter text the fuller one must have. A copy differs at its head or tail, or in a word here and
# there: at least one half is nearly complete, and so are its figures. Reports written to a pattern (strikes by day,
# contracts by firm) differ throughout, or in the one paragraph that matters; a shared tail fills one half only.
_ALIKE = 0.6
_ALIKE_SHORT = 0.85
_WORSE_HALF = 0.45
_BETTER_HALF = 0.78
_SAME_FIGURES = 0.7
SAME_WORDS = "the same words"
Key = TypeVar("Key", int, tuple[int, str])


class Sketch(Struct, frozen=True):
    """A text's fingerprint: a digest of its words, their number, and a sample of its four-word runs.

    A run is sampled by its own hash alone, so two texts sample the same of what they share, and their samples show
    what part of one is in the other (FracMinHash). `first` and `second` are the samples of the text's halves;
    `figures` are the numbers in the text.
    """

    digest: bytes
    words: int
    first: bytes
    second: bytes
    figures: bytes


def sketch(paragraphs: tuple[str, ...]) -> Sketch:
    """The fingerprint of the article's paragraphs; case, punctuation and line breaks do not count."""
    words = _words(paragraphs)
    text = b" ".join(words)
    codes = list(map(crc32, words))
    runs = zip(codes, codes[1:], codes[2:], codes[3:], strict=False)
    half = len(codes) // 2
    marks = [((a + 3 * b + 5 * c + 7 * d) & _MASK, at) for at, (a, b, c, d) in enumerate(runs) if not (a ^ b) & _SAMPLE]
    digest = blake2b(text, digest_size=16).digest()
    figures = b" ".join(sorted(set(_FIGURE.findall(text)))[:_MOST])
    return Sketch(
        digest,
        len(codes),
        _packed(mark for mark, at in marks if at < half),
        _packed(mark for mark, at in marks if at >= half),
        figures,
    )


def _words(paragraphs: tuple[str, ...]) -> list[bytes]:
    text = " ".join(paragraphs).lower()
    if not text.isascii():
        for character in _SEPARATORS:
            text = text.replace(character, " ")
        text = _DENSE.sub(_apart, text)
    return text.encode("utf-8", "replace").translate(_BLANKED).split()


def _apart(match: re.Match[str]) -> str:
    return f" {match[1]} " if match[1] else " "


def _packed(marks: Iterable[int]) -> bytes:
    return array("I", sorted(set(marks))[:_MOST]).tobytes()


def rank(path: str, sketch: Sketch) -> tuple[int, str]:
    """The sort key of the order in which each text is compared with those before it: fuller ones come first."""
    return -sketch.words, path


def clues_of(sketch: Sketch) -> list[int]:
    """The sampled runs that are used to find candidates; one that both halves have counts twice."""
    return [mark for mark in (*_marks(sketch.first), *_marks(sketch.second)) if mark < _CLUE]


def duplicate_of(
    path: str,
    ours: Sketch,
    clues: int,
    holders: Iterable[Sequence[Key]],
    text_of: Callable[[Key], tuple[str, Sketch]],
) -> Duplicate | None:
    """The duplicate that a text is of another, if any. `holders` are the kept texts that have a clue, for each clue.

    Keys sort as their texts rank; `text_of` gives the path and sketch of a key.
    """
    votes = Counter(chain.from_iterable([keys for keys in holders if len(keys) <= COMMON]))
    enough = _SHARED_CLUES * clues
    for _, key in sorted((-agreeing, key) for key, agreeing in votes.items() if agreeing >= enough)[:_CANDIDATES]:
        path_of_fuller, fuller = text_of(key)
        if part := _part_contained(ours, fuller):
            return Duplicate(path, path_of_fuller, f"{part:.0%} of its text is there")
    return None


def _marks(packed: bytes) -> "array[int]":
    marks = array("I")
    marks.frombytes(packed)
    return marks


def _part_contained(ours: Sketch, fuller: Sketch) -> float:
    """What part of a text a fuller one contains, if that makes it a copy; else 0."""
    theirs = frozenset((*_marks(fuller.first), *_marks(fuller.second)))
    halves = [_marks(half) for half in (ours.first, ours.second)]
    contained = [sum(mark in theirs for mark in half) for half in halves]
    marks = sum(map(len, halves))
    if marks < _FEWEST or sum(contained) < (_ALIKE if ours.words >= _SHORT else _ALIKE_SHORT) * marks:
        return 0.0
    worse, better = sorted(count / max(1, len(half)) for count, half in zip(contained, halves, strict=True))
    figures = set(ours.figures.split())
    same = len(figures.intersection(fuller.figures.split()))
    if worse < _WORSE_HALF or better < _BETTER_HALF or same < _SAME_FIGURES * len(figures):
        return 0.0
    return sum(contained) / marks
