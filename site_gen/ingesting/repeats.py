"""Lines that seeds of one source share at their head or tail: a widget, a slogan, a footer that no rule knows."""

import re
from collections import Counter
from collections.abc import Iterable

from site_gen.ingesting.text import Line

_HEAD = 4
_TAIL = 12
_FEWEST = 3
_LONGEST = 160
_SPACE = re.compile(r"[\W_]+")
_DATE = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b\d{4}\b", re.I)
_BYLINE = re.compile(r"(?:by|from|story by|source)\b", re.I)
_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_ADDRESSED = re.compile(
    r"\b(?:you|your|our|us|subscribe|follow|sign up|click|newsletter|website)\b|@|https?:|www\.", re.I
)


def fold(line: str) -> str:
    """A line as it is compared: letters and digits in lower case, single blanks."""
    return _SPACE.sub(" ", line.lower()).strip()


def edge_lines(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """The folded lines at a seed's head and tail that might be boilerplate, each once, in order."""
    texts = [line.text for line in lines if line.text]
    edges = texts[:_HEAD] + texts[max(_HEAD, len(texts) - _TAIL) :]
    return tuple(dict.fromkeys(fold(text) for text in edges if _may_repeat(text)))


def find_repeats(edges: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """The folded lines that stand at the edge of three seeds or more (of many seeds, of one in five hundred)."""
    seeds = 0
    counts: Counter[str] = Counter()
    for lines in edges:
        seeds += 1
        counts.update(lines)
    enough = max(_FEWEST, seeds // 500)
    return frozenset(line for line, count in counts.items() if line and count >= enough)


def _may_repeat(text: str) -> bool:
    """A sentence about the world may stand in many articles as background; one that speaks to the reader may not."""
    if len(text) > _LONGEST or _DATE.search(text) or _BYLINE.match(text):
        return False
    return not _SENTENCE.search(text) or bool(_ADDRESSED.search(text))
