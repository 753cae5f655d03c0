"""The form of live blogs: entries that each begin with their time of day."""

import re

from msgspec.structs import replace

from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Line
from site_gen.model.seed import Decision

_ZONE = r"(?:\s?(?:GMT|UTC|BST|CET|CEST|EET|EEST|EST|EDT|ET|CST|CDT|PST|PDT|IST|MSK|AEST|AEDT|Z|local time))?"
_TIME = re.compile(
    r"(?:(?:UPDATED?|LIVE|LATEST)\b[:,]?\s+(?:AT\s+)?)?[\[(]?"
    r"(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d(?![:.]?\d)(?:\s?[ap]\.?m\.?)?|\s?[ap]\.?m\.?)(?![\w%])" + _ZONE + r"[\])]?"
    r"(?P<mark>\s*(?:[-–—:|•]+(?=\s)|\Z)|(?=\s))\s*",
    re.IGNORECASE,
)
_FEWEST = 3
_WORDS = 8  # fewest of an entry; a timetable has fewer


def take_live(manuscript: Manuscript) -> Manuscript:
    """Recognise a live blog: times become headings, and its headline is doubtful."""
    lines = manuscript.lines
    found = {
        place: match for place, line in enumerate(lines) if line.kind == "text" and (match := _opening_time(line.text))
    }
    if len(found) < _FEWEST or _is_timetable(lines, list(found)):
        return manuscript
    split: list[Line] = []
    for place, line in enumerate(lines):
        match = found.get(place)
        if match is None:
            split.append(line)
            continue
        split.append(Line(line.number, line.text[: match.end()].rstrip(" -–—:|•"), "subheading"))
        if rest := line.text[match.end() :]:
            split.append(Line(line.number, rest, markup=line.markup))
    note = Decision("form", "live blog", f"{len(found)} entries begin with a time")
    taken = replace(manuscript, lines=tuple(split), genre="live", notes=(*manuscript.notes, note))
    return taken.with_headline_doubt("this is a live blog; what matters most may stand in any entry.")


def _opening_time(text: str) -> re.Match[str] | None:
    """The time that opens an entry; without a mark after it, a capital letter must follow."""
    if not (text[:1].isdigit() or text[:1] in "[(uUlL"):
        return None
    match = _TIME.match(text)
    if match is None or match["mark"] or match.end() == len(text):
        return match
    return match if text[match.end() : match.end() + 1].isupper() else None


def _is_timetable(lines: tuple[Line, ...], places: list[int]) -> bool:
    """Whether most entries are too short for news."""
    ends = [*places[1:], len(lines)]
    long_entries = sum(
        sum(line.text.count(" ") for line in lines[place:end]) >= _WORDS
        for place, end in zip(places, ends, strict=True)
    )
    return long_entries * 2 < len(places)
