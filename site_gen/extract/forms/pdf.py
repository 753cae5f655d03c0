"""The form of text from a PDF: page numbers and running heads are cut, and paragraphs that they broke are joined."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import pairwise

from msgspec.structs import replace

from site_gen.extract.hyphens import splits_word
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Line
from site_gen.model.seed import Doubt

_PAGE = re.compile(r"\W*page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_PAGE_OF = re.compile(r"\W*(?:page\s+)?\d{1,4}\s*(?:of|/)\s*\d{1,4}\W*", re.IGNORECASE)
_NUMBER = re.compile(r"[-–—|\s]*(\d{1,4})[-–—|\s]*")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
_DIGITS = re.compile(r"\d+")
_LONGEST_HEAD = 90
_TAIL = 40
_LEAST_BROKEN = 24  # characters of a line that breaks off within a sentence
_LEAST_PAGE = 6  # fewest lines between two page numbers, where no form feed separates pages
_EVEN = 0.4  # how much the intervals of a running head may differ, as a part of their mean
_DOUBLE_SPACED = 0.7  # the part of lines with a blank one after them, from which on a text is double-spaced
_BROKEN = 0.35  # and of these, the part after which a small letter follows
_SIDE_BY_SIDE = re.compile(r"\S.{16,}\S {3,}\S.{16,}\S")
_LEAST_SIDE_BY_SIDE = 5


def take_pages(manuscript: Manuscript) -> Manuscript:
    """Recognise a text that was set in pages, or double-spaced."""
    texts = [line.text for line in manuscript.lines]
    feeds = [place for place, text in enumerate(texts) if "\f" in text]
    cuts = _page_furniture(texts, feeds) if feeds or _may_have_pages(texts) else {}
    manuscript = manuscript.without_each(cuts)
    if cuts or feeds or _is_double_spaced(texts):
        manuscript = replace(manuscript, lines=_without_gaps(manuscript.lines, bool(cuts or feeds)))
    if sum(_SIDE_BY_SIDE.search(text) is not None for text in texts if "   " in text) >= _LEAST_SIDE_BY_SIDE:
        why = "two columns seem to stand side by side; lines of both may be mixed."
        manuscript = manuscript.with_doubt(Doubt("text", why))
    return manuscript


def _may_have_pages(texts: list[str]) -> bool:
    """A quick check: a number or "Page 2" alone on a line, or short lines that repeat."""
    short = [text for text in texts if text and len(text) <= _LONGEST_HEAD]
    return len(set(short)) < len(short) or any(
        (text[-1].isdigit() or text[0] in "-–—")
        and (_NUMBER.fullmatch(text) or _PAGE.fullmatch(text) or _PAGE_OF.fullmatch(text))
        for text in short
    )


def _page_furniture(texts: list[str], feeds: list[int]) -> dict[int, str]:
    """The places of page numbers and running heads, with the names of their rules."""
    filled = [place for place, text in enumerate(texts) if text.strip()]
    edges = _page_edges(texts, filled, feeds)
    numbers = _page_numbers(texts, filled, edges, _repeated(texts, filled))
    heads = _running_heads(texts, filled, edges, numbers)
    return dict.fromkeys(heads, "running head") | dict.fromkeys(numbers, "page number")


def _page_edges(texts: list[str], filled: list[int], feeds: list[int]) -> set[int]:
    """The places of the first and last two filled lines around each form feed."""
    edges: set[int] = set()
    for feed in feeds:
        begins = texts[feed].lstrip(" ").startswith("\f")
        at = bisect_left(filled, feed + (not begins))
        edges.update(filled[max(0, at - 2) : at + 2])
    if feeds:
        edges.update(filled[:2] + filled[-2:])
    return edges


def _repeated(texts: list[str], filled: list[int]) -> set[int]:
    """The places of short lines that occur more than once."""
    counts = Counter(_folded(texts[place]) for place in filled if len(texts[place]) <= _LONGEST_HEAD)
    return {place for place in filled if counts[_folded(texts[place])] >= 2}


def _folded(text: str) -> str:
    """A line as running heads are compared: without regard to numbers, blanks and case."""
    return _DIGITS.sub("0", " ".join(text.split())).casefold()


def _page_numbers(texts: list[str], filled: list[int], edges: set[int], repeated: set[int]) -> set[int]:
    named = {place for place in filled if _PAGE.fullmatch(texts[place]) or _PAGE_OF.fullmatch(texts[place])}
    sure = {place for place in named if place in edges or _PAGE.fullmatch(texts[place])}
    if len(named) >= 2:
        sure |= named
    bare = {place: int(match[1]) for place in filled if (match := _NUMBER.fullmatch(texts[place]))}
    breaks = _within_sentences(texts, [place for place in filled if place not in bare and place not in repeated])
    sure |= {place for place in bare if place in edges or place in breaks}
    for (place, number), (other, following) in pairwise(sorted(bare.items())):
        ruled = not (texts[place].strip().isdigit() or texts[other].strip().isdigit())
        if following == number + 1 and (ruled or other - place > _LEAST_PAGE):
            sure |= {place, other}
    return sure


def _within_sentences(texts: list[str], story: list[int]) -> set[int]:
    """The places between two lines of the story within one sentence."""
    return {
        place
        for one, other in pairwise(story)
        if other > one + 1
        and len(texts[one].strip()) > _LEAST_BROKEN
        and not _ENDS.search(texts[one])
        and texts[other].strip()[:1].islower()
        for place in range(one + 1, other)
    }


def _running_heads(texts: list[str], filled: list[int], edges: set[int], numbers: set[int]) -> set[int]:
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for place in filled:
        text = texts[place].strip()
        if place not in numbers and len(text) <= _LONGEST_HEAD and not _ENDS.search(text):
            alike[_folded(text)].append(place)
    near = {
        filled[at + step]
        for at, place in enumerate(filled)
        if place in numbers
        for step in (-1, 1)
        if 0 <= at + step < len(filled)
    }
    heads: set[int] = set()
    alike_places = {place for places in alike.values() if len(places) >= 2 for place in places}
    breaks = _within_sentences(texts, [place for place in filled if place not in alike_places and place not in numbers])
    for text, places in alike.items():
        if len(places) < 2 or not any(map(str.isalpha, text)):
            continue
        edge = all(place in edges or place in near for place in places[1:])
        if edge or (_is_even(places) and not breaks.isdisjoint(places)):
            heads.update(places)
    first = filled[0] if filled else -1
    if first in heads and not _DIGITS.search(texts[first]):
        heads.discard(first)  # it may be the headline
    return heads


def _is_even(places: list[int]) -> bool:
    """Whether lines recur at about the same interval, as at the head of each page."""
    steps = [following - place for place, following in pairwise(places)]
    mean = sum(steps) / len(steps)
    return len(steps) >= 2 and mean > _LEAST_PAGE and max(steps) - min(steps) <= _EVEN * mean


def _is_double_spaced(texts: list[str]) -> bool:
    """Whether a blank line follows nearly every line, also within sentences."""
    if texts.count("") * 3 < len(texts):
        return False
    filled = [place for place, text in enumerate(texts) if text.strip()]
    if len(filled) < 6:
        return False
    apart = [(one, other) for one, other in pairwise(filled) if other > one + 1]
    breaks = [(one, other) for one, other in apart if not _ENDS.search(texts[one]) and texts[other][:1].islower()]
    return len(apart) >= _DOUBLE_SPACED * (len(filled) - 1) and len(breaks) >= _BROKEN * len(apart)


def _without_gaps(lines: tuple[Line, ...], paged: bool) -> tuple[Line, ...]:
    """The lines without blank ones within a sentence; its parts are joined, unless they are pages or split a word."""
    kept: list[tuple[Line, list[str]]] = []
    blanks: list[tuple[Line, list[str]]] = []
    last = ""
    for line in lines:
        if not line.text.strip(" \f"):
            blanks.append((line, [line.text]))
            continue
        goes_on = line.kind == "text" and _breaks_off(last) and line.text.lstrip(" \f")[:1].islower()
        if goes_on and not paged and not splits_word(last, line.text):
            kept[-1][1].append(line.text)
        else:
            kept += [(line, [line.text])] if goes_on else [*blanks, (line, [line.text])]
        last = line.text if line.kind == "text" else ""
        blanks = []
    return tuple(Line(line.number, " ".join(parts), line.kind) for line, parts in (*kept, *blanks))


def _breaks_off(text: str) -> bool:
    return len(text) > _LEAST_BROKEN and not _ENDS.search(text[-_TAIL:])
