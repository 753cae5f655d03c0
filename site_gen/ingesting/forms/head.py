"""What stands above a story: labels, a headline, a standfirst, who wrote it and when."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from site_gen.ingesting.boilerplate.kinds import name_line
from site_gen.ingesting.forms.byline import Byline, is_affiliation, is_name, read_byline
from site_gen.ingesting.forms.casing import in_sentence_case, is_capitals
from site_gen.ingesting.forms.date_line import DateLine, read_date_line
from site_gen.ingesting.forms.dateline import Dateline, agency_name, read_dateline_line, split_dateline
from site_gen.ingesting.forms.headline_line import (
    are_keys,
    begins_story,
    is_deck,
    is_headline,
    is_item,
    without_emoji,
    words_of_line,
)
from site_gen.ingesting.forms.label import is_label
from site_gen.ingesting.forms.places import usual_case
from site_gen.ingesting.forms.source_prefix import read_source_line, split_source_prefix
from site_gen.ingesting.forms.sources import usual_source
from site_gen.ingesting.manuscript import Manuscript
from site_gen.ingesting.paragraphs import join_lines
from site_gen.ingesting.text import BlockKind, Line
from site_gen.model.seed import Cut, Decision, Doubt

_LINES = 80
"""A head is not longer, notices and menus above it included."""
_MOST_BLOCKS = 24
_LONGEST = 240
"""Characters; a longer line is prose."""
_LEAD_WORDS = 9
"""Words after a dateline, without a stop, from which on they are no headline: "Islamabad: Army chief meets envoy"."""
_MOST_OPEN = 3
"""Lines that are neither label nor byline nor date: a kicker, the headline, its deck. More of them are a list."""
_FEW = 4
"""Words; a headline that is no longer, with nothing beside it that a head has, may be a caption."""

Role = Literal[
    "furniture", "label", "byline", "date line", "dateline", "source", "open", "headline", "standfirst", "kept"
]


class Block(Struct, frozen=True):
    """One line of the head, or several that were wrapped; `places` index the manuscript's lines."""

    text: str
    places: tuple[int, ...]
    kind: BlockKind = "text"


class Part(Struct, frozen=True):
    """A block and what it is in the head; `rule` names the boilerplate rule of furniture."""

    block: Block
    role: Role
    byline: Byline | None = None
    date: DateLine | None = None
    dateline: Dateline | None = None
    source: str = ""
    rule: str = ""


def take_head(manuscript: Manuscript) -> Manuscript:
    """The form of a text with a head; what is prose from its first line on stays as it is."""
    blocks = head_blocks(manuscript.lines)
    parts, story = _walk(blocks)
    if story is None:
        return manuscript
    parts = _settled(parts, blocks[story])
    taken = _taken(parts)
    if not taken or all(part.role == "label" for part in taken):
        return manuscript
    prose = "\n".join(line.text for line in manuscript.lines[blocks[story].places[0] :])
    return _without(_saying(manuscript, parts, prose), parts)


def _taken(parts: Iterable[Part]) -> list[Part]:
    return [part for part in parts if part.role not in ("kept", "open", "furniture")]


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


def _walk(blocks: tuple[Block, ...]) -> tuple[list[Part], int | None]:
    """Each block of the head with what it is by itself, and where the story begins (None: not found)."""
    parts: list[Part] = []
    for at, block in enumerate(blocks):
        part = _alone(block)
        if part.role == "open" and block.kind == "text" and _is_prose(block.text):
            if at + 1 < len(blocks) and _is_meta(blocks[at + 1]) and not _opens_news(block.text):
                parts.append(replace(part, role="standfirst" if is_deck(block.text) else "kept"))
                continue
            return parts, at
        if part.role == "open" and parts and is_item(block.text):
            part = replace(part, role="kept")  # key points between a headline and the story
        parts.append(part)
        if sum(part.role == "open" for part in parts) > _MOST_OPEN:
            return [], None
    return [], None


def _alone(block: Block) -> Part:
    """What a block is by its wording alone."""
    text = block.text
    if len(text) > _LONGEST:
        return Part(block, "open")
    if block.kind in ("heading", "subheading"):
        return Part(block, "label" if is_label(text) else "open")
    if date := read_date_line(text):
        return Part(block, "date line", date=date)
    if both := _several(text):
        return Part(block, "byline", byline=both[0], date=both[1])
    if byline := read_byline(text):
        return Part(block, "byline", byline=byline)
    if source := read_source_line(text):
        return Part(block, "source", source=source)
    if split_source_prefix(text):
        return Part(block, "open")
    if dateline := read_dateline_line(text):
        return Part(block, "dateline", dateline=dateline)
    if is_label(text):
        return Part(block, "label")
    named = name_line(text, frozenset())
    if named.kind in ("edge", "end", "anywhere", "menu"):
        return Part(block, "furniture", rule=named.rule or "menu")
    return Part(block, "open")


