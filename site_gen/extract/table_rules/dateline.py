"""Datelines by a language's table: "КИЇВ, 5 травня (Укрінформ) —", "Київ. 12 травня. УНН."."""

import re

from msgspec.structs import replace

from site_gen.extract.calendar import PartialDate
from site_gen.extract.forms.dateline import Dateline, agency_name
from site_gen.extract.forms.places import is_town
from site_gen.extract.languages.dates import dates_in
from site_gen.extract.languages.language import Language, Table
from site_gen.extract.languages.words import anywhere
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.table_rules.name import is_place
from site_gen.extract.text import Paragraph
from site_gen.model.seed import Cut, Decision
from site_gen.text.capital import from_capitals

_LONGEST = 110
"""Characters of a dateline."""
_DASH = r"(?P<dash>\s*\.?\s*(?:[—–―]|--)\s*|\.?\s?-\s+|\s-{1,2}\s*)"
_ENDS = re.compile(rf"{_DASH}|:\s+|(?<=[)/])\.?\s+|\.\s+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]|/\s?([^/\d]{2,30}?)\s?/(?=\W|\Z)")
_SEPARATORS = re.compile(r"\s*[,.;/()|•·]\s*|\s*[—–―]\s*|\s+-+\s+|\s*--\s*")
_PLACES = 4
"""Most names of a dateline's place: towns, a country, a ship."""
_SHORTEST_CAPITALS = 5
"""Letters of a place in capitals that is a dateline without a day or an agency; a shorter one may be an acronym."""
_MOST_POINTS = 6


def take_dateline(manuscript: Manuscript, language: Language) -> Manuscript:
    """Take the dateline that opens the first paragraph, or the second."""
    prose = [at for at, one in enumerate(manuscript.paragraphs[:_MOST_POINTS]) if one.kind == "text"][:2]
    for place in prose:
        paragraph = manuscript.paragraphs[place]
        found = split_dateline(paragraph.text, language)
        if found.raw:
            rest = Paragraph(found.rest, paragraph.line)
            note = Decision("dateline", found.raw.strip(), "opened the text; it is not part of the story")
            taken = replace(
                manuscript,
                paragraphs=(*manuscript.paragraphs[:place], rest, *manuscript.paragraphs[place + 1 :]),
                cuts=(*manuscript.cuts, Cut(paragraph.line, found.raw.rstrip(), "dateline")),
                notes=(*manuscript.notes, note),
                day=found.day or manuscript.day,
            )
            return taken.with_facts(source_name=agency_name(found.agency), dateline=found.place)
    return manuscript


def split_dateline(text: str, language: Language) -> Dateline:
    """Split a text into its dateline, as long as it can be read, and the rest; other prose stays whole."""
    table = language.table
    if table is None:
        return Dateline(text)
    best = Dateline(text)
    for end in _ENDS.finditer(text, 0, _LONGEST + 8):
        if end.start() > _LONGEST:
            break
        rest = text[end.end() :]
        if not rest or not _begins(rest, table) or not text[: end.start()].strip():
            continue
        found = _read(text[: end.start()], table, language.code, dashed=bool(end["dash"]))
        if found is not None:
            best = replace(found, raw=text[: end.end()], rest=rest)
    return best


def read_dateline_line(text: str, language: Language) -> Dateline | None:
    """A dateline on a line of its own: a place with its day or agency."""
    if language.table is None or len(text) > _LONGEST or text[-1:] in "!?":
        return None
    found = _read(text.rstrip(" .:—–-"), language.table, language.code, dashed=False)
    return replace(found, raw=text, rest="") if found is not None and found.place else None


def _begins(rest: str, table: Table) -> bool:
    """Whether a story may begin so: a capital, a figure, or a mark before them."""
    first = rest.lstrip("\"'“„«‘([¿¡—–- ")[:1]
    return bool(first) and (first.isdigit() or not table.sentences.cased or not first.islower())


def _read(head: str, table: Table, code: str, *, dashed: bool) -> Dateline | None:
    """The parts of a dateline without its last sign; None where a part of it is none."""
    dates = dates_in(head, table.dates)
    if len(dates) > 1 or (dates and dates[0].other):
        return None
    day = dates[0].part if dates else None
    rest = f"{head[: dates[0].start]} , {head[dates[0].end :]}" if dates else head
    rest, agency, known = _agency(rest, table)
    rest = anywhere(table.dates.fillers + tuple(name for names in table.dates.weekdays for name in names)).sub(
        ",", rest
    )
    places = [piece for piece in _SEPARATORS.split(rest) if piece.strip(" .,-")]
    if len(places) > _PLACES or not all(is_place(piece, table) for piece in places):
        return None
    place = ", ".join(from_capitals(piece.strip(" .,-"), code) for piece in places)
    if not _is_dateline(places, day, bool(agency), known, dashed=dashed):
        return None
    return Dateline("", head, place, agency, day)


def _agency(text: str, table: Table) -> tuple[str, str, bool]:
    """A text without its agency, the agency, and whether it is a known one."""
    if (named := anywhere(table.datelines.agencies).search(text)) and not _BRACKETS.search(text):
        return f"{text[: named.start()]},{text[named.end() :]}", named.group(), True
    bracket = _BRACKETS.search(text)
    if bracket is None:
        return text, "", False
    name = (bracket[1] or bracket[2]).strip()
    known = anywhere(table.datelines.agencies).search(name) is not None
    return f"{text[: bracket.start()]},{text[bracket.end() :]}", name, known


def _is_dateline(places: list[str], day: PartialDate | None, agency: bool, known: bool, *, dashed: bool) -> bool:
    if day is not None:
        return bool(places) or agency
    if agency:
        return known or bool(places and places[0].isupper())
    if not dashed or len(places) != 1:
        return False
    return is_town(places[0]) or (places[0].isupper() and sum(map(str.isalpha, places[0])) >= _SHORTEST_CAPITALS)
