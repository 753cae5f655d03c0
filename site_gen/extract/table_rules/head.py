"""The head of a text by a language's table: what is above the story, and the bylines and sources below it."""

import re
from collections.abc import Iterator
from datetime import datetime, time

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.forms.byline import Byline
from site_gen.extract.forms.dateline import Dateline, agency_name
from site_gen.extract.languages.language import Language, Table
from site_gen.extract.languages.words import whole_line
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.table_rules.byline import agency_alone, before_labels, read_byline, read_names, read_source_line
from site_gen.extract.table_rules.date_lines import DateOfText, read_date_line
from site_gen.extract.table_rules.dateline import read_dateline_line, split_dateline
from site_gen.extract.table_rules.meta import read_meta
from site_gen.extract.table_rules.name import is_person
from site_gen.model.seed import Decision
from site_gen.text.capital import from_capitals

_MOST = 14
"""Lines of a head, at most."""
_MOST_OPEN = 3
"""Lines without a role of their own: a kicker, the headline, a standfirst."""
_TAIL = 4
"""Last lines among which bylines and sources are looked for."""
_FEWEST_IN_TITLE, _FEWEST_WORDS = 3, 4
"""Words of a headline without a kicker above it, and of other prose."""
_LONGEST_TITLE = 200
_PROSE_WORDS = 25
_LONGEST_NOTICE = 60
_ENDS = re.compile(r"[.!…。！؟۔][\"'”’»)\]“」』）】]*\Z")
_PATH = re.compile(r"[^>›»]{2,40}(?:\s[>›»]\s?[^>›»]{2,40}){1,4}")
"""Where a page is on its site: "Home > Defence > Industry"."""


class Part(Struct, frozen=True, kw_only=True):
    """What a line of the head gives; a line that gives nothing is `open`."""

    place: int
    rule: str = "open"
    byline: Byline | None = None
    dates: tuple[DateOfText, ...] = ()
    dateline: Dateline | None = None
    source: str = ""


def take_head(manuscript: Manuscript, language: Language) -> Manuscript:
    """Take title, standfirst, byline, date, place and source from the lines above the story, and those at the end."""
    table = language.table
    if table is None:
        return manuscript
    filled = [at for at, line in enumerate(manuscript.lines) if line.text]
    parts = _with_names(_above(manuscript, filled, language, table), manuscript, table)
    below = _below(manuscript, filled[len(parts) :], table)
    taken = _with_titles(_with_facts(manuscript, (*parts, *below), language), parts, manuscript)
    rules = {part.place: part.rule for part in (*parts, *below) if part.rule not in ("open", "kept")}
    title, standfirst = _titles(parts, manuscript)
    rules |= {title: "headline"} if title is not None else {}
    rules |= {standfirst: "standfirst"} if standfirst is not None else {}
    if title is not None:
        rules |= {part.place: "label" for part in parts if part.rule == "open" and part.place < title}
    return taken.without_each(rules)


def _above(manuscript: Manuscript, filled: list[int], language: Language, table: Table) -> list[Part]:
    """The parts of the head; none where the story is not found under it."""
    parts: list[Part] = []
    for number, at in enumerate(filled[:_MOST]):
        line = manuscript.lines[at]
        part = _part(at, line.text, language, table)
        if part.rule == "open" and line.kind == "text" and _begins_story(line.text, language):
            below = filled[number + 1 : number + 2]
            rule = _part(below[0], manuscript.lines[below[0]].text, language, table).rule if below else "open"
            if rule not in ("byline", "date line") or number + 2 >= len(filled):
                return parts
        parts.append(part)
        if sum(part.rule == "open" for part in parts) > _MOST_OPEN:
            return []
    return []


def _with_names(parts: list[Part], manuscript: Manuscript, table: Table) -> list[Part]:
    """The parts; a bare name beside a date line or a byline is a byline."""
    result = list(parts)
    for number, part in enumerate(parts):
        beside = [one for one in (*parts[max(0, number - 1) : number], *parts[number + 1 : number + 2]) if one.dates]
        text = manuscript.lines[part.place].text
        if part.rule == "open" and beside and (byline := read_names(text, table)):
            result[number] = replace(part, rule="byline", byline=byline)
    return result


def _part(at: int, text: str, language: Language, table: Table) -> Part:
    """A line as a part of the head, by its wording alone."""
    if dates := read_date_line(text, table):
        return Part(place=at, rule="date line", dates=dates)
    if len(before_labels(text, table)) > 1 and (several := _of_meta(at, text, language, table)):
        return several
    if byline := read_byline(text, table):
        return Part(place=at, rule="byline" if byline.authors else "credit", byline=byline)
    if source := read_source_line(text, table) or agency_alone(text, table):
        return Part(place=at, rule="source", source=source)
    if whole_line(table.boilerplate.sections).match(text):
        return Part(place=at, rule="label")
    if len(text) <= _LONGEST_NOTICE and whole_line(table.boilerplate.notices).match(text):
        return Part(place=at, rule="notice")
    if meta := _of_meta(at, text, language, table):
        return meta
    if _PATH.fullmatch(text):
        return Part(place=at, rule="label")
    if dateline := read_dateline_line(text, language):
        return Part(place=at, rule="dateline", dateline=dateline)
    return Part(place=at)


