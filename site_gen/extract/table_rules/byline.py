"""Bylines, credits and sources by a language's table: "Автор: Іван Гнатюк", "Von Anna Berg", "Quelle: dpa"."""

import re

from site_gen.extract.forms.byline import Byline
from site_gen.extract.forms.sources import usual_source
from site_gen.extract.languages.language import Table
from site_gen.extract.languages.words import anywhere, labelled, of_phrase
from site_gen.extract.table_rules.name import is_person, is_place

_LONGEST = 160
_LONGEST_SOURCE = 70
_MOST_SOURCE_WORDS = 7
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,40})[)\]]\s*")
_PARTS = re.compile(r"\s*[,;/|•·]\s*|\s+[-–—]\s+|\s+&\s+")


def read_byline(text: str, table: Table) -> Byline | None:
    """The authors of a line and the agency it names; without either for a credit; None for any other line."""
    text = text.strip(" *_")
    if not text or len(text) > _LONGEST or text[-1] in "?!:":
        return None
    words = table.bylines
    if labelled(words.credits).match(text):
        return Byline()
    if label := labelled(words.labels).match(text):
        return _named(text[label.end() :], table)
    if (opened := anywhere(words.openings).match(text)) and text[-1] != ".":
        return _named(text[opened.end() :], table)
    return _with_role(text, table)


def _named(text: str, table: Table) -> Byline | None:
    """The people in what follows a label: the first part is one, others may be offices, agencies and places."""
    text, agency = _without_agency(text.strip(" .,:"), table)
    pieces = _pieces(text, table)
    if not pieces:
        return Byline((), agency) if agency else None
    people = [piece for piece in pieces if is_person(piece, table)]
    if pieces[0] not in people:
        return Byline((), usual_source(pieces[0])) if usual_source(pieces[0]) else None
    others = [piece for piece in pieces if piece not in people]
    if any(not _is_office(piece, table) for piece in others):
        return None
    return Byline(tuple(dict.fromkeys(people)), agency or next(filter(None, map(usual_source, others)), ""))


def _with_role(text: str, table: Table) -> Byline | None:
    """A byline without a label: a name, then an office or an agency: "Anna Berg, Redakteurin", "Jan Nowak (PAP)"."""
    bare, agency = _without_agency(text, table)
    pieces = _pieces(bare, table)
    if not pieces or not is_person(pieces[0], table) or text[-1] == ".":
        return None
    if agency and len(pieces) == 1:
        return Byline((pieces[0],), agency)
    roles = anywhere(table.bylines.roles)
    return Byline((pieces[0],), agency) if len(pieces) == 2 and roles.match(pieces[1]) else None


def _pieces(text: str, table: Table) -> list[str]:
    joins = "|".join(map(of_phrase, table.bylines.joins)) or "(?!)"
    parts = (piece for part in _PARTS.split(text) for piece in re.split(rf"\s+(?:{joins})\s+(?=[^\W\d_])", part))
    return [piece.strip(" .,:") for piece in parts if piece and piece.strip(" .,:")]


def _is_office(text: str, table: Table) -> bool:
    return bool(usual_source(text)) or is_place(text, table) or anywhere(table.bylines.roles).match(text) is not None


def _without_agency(text: str, table: Table) -> tuple[str, str]:
    """A text without an agency in brackets or as its last part, and the agency."""
    bracket = _BRACKETS.search(text)
    if bracket and (usual_source(bracket[1]) or anywhere(table.datelines.agencies).search(bracket[1])):
        return text[: bracket.start()] + text[bracket.end() :], usual_source(bracket[1]) or bracket[1]
    last = _PARTS.split(text)[-1]
    known = usual_source(last) or (last if anywhere(table.datelines.agencies).fullmatch(last) else "")
    return (text[: -len(last)].rstrip(" ,;/|•·–—-"), known) if known and len(last) < len(text) else (text, "")


def read_source_line(text: str, table: Table) -> str:
    """The source that a short line names, and nothing else: "Джерело: Укрінформ"; empty for any other line."""
    if len(text) > _LONGEST_SOURCE or text.count(" ") >= _MOST_SOURCE_WORDS:
        return ""
    bare = tuple(phrase for phrase in table.sources if "*" not in phrase)
    if label := labelled(bare).match(text):
        return _as_source(text[label.end() :])
    for phrase in table.sources:
        words = phrase.removesuffix("*").strip()
        if words != phrase and (found := re.match(rf"\W*{of_phrase(words)}\s*:?\s+", text, re.IGNORECASE)):
            return "" if "," in text else _as_source(text[found.end() :])
    return ""


def _as_source(text: str) -> str:
    name = text.strip(" .()[]")
    return usual_source(name) or name