_SIGNS = re.compile(r"\s+[|•·–—-]\s+|\s*[|•·]\s*|,\s+(?=(?:updated|published|posted)\b)", re.IGNORECASE)
_WHO_WHEN = re.compile(
    r"(?P<who>(?:[Bb]y |BY )?[^\d,]{4,60}),?\s(?:on\s)?"
    r"(?P<when>(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]{2,8}\.? )?\d.*)"
)
_READING_TIME = re.compile(
    r"\d{1,3}\s?-?\s?min(?:ute)?s?(?: read| reading time)?|read(?:ing)? time:? .{1,20}", re.IGNORECASE
)


def _several(text: str) -> tuple[Byline, DateLine | None] | None:
    """A byline and a date in one line: "By Jane Roe | 14 January 2025", "Jane Roe, 14 January 2025"."""
    if len(text) > 160 or not any(sign.isdigit() for sign in text):
        return None
    names: list[str] = []
    date: DateLine | None = None
    source = ""
    for piece in _pieces(text):
        if not piece or is_label(piece) or _READING_TIME.fullmatch(piece):
            continue
        if said := read_date_line(piece):
            date = said if date is None or said.rank < date.rank else date
        elif byline := read_byline(piece):
            names += byline.authors
            source = source or byline.source
        elif usual := usual_source(piece):
            source = source or usual
        elif is_name(piece):
            names.append(piece)
        else:
            return None
    return (Byline(tuple(names), source), date) if date is not None else None


def _pieces(text: str) -> list[str]:
    pieces = [piece.strip(" ,") for piece in _SIGNS.split(text)]
    if len(pieces) > 1:
        return pieces
    found = _WHO_WHEN.fullmatch(text)
    return [found["who"].strip(" ,"), found["when"]] if found else pieces


def _is_prose(text: str) -> bool:
    return begins_story(text) or _opens_news(text)


def _opens_news(text: str) -> bool:
    """Whether a line opens as wire copy does; then it is the story."""
    found = split_dateline(text)
    if found.raw:
        return len(words_of_line(found.rest)) >= _LEAD_WORDS or begins_story(found.rest)
    return split_source_prefix(text) is not None and len(words_of_line(text)) >= _LEAD_WORDS


def _is_meta(block: Block) -> bool:
    """Whether a block is surely a byline or a date line, so that a sentence above it is no lead."""
    if block.kind != "text":
        return False
    return (
        read_date_line(block.text) is not None
        or read_byline(block.text) is not None
        or _several(block.text) is not None
    )


def _settled(parts: list[Part], story: Block) -> list[Part]:
    """The parts with each open line decided: kicker, headline, deck, office, or a line that stays."""
    parts = [_as_byline(parts, at) for at in range(len(parts))]
    lines = [at for at, part in enumerate(parts) if part.role == "open"]
    chosen = _headline_at(parts, lines)
    result = list(parts)
    for at in lines:
        result[at] = replace(parts[at], role="kept")
    if chosen is None:
        return [replace(part, role="kept") if part.role == "standfirst" else part for part in result]
    result[chosen] = replace(parts[chosen], role="headline")
    for at in lines:
        if at < chosen:
            result[at] = replace(parts[at], role="label")
        elif at > chosen and _same(parts[at].block.text, parts[chosen].block.text):
            result[at] = replace(parts[at], role="headline")
        elif at == chosen + 1 and is_deck(parts[at].block.text):
            result[at] = replace(parts[at], role="standfirst")
    for at, part in enumerate(result):
        if part.role == "standfirst" and at < chosen:
            result[at] = replace(part, role="kept")
    return result


def _as_byline(parts: list[Part], at: int) -> Part:
    """A bare name beside a date line or under "By", and the office under a byline, are no lines of the story."""
    part = parts[at]
    if part.role != "open" or part.block.kind != "text":
        return part
    text = part.block.text
    before = parts[at - 1] if at else None
    after = parts[at + 1] if at + 1 < len(parts) else None
    if before and before.role == "byline" and is_affiliation(text):
        return replace(part, role="byline", byline=Byline())
    if at and is_name(text) and len(text.split()) <= 4 and (_is_date(before) or _is_date(after)):
        return replace(part, role="byline", byline=Byline((text,)))
    return part


def _is_date(part: Part | None) -> bool:
    return part is not None and part.date is not None