def _of_meta(at: int, text: str, language: Language, table: Table) -> Part | None:
    """A line of a byline, a place, a date or a source side by side, as one part."""
    meta = read_meta(text, table)
    if meta is None:
        return None
    small = table.datelines.particles
    place = ", ".join(from_capitals(name.strip(" .,"), language.code, small) for name in meta.places)
    dateline = Dateline("", text, place) if place else None
    rule = "byline" if meta.authors else "dateline" if place else "date line"
    return Part(place=at, rule=rule, byline=Byline(meta.authors, meta.source), dates=meta.dates, dateline=dateline)


def _begins_story(text: str, language: Language) -> bool:
    """Whether a line is prose: a sentence with its stop, or many words; or it opens with a dateline."""
    if split_dateline(text, language).raw:
        return True
    words = text.count(" ") + 1
    is_spaced = language.table is None or language.table.sentences.spaced
    return bool(_ENDS.search(text) and (words >= _FEWEST_WORDS or not is_spaced)) or words >= _PROSE_WORDS


def _below(manuscript: Manuscript, filled: list[int], table: Table) -> list[Part]:
    """Bylines, sources and date lines among the last lines; the story above them stays."""
    parts: list[Part] = []
    for number, at in enumerate(filled[1:][-_TAIL:], max(1, len(filled) - _TAIL)):
        text, above = manuscript.lines[at].text, manuscript.lines[filled[number - 1]].text
        if byline := read_byline(text, table):
            parts.append(Part(place=at, rule="byline" if byline.authors else "credit", byline=byline))
        elif source := read_source_line(text, table):
            parts.append(Part(place=at, rule="source", source=source))
        elif dates := read_date_line(text, table):
            parts.append(Part(place=at, rule="date line", dates=dates))
        elif at == filled[-1] and is_person(text, table) and _ENDS.search(above):
            parts.append(Part(place=at, rule="byline", byline=Byline((text,))))  # a name alone below the story
    return parts


def _titles(parts: list[Part], manuscript: Manuscript) -> tuple[int | None, int | None]:
    """The places of headline and standfirst among the open lines; a short line above the headline is its kicker."""
    lines = [part.place for part in parts if part.rule == "open"]
    texts = [manuscript.lines[at].text for at in lines]
    titled = [number for number, text in enumerate(texts) if _is_title(text)]
    if len(titled) > 1 and titled[0] == 0 and _is_kicker(texts[0], texts[1]):
        titled = titled[1:]
    if not titled or titled[0] > 1 or manuscript.header_title or manuscript.given.title:
        return None, None
    first = titled[0]
    rest = lines[first + 1 :]
    return lines[first], rest[0] if rest and len(manuscript.lines[rest[0]].text) >= _FEWEST_WORDS * 6 else None


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and (text.count(" ") + 1 >= _FEWEST_IN_TITLE or _is_dense(text))


def _is_kicker(text: str, following: str) -> bool:
    """Whether a line of three words is the label of the longer one under it."""
    return text.count(" ") + 1 < _FEWEST_WORDS <= following.count(" ") + 1


def _is_dense(text: str) -> bool:
    """Whether a line is of letters that are words each, so that few of them are a headline."""
    return sum("\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7af" for character in text) >= 8


def _with_titles(manuscript: Manuscript, parts: list[Part], before: Manuscript) -> Manuscript:
    title, standfirst = _titles(parts, before)
    if title is None:
        return manuscript
    text = before.lines[title].text
    notes = [Decision("headline", text, "stands on a line of its own above the story")]
    taken = manuscript.with_facts(title=text.rstrip(" .。۔"))
    if standfirst is not None:
        summary = before.lines[standfirst].text
        notes.append(Decision("summary", summary, "the standfirst under the headline"))
        taken = taken.with_facts(summary=summary)
    return replace(taken, notes=(*taken.notes, *notes))


def _with_facts(manuscript: Manuscript, parts: tuple[Part, ...], language: Language) -> Manuscript:
    authors = tuple(dict.fromkeys(name for part in parts if part.byline for name in part.byline.authors))
    source = next(filter(None, (part.source or (part.byline.source if part.byline else "") for part in parts)), "")
    taken = manuscript.with_facts(authors=authors, source_name=source)
    for part in parts:
        if part.dateline:
            taken = replace(taken, day=taken.day or part.dateline.day)
            found = part.dateline
            taken = taken.with_facts(dateline=found.place, source_name=agency_name(found.agency), authors=found.author)
    if authors:
        note = Decision("authors", ", ".join(authors), "the text has a byline")
        taken = replace(taken, notes=(*taken.notes, note))
    return _dated(taken, parts)


def _dated(manuscript: Manuscript, parts: tuple[Part, ...]) -> Manuscript:
    """The manuscript with the date of its date lines: that of publication first, an update's last."""
    ranks = {"published": 0, "": 1, "updated": 2}
    dates = sorted(_full(parts), key=lambda one: ranks[one.label])
    if not dates or manuscript.given.date is not None or dates[0].found.other:
        return manuscript
    best = dates[0]
    day = best.found.day
    if day is None:
        return manuscript
    moment = datetime.combine(day, best.clock or time())
    given = replace(manuscript.given, date=moment, timed=best.clock is not None, date_source="text")
    return replace(manuscript, given=given)


def _full(parts: tuple[Part, ...]) -> Iterator[DateOfText]:
    return (date for part in parts for date in part.dates if date.found.day is not None)
