"""The form of texts with notes, such as assessments: marks like [12] in the text, and a list of notes after it."""

import re

from msgspec.structs import replace

from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Line, Paragraph
from site_gen.model.seed import Decision

_MARK = re.compile(r"(?<=[\w.,;:!?”\"’)\]])\s?\[\d{1,3}\]")
_NOTE = re.compile(r"\[\d{1,3}\]:?\s*(?=\S)")
_FEWEST_MARKS = 3
_FEWEST_WITHOUT_LIST = 6  # where no list of notes follows


def take_notes(manuscript: Manuscript) -> Manuscript:
    """Recognise a text with notes: their list stays a list, and their marks stay in the body only."""
    lines = manuscript.lines
    if sum(line.text.count("[") for line in lines) < _FEWEST_MARKS:
        return manuscript
    notes = _list_of_notes(lines)
    marks = sum(len(_MARK.findall(line.text)) for place, line in enumerate(lines) if place not in notes)
    if marks < (_FEWEST_MARKS if notes else _FEWEST_WITHOUT_LIST):
        return manuscript
    listed = tuple(Line(line.number, line.text, "item") if place in notes else line for place, line in enumerate(lines))
    note = Decision("form", "assessment with notes", f"{marks} marks of notes stand in the text")
    return replace(manuscript, lines=listed, genre=manuscript.genre or "assessment", notes=(*manuscript.notes, note))


def without_marks(prose: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs without note marks, as headline and summary quote them."""
    return tuple(Paragraph(_MARK.sub("", one.text), one.line, one.kind) for one in prose)


def _list_of_notes(lines: tuple[Line, ...]) -> frozenset[int]:
    """The places of the notes: lines that begin with a mark, if there are at least two."""
    places = [place for place, line in enumerate(lines) if line.kind == "text" and _NOTE.match(line.text)]
    return frozenset(places if len(places) >= 2 else ())