def _headline_at(parts: list[Part], lines: list[int]) -> int | None:
    """Which of the open lines is the headline: the first that has the shape of one, above it at most a kicker."""
    if not lines or len(lines) > _MOST_OPEN:
        return None
    if any(part.role == "kept" for part in parts[: lines[0]]):
        return None  # prose stands above it
    for number, at in enumerate(lines[:2]):
        block = parts[at].block
        if block.kind == "heading" and words_of_line(block.text):
            return at
        if not is_headline(block.text):
            if number or len(lines) == 1 or not _is_kicker(block.text, parts[lines[1]].block.text):
                return None
            continue
        following = parts[lines[number + 1]].block.text if number + 1 < len(lines) else ""
        if not number and following and _is_kicker(block.text, following):
            continue
        if are_keys(block.text, following):
            return None
        rest = len(lines) - number - 1
        close = at + 1 < len(parts) and parts[at + 1].role in ("byline", "date line")
        if rest > 1 and not close:
            return None
        return at
    return None


def _is_kicker(text: str, following: str) -> bool:
    """Whether a short line names the subject of the headline under it: "War in Ukraine", "EXERCISES"."""
    words = len(words_of_line(text))
    if text[-1:] in ".!?:;," or not words or not is_headline(following):
        return False
    return (words <= 3 and len(words_of_line(following)) >= 5) or (
        words <= 4 and is_capitals(text + " A A") and not is_capitals(following)
    )


def _same(one: str, other: str) -> bool:
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())


def _saying(manuscript: Manuscript, parts: Iterable[Part], prose: str) -> Manuscript:
    """The manuscript with what the parts of its head give, each with its reason."""
    parts = tuple(parts)
    title = next((part.block.text for part in parts if part.role == "headline"), "")
    title, suffix = _without_site(without_emoji(title))
    if is_capitals(title):
        title = in_sentence_case(title, prose)
    summary = " ".join(part.block.text for part in parts if part.role == "standfirst")
    authors = tuple(dict.fromkeys(name for part in parts if part.byline for name in part.byline.authors))
    source = next(_sources(parts), "") or suffix
    said = manuscript.saying(title=title, summary=summary, authors=authors, source_name=source)
    for part in parts:
        if part.dateline:
            said = replace(said, day=said.day or part.dateline.day).saying(
                dateline=usual_case(part.dateline.place), source_name=agency_name(part.dateline.agency)
            )
    said = _dated(said, [part.date for part in parts if part.date])
    if title and said.given.title == title and len(words_of_line(title)) <= _FEW and len(_taken(parts)) == 1:
        said = said.doubting(Doubt("headline", "a short first line was taken as the headline"))
    return replace(said, notes=said.notes + tuple(_notes(title, summary, authors)))


def _sources(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        if part.source or (part.byline and part.byline.source):
            yield part.source or (part.byline.source if part.byline else "")


def _notes(title: str, summary: str, authors: tuple[str, ...]) -> Iterator[Decision]:
    if title:
        yield Decision("headline", title, "stands on a line of its own above the story")
    if summary:
        yield Decision("summary", summary, "the standfirst under the headline")
    if authors:
        yield Decision("authors", ", ".join(authors), "the text begins with a byline")


def _dated(manuscript: Manuscript, dates: list[DateLine]) -> Manuscript:
    sure = min((date for date in dates if date.moment), key=lambda date: date.rank, default=None)
    if sure is not None and sure.moment is not None and manuscript.given.date is None:
        given = replace(manuscript.given, date=sure.moment.when, timed=sure.moment.timed, date_source="text")
        return replace(manuscript, given=given)
    if dates and sure is None:
        return manuscript.doubting(Doubt("date", "the date line has two readings: day and month could be either"))
    return manuscript


def _without_site(title: str) -> tuple[str, str]:
    """A headline without the paper's name that a page's title ends with, and that name."""
    for sign in (" | ", " - ", " – ", " — "):
        head, found, tail = title.rpartition(sign)
        if found and usual_source(tail) and is_headline(head):
            return head, usual_source(tail)
    return title, ""


def _without(manuscript: Manuscript, parts: Iterable[Part]) -> Manuscript:
    """The manuscript without the lines of the head that were taken, each in the log."""
    rules: dict[int, str] = {}
    for part in parts:
        if part.role not in ("kept", "open"):
            rule = part.rule if part.role == "furniture" else part.role
            rules |= dict.fromkeys(part.block.places, rule)
    log = tuple(Cut(line.number, line.text, rules[at]) for at, line in enumerate(manuscript.lines) if at in rules)
    lines = tuple(line for at, line in enumerate(manuscript.lines) if at not in rules)
    return replace(manuscript, lines=lines, cuts=manuscript.cuts + log)
