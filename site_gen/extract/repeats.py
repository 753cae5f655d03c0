"""Finds lines that many seeds share at their head or tail: a widget, a slogan, a footer that no rule knows."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from zlib import crc32

from site_gen.extract.boilerplate.fold import fold
from site_gen.extract.tally import Tally
from site_gen.extract.text import Edges, Line

_HEAD = 4
_TAIL = 12
_FEWEST = 3
_LONGEST = 160
_DATE = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b\d{4}\b", re.I)
_BYLINE = re.compile(r"(?:by|from|story by|source)\b", re.I)
_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]]*(?:\s|$)")
_SENTENCE_WORDS = 11
# Headings that articles of any source have, and lines without words.
_HEADING = re.compile(
    r"(?:the )?(?:background|overview|introduction|conclusions?|summary|context|analysis|details|timeline|history|"
    r"results?|findings|methods?|next steps|what(?:['’]s| is| comes| happens) next\??|key (?:points|takeaways|facts)|"
    r"in brief|at a glance|looking ahead|recommendations|the bottom line|why it matters|q ?& ?a|notes?|references|"
    r"sources|appendix)|[\W_\d]*",
    re.I,
)
_ADDRESSED = re.compile(
    r"\b(?:you|your|our|(?-i:us))\b|@|https?:|www\.|^(?:please|follow|subscribe|sign up|join|click|visit|read) ",
    re.I,
)
_SPOKEN = re.compile(r"[\"“”«»]|\b(?:said|says|told|added|warned)\b", re.I)


def edge_lines(lines: tuple[Line, ...]) -> Edges:
    """The lines of a seed that count as possibly repeating, each once, in order."""
    texts = [line.text for line in lines if line.text]
    edges = texts[:_HEAD] + texts[max(_HEAD, len(texts) - _TAIL) :]
    # The longest line first: it is the story's own nearly always, so that few lines are judged.
    story = next((text for text in sorted(texts, key=len, reverse=True) if not _may_repeat(text)), "")
    repeating = dict.fromkeys(fold(text) for text in edges if _may_repeat(text))
    return Edges(tuple(repeating), crc32(story.encode("utf-8", "replace")))


def find_repeats(edges: Callable[[], Iterable[Edges]]) -> frozenset[str]:
    """The folded lines at the edges of at least three seeds (or one in two hundred, if that is more).

    Copies of one story count once: their headline repeats and is not boilerplate. `edges` is called twice, so that no
    line need be in memory whose checksum only one seed has.
    """
    stories: set[int] = set()
    sums = Tally(32)
    for seed in edges():
        if seed.story not in stories:
            stories.add(seed.story)
            sums.add(map(_sum, seed.lines))
    enough = max(_FEWEST, len(stories) // 200)
    frequent = {number for number, _ in sums.repeated(enough)}
    counts: Counter[str] = Counter()
    for seed in edges() if frequent else ():
        if seed.story in stories:
            stories.remove(seed.story)
            counts.update(line for line in seed.lines if _sum(line) in frequent)
    return frozenset(line for line, count in counts.items() if line and count >= enough)


def _sum(line: str) -> int:
    return crc32(line.encode("utf-8", "replace"))


def _may_repeat(text: str) -> bool:
    """Whether a line can be boilerplate: no sentence of an article's own, unless it addresses the reader."""
    if len(text) > _LONGEST or _DATE.search(text) or _BYLINE.match(text) or _HEADING.fullmatch(text):
        return False
    return not _is_sentence(text) or (_ADDRESSED.search(text) is not None and _SPOKEN.search(text) is None)


def _is_sentence(text: str) -> bool:
    return _SENTENCE.search(text) is not None or text.count(" ") >= _SENTENCE_WORDS
