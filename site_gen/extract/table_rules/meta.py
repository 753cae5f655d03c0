"""Lines of a head that say several things side by side: "Anna Berg, Riga | 5. Mai 2026", "Львів. О. Сич. 01.04.26"."""

import re
from datetime import time

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.forms.places import is_town
from site_gen.extract.forms.sources import usual_source
from site_gen.extract.languages.dates import clocks_in
from site_gen.extract.languages.language import Table
from site_gen.extract.languages.words import anywhere, whole_line
from site_gen.extract.table_rules.byline import before_labels, read_byline, read_source_line
from site_gen.extract.table_rules.date_lines import DateOfText, read_date_line
from site_gen.extract.table_rules.name import is_person, is_place

_LONGEST = 160
_STRONG = re.compile(r"\s*[|•·｜]\s*|\s{3,}|\s*\u3000\s*|\s+[—–-]\s+|\s+//?\s+|(?<!\b\w)(?<!\d)\.\s+")
"""What parts things that have nothing to do with each other; a comma does so only sometimes."""
_TOWN_FIRST = re.compile(r"(?P<place>[^:：()（）\d]{2,30})[:：]\s?(?P<name>[^:：()（）\d]{4,40})")
_TOWN_LAST = re.compile(r"(?P<name>[^:：()（）\d]{4,40})\s?[(（](?P<place>[^:：()（）\d]{2,30})[)）]")
_CLOCK = re.compile(r"\W*\d{1,2}[:.]\d\d\W*\Z")
_PATH = re.compile(r"[^\d>›»]{2,40}(?:\s[>›»]\s?[^\d>›»]{2,40}){1,3}")
"""Where a page is on its site: "Politics > Defence"."""


class Meta(Struct, frozen=True):
    """What a line says: people, places, an agency, dates."""

    authors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    source: str = ""
    dates: tuple[DateOfText, ...] = ()


def read_meta(text: str, table: Table) -> Meta | None:
    """What a line of nothing else says; None where a part of it is neither a person nor a place, a date or the like."""
    if len(text) > _LONGEST or text[-1:] in "!?:":
        return None
    if (named := _town_and_name(text, table)) is not None:
        return named
    parts = [piece for part in _STRONG.split(text) for piece in before_labels(part, table) if piece.strip(" ,.")]
    found = Meta()
    for part in parts:
        read = _read(part.strip(" ,"), table, found) or _by_commas(part, table, found)
        if read is None:
            return None
        found = read
    if found.dates:
        return found if found.authors or found.places or len(parts) > 1 or found.source else None
    if len(parts) == 1 and found.authors and found.places and table.sentences.cased:  # "Anna Berg, Riga"
        return found if all(anywhere(table.datelines.towns).fullmatch(one) for one in found.places) else None
    return found if len(parts) > 1 and found.authors and (found.places or found.source) else None


def _town_and_name(text: str, table: Table) -> Meta | None:
    """What "بيروت: سلمى حداد" and "سلمى حداد (بيروت)" say: who wrote, and where."""
    found = _TOWN_FIRST.fullmatch(text) or _TOWN_LAST.fullmatch(text)
    if found is None:
        return None
    place, name = found["place"].strip(), found["name"].strip()
    is_known = anywhere(table.datelines.towns).fullmatch(place) is not None or is_town(place)
    return Meta(authors=(name,), places=(place,)) if is_known and is_person(name, table) else None


def _by_commas(part: str, table: Table, found: Meta) -> Meta | None:
    pieces = [piece.strip() for piece in part.split(",") if piece.strip(" .")]
    if len(pieces) < 2:
        return None
    read: Meta | None = found
    for number, piece in enumerate(pieces):
        rest = ", ".join(pieces[number:])
        if dates := read_date_line(rest, table):
            return replace(found, dates=found.dates + dates)
        read = _read(piece, table, found)
        if read is None:
            return None
        found = read
    return found


def _read(piece: str, table: Table, found: Meta) -> Meta | None:
    """What is found so far and what a piece adds to it; None where the piece is nothing that is known."""
    if dates := read_date_line(piece, table):
        return replace(found, dates=found.dates + dates)
    if found.dates and _CLOCK.match(anywhere(table.dates.fillers).sub("", piece)):
        return replace(found, dates=(*found.dates[:-1], _at(found.dates[-1], piece)))
    if found.dates and _PATH.fullmatch(piece):
        return found
    if byline := read_byline(piece, table):
        return replace(found, authors=found.authors + byline.authors, source=found.source or byline.source)
    if (
        source := read_source_line(piece, table)
        or usual_source(piece)
        or (piece if anywhere(table.datelines.agencies).fullmatch(piece) else "")
    ):
        return replace(found, source=found.source or source)
    if whole_line(table.boilerplate.sections).match(piece) or anywhere(table.dates.fillers).fullmatch(piece):
        return found
    if is_person(piece, table) and not found.authors and not is_town(piece):
        return replace(found, authors=(piece,))
    return replace(found, places=(*found.places, piece)) if is_place(piece, table, 3) else None


def _at(date: DateOfText, text: str) -> DateOfText:
    clock: time | None = next((one.time for one in clocks_in(text)), None)
    return DateOfText(date.found, date.clock or clock, date.label)
