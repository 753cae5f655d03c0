"""The form of articles with cross-headings: short lines between paragraphs, in capitals or like a title."""

import re

from msgspec.structs import replace

from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Line

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_OPEN_END = re.compile(r"[.!,;:…\"”’»&-]\Z")
_NO_HEADING = re.compile(
    r"(?:by|from|photos?|pictures?|image|credit|source|updated|published|posted|with|via)\b|[-–—*•#@>|]"
    r"|\W*\d[\d:./ -]*\Z"
    r"|.*(?:https?://|www\.|@\w|\d{4}\Z|\s[|/•·]\s)",
    re.IGNORECASE,
)
_LONGEST = 70
_MOST_WORDS = 9
_LEAST_PROSE = 60


def take_headings(manuscript: Manuscript) -> Manuscript:
    """Recognise cross-headings. A line before the first paragraph is not one: it may be the headline."""
    lines = manuscript.lines
    filled = [place for place, line in enumerate(lines) if line.text]
    short = [at for at in range(1, len(filled) - 1) if _is_short(lines[filled[at]])]
    if not short:
        return manuscript
    is_spaced = _is_spaced(lines, filled)
    found: dict[int, Line] = {}
    first_prose = next((at for at, place in enumerate(filled) if _is_prose(lines[place])), len(filled))
    for at in short:
        place, above, below = filled[at], filled[at - 1], filled[at + 1]
        line = lines[place]
        if at <= first_prose or not _may_follow(lines[above]) or not _is_opening(lines[below]):
            continue
        if line.text.isupper() or (not is_spaced or place > above + 1):
            found[place] = Line(line.number, line.text, "heading")
    if not found:
        return manuscript
    return replace(manuscript, lines=tuple(found.get(place, line) for place, line in enumerate(lines)))


def _is_short(line: Line) -> bool:
    text = line.text
    return (
        line.kind == "text"
        and 3 <= len(text) <= _LONGEST
        and not text[0].islower()
        and not _OPEN_END.search(text)
        and text.count(" ") < _MOST_WORDS
        and any(map(str.isalpha, text))
        and not _NO_HEADING.match(text)
        and not (": " in text and text.endswith("?"))  # a speaker's question
    )


def _is_prose(line: Line) -> bool:
    return line.kind == "text" and (
        len(line.text) >= _LEAST_PROSE or (line.text.count(" ") >= 6 and _ENDS.search(line.text) is not None)
    )


def _may_follow(line: Line) -> bool:
    """Whether a paragraph, a list or a table ends with this line, so that a heading may follow."""
    return line.kind != "text" or (_ENDS.search(line.text) is not None or line.text.endswith(":"))


def _is_opening(line: Line) -> bool:
    """Whether a paragraph begins with this line."""
    return _is_prose(line) and not line.text[0].islower()


def _is_spaced(lines: tuple[Line, ...], filled: list[int]) -> bool:
    """Whether blank lines separate the paragraphs; then one precedes a heading too."""
    return sum(not line.text for line in lines[: filled[-1]]) * 4 >= len(filled)
