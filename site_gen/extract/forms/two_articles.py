"""Flags two articles in one file: a second dateline, byline or end mark in the middle of a text."""

import re

from site_gen.extract.forms.byline import read_byline
from site_gen.extract.forms.dateline import split_dateline
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Line
from site_gen.model.seed import Doubt

_END = re.compile(r"(?:#{3,}|-?\s?30\s?-|[-–—(*\s]*(?:ENDS?|The End)[-–—)*\s]*)\Z")
_SEPARATOR = re.compile(r"(?:[*=_~-]\s?){3,}\Z")
_NOT_AN_ARTICLE = re.compile(
    r"(?:about|note|notes|editor|contact|media|press|for more|background|disclaimer|source|photo|copyright|©)\b",
    re.IGNORECASE,
)
_FEWEST = 2  # fewest paragraphs of the first article, and of the second
_LONG = 80
_SHORT = 120


def flag_two_articles(manuscript: Manuscript) -> Manuscript:
    """Flag a file with two articles by a doubt that asks to split it; the text stays as it is."""
    if manuscript.genre in ("digest", "live", "interview"):
        return manuscript
    lines = [line for line in manuscript.lines if line.text]
    long_lines = [place for place, line in enumerate(lines) if len(line.text) >= _LONG]
    if len(long_lines) < 2 * _FEWEST:
        return manuscript
    for place in range(long_lines[_FEWEST - 1] + 1, long_lines[-_FEWEST] + 1):
        if begins := _second(lines, place):
            why = f"the file seems to hold two articles; the second begins at line {begins}. Split the file."
            return manuscript.with_doubt(Doubt("text", why))
    return manuscript


def _second(lines: list[Line], place: int) -> int:
    """The number of the line at which a second article begins, judged by the line at this place; 0 for none."""
    line, above = lines[place], lines[place - 1]
    if line.kind != "text":
        return 0
    begins = above.number if _is_headline(above) else line.number
    if _is_dateline(line.text):
        return begins
    if _is_byline(line) and place + 1 < len(lines):
        return begins if len(lines[place + 1].text) >= _LONG or _is_dateline(lines[place + 1].text) else 0
    following = lines[place + 1] if place + 1 < len(lines) else None
    if following is None or _NOT_AN_ARTICLE.match(following.text):
        return 0
    if _END.match(line.text):
        return following.number
    if _SEPARATOR.match(line.text) and _is_headline(following):
        return following.number
    return 0


def _is_dateline(text: str) -> bool:
    found = split_dateline(text) if text[:1].isupper() or text[:1] == "(" else None
    return found is not None and bool(found.raw) and bool(found.place) and (bool(found.agency) or found.day is not None)


def _is_byline(line: Line) -> bool:
    if line.text[:2].casefold() != "by" or len(line.text) > _SHORT:
        return False
    byline = read_byline(line.text)
    return byline is not None and bool(byline.authors)


def _is_headline(line: Line) -> bool:
    """Whether a line may be a headline: short, of several words, and without a full stop."""
    text = line.text
    return len(text) < _SHORT and text.count(" ") >= 2 and text[-1].isalnum() and not text[0].islower()
