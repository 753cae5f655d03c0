"""Classifies the lines of a text's head, each by its own wording."""

import re
from typing import Literal

from msgspec import Struct

from site_gen.extract.boilerplate.kinds import name_line
from site_gen.extract.boilerplate.sentence import looks_like_sentence
from site_gen.extract.forms.byline import Byline, names_of, read_byline
from site_gen.extract.forms.date_line import DateLine, read_date_line
from site_gen.extract.forms.dateline import Dateline, read_dateline_line, split_dateline
from site_gen.extract.forms.headline_line import begins_story, words_of_line
from site_gen.extract.forms.label import is_label
from site_gen.extract.forms.places import is_place
from site_gen.extract.forms.source_prefix import read_source_line, split_source_prefix
from site_gen.extract.forms.sources import usual_source
from site_gen.extract.paragraphs import join_lines
from site_gen.extract.text import BlockKind, Line

_LINES = 80
"""Most lines of a head, including notices and menus above it."""
_MOST_BLOCKS = 24
_LONGEST = 240
"""Characters; a longer line is prose."""
_LEAD_WORDS = 9
"""Words after a dateline, without a full stop, from which on they are a lead: "Islamabad: Army chief meets envoy"."""

Role = Literal[
    "furniture", "label", "byline", "date line", "dateline", "source", "open", "headline", "standfirst", "kept"
]


class Block(Struct, frozen=True):
    """One line of the head, or several that were wrapped; `places` are indexes of the manuscript's lines."""

    text: str
    places: tuple[int, ...]
    kind: BlockKind = "text"


class Part(Struct, frozen=True):
    """A block and its role in the head; `rule` names the boilerplate rule of furniture."""

    block: Block
    role: Role
    byline: Byline | None = None
    date: DateLine | None = None
    dateline: Dateline | None = None
    source: str = ""
    rule: str = ""


def head_blocks(lines: tuple[Line, ...]) -> tuple[Block, ...]:
    """The first blocks of a text: wrapped lines joined, but never across a dateline."""
    first = lines[:_LINES]
    starts = {paragraph.line for paragraph in join_lines(first)}
    blocks: list[Block] = []
    for place, line in enumerate(first):
        if not line.text:
            continue
        if line.number in starts or not blocks or _opens(line.text):
            if len(blocks) >= _MOST_BLOCKS:
                break
            blocks.append(Block(line.text, (place,), line.kind))
        else:
            last = blocks[-1]
            blocks[-1] = Block(f"{last.text} {line.text}", (*last.places, place), last.kind)
    return tuple(blocks)


def _opens(text: str) -> bool:
    return text[0] == "(" and bool(split_dateline(text).raw)


def classify(block: Block) -> Part:
    """A block with its role by its wording alone."""
    text = block.text
    if len(text) > _LONGEST:
        return Part(block, "open")
    if block.kind in ("heading", "subheading"):
        return Part(block, "label" if is_label(text) else "open")
    if date := read_date_line(text):
        return Part(block, "date line", date=date)
    if both := _byline_and_date(text):
        return Part(block, "byline", byline=both[0], date=both[1])
    if byline := read_byline(text):
        return Part(block, "byline", byline=byline)
    if source := read_source_line(text):
        return Part(block, "source", source=source)
    if split_source_prefix(text):
        return Part(block, "open")
    if dateline := read_dateline_line(re.sub(r"\s[|•·]\s", ", ", text)):
        return Part(block, "dateline", dateline=dateline)
    if is_label(text):
        return Part(block, "label")
    named = name_line(text, frozenset(), looks_like_sentence)
    if named.kind in ("edge", "end", "anywhere", "menu"):
        return Part(block, "furniture", rule=named.rule or "menu")
    return Part(block, "open")


_SEPARATORS = re.compile(
    r"\s+[|•·–—/-]\s+|\s*[|•·]\s*|\s+(?=by\s[A-Z])|,\s+(?=(?:updated|published|posted)\b)", re.IGNORECASE
)
_WHO_WHEN = re.compile(
    r"(?P<who>(?:[Bb]y |BY )?[^\d]{4,70}?),?\s(?:on\s)?"
    r"(?P<when>(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]{2,8}\.? )?\d.*)"
)
_READING_TIME = re.compile(
    r"\d{1,3}\s?-?\s?min(?:ute)?s?(?: read| reading time)?|read(?:ing)? time:? .{1,20}", re.IGNORECASE
)


def _byline_and_date(text: str) -> tuple[Byline, DateLine | None] | None:
    """A byline and a date in one line: "By Jane Roe | 14 January 2025", "Jane Roe, 14 January 2025"."""
    if len(text) > 160 or not any(character.isdigit() for character in text):
        return None
    pieces = _pieces(text)
    if not any(map(read_date_line, pieces)):
        return None  # true of most lines, which need not be searched for names
    names: list[str] = []
    date: DateLine | None = None
    source = ""
    for piece in pieces:
        if not piece or is_label(piece) or _READING_TIME.fullmatch(piece):
            continue
        if date_line := read_date_line(piece):
            date = date_line if date is None or date_line.rank < date.rank else date
        elif byline := read_byline(piece):
            names += byline.authors
            source = source or byline.source
        elif usual := usual_source(piece):
            source = source or usual
        elif people := names_of(piece):
            names += people
        elif is_place(piece):
            continue
        else:
            return None
    return (Byline(tuple(names), source), date) if date is not None else None


def _pieces(text: str) -> list[str]:
    pieces = [piece.strip(" ,") for piece in _SEPARATORS.split(text)]
    if len(pieces) > 1:
        return pieces
    found = _WHO_WHEN.fullmatch(text)
    return [found["who"].strip(" ,"), found["when"]] if found else pieces


def is_prose(text: str) -> bool:
    """Whether a line belongs to the story: prose, or the opening of wire copy."""
    return begins_story(text) or opens_news(text)


def opens_news(text: str) -> bool:
    """Whether a line opens like wire copy, and so begins the story."""
    found = split_dateline(text)
    if found.raw:
        return len(words_of_line(found.rest)) >= _LEAD_WORDS or begins_story(found.rest)
    return split_source_prefix(text) is not None and len(words_of_line(text)) >= _LEAD_WORDS


def is_meta(block: Block) -> bool:
    """Whether a block is surely a byline or a date line, so that a sentence above it is no lead."""
    if block.kind != "text":
        return False
    return (
        read_date_line(block.text) is not None
        or read_byline(block.text) is not None
        or _byline_and_date(block.text) is not None
    )
