"""Bylines, credits and sources by a language's table: "Автор: Іван Гнатюк", "Von Anna Berg", "Quelle: dpa"."""

import re

from site_gen.extract.forms.byline import Byline
from site_gen.extract.forms.sources import usual_source
from site_gen.extract.languages.language import Table
from site_gen.extract.languages.words import any_of, anywhere, labelled, of_phrase
from site_gen.extract.table_rules.name import is_person, is_place

_LONGEST = 160
_LONGEST_SOURCE = 70
_MOST_SOURCE_WORDS = 7
_BRACKETS = re.compile(r"\s*[(（\[［]([^()（）\[\]［］]{2,40})[)）\]］]\s*")
_ENCLOSED = re.compile(r"[(（\[［【]([^()（）\[\]［］【】]*)[)）\]］】]")
_HANDLE = re.compile(r"\s@\w{3,32}")
_LONGEST_OFFICE = 5
"""Words of an office: "собственный корреспондент в Киеве"."""
_PARTS = re.compile(r"\s*[,،，、;；؛/／|•·]\s*|\s+[-–—]\s+|\s+&\s+")
_NAMES = re.compile(
    r"[\u3005\u4e00-\u9fff]{2,4}(?:\s+[\u3005\u4e00-\u9fff]{2,4})+|[\uac00-\ud7a3]{2,4}(?:\s+[\uac00-\ud7a3]{2,4})+"
)
_INITIAL = re.compile(r"\s[^\W\d_]\.\Z")
_SPEECH = re.compile("[:：«»„“”]")
_MAIL = re.compile(r"\s*[(<]?[\w.+-]+@[\w.-]+[)>]?\s*")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def read_byline(text: str, table: Table) -> Byline | None:
    """The authors of a line and the agency it names; without either for a credit; None for any other line."""
    if text.endswith("*") and is_person(name := text.strip(" *_"), table):
        return Byline((name,))  # its note is below the story: "* The author is ..."
    text = text.strip(" *_")
    if enclosed := _ENCLOSED.fullmatch(text):
        text = enclosed[1].strip()
    text = _MAIL.sub(" ", text).strip() if "@" in text else text
    if not text or len(text) > _LONGEST or text[-1] in "?!:？！：。":
        return None
    words = table.bylines
    if labelled(words.credits).match(text) or _is_credit(text, table):
        return Byline()
    if label := labelled(words.labels).match(text):
        return _named(text[label.end() :], table)
    if found := _after_place(text, table):
        return found
    openings = tuple(one for one in words.openings if not one.endswith(" *"))
    if (opened := anywhere(openings).match(text)) and (text[-1] != "." or _INITIAL.search(text)):
        return _named(text[opened.end() :], table)
    return _with_role(text, table)


def _after_place(text: str, table: Table) -> Byline | None:
    """The name in "Z Brukseli Jan Nowak": an opening that ends with `*`, a place, and a name of two words or more."""
    starts = tuple(one.removesuffix(" *") for one in table.bylines.openings if one.endswith(" *"))
    opened = anywhere(starts).match(text)
    if opened is None or not table.sentences.cased:
        return None
    bare, agency = _without_agency(text[opened.end() :].strip(), table)
    words = bare.split()
    for at in range(len(words) - 2, 0, -1):
        name = " ".join(words[at:])
        if is_place(" ".join(words[:at]), table) and is_person(name, table):
            return Byline((name,), agency)
    return None


def _is_credit(text: str, table: Table) -> bool:
    """Whether a line is the label of a credit and a name, with a blank between them: "编辑 王楠"."""
    label = anywhere(table.bylines.credits).match(text)
    return label is not None and text[label.end() :][:1] == " " and is_person(text[label.end() :].strip(), table)


def _named(text: str, table: Table) -> Byline | None:
    """The people in what follows a label: the first part is one, others may be offices, agencies and places."""
    text, agency = _without_agency(_trimmed(_HANDLE.sub("", text)), table)
    pieces = _pieces(_BRACKETS.sub(" ", text), table)
    if not pieces:
        return Byline((), agency) if agency else None
    if len(pieces) > 1 and _is_role(pieces[0], table) and is_person(pieces[1], table):
        pieces = pieces[1:]  # "Par notre correspondante à Rabat, Jeanne Roux"
    pieces[0] = _before_role(pieces[0], table) or _after_role(pieces[0], table) or pieces[0]
    people = [piece for piece in pieces if is_person(piece, table)]
    if pieces[0] not in people:
        known = usual_source(pieces[0]) or anywhere(table.datelines.agencies).fullmatch(pieces[0])
        if not known and not anywhere(table.bylines.desks).fullmatch(pieces[0]):
            return None
        return Byline((), usual_source(pieces[0]) or (pieces[0] if known else ""))
    others = [piece for piece in pieces if piece not in people]
    if any(not _is_office(piece, table) for piece in others):
        return None
    return Byline(tuple(dict.fromkeys(people)), agency or next(filter(None, map(usual_source, others)), ""))


def read_names(text: str, table: Table) -> Byline | None:
    """The people in a line that begins with one and has nothing but offices and places after it: beside a date."""
    if len(text) > _LONGEST or text[-1:] in ".?!:":
        return None
    found = _named(text, table)
    return found if found is not None and found.authors else None


def _with_role(text: str, table: Table) -> Byline | None:
    """A byline without a label: a name, then an office or an agency: "Anna Berg, Redakteurin", "Jan Nowak (PAP)"."""
    bare, agency = _without_agency(text, table)
    pieces = _pieces(bare, table)
    if pieces and len(pieces) > 1 and anywhere(table.datelines.agencies).fullmatch(pieces[0]):
        people = tuple(piece for piece in pieces[1:] if is_person(piece, table))
        return Byline(people, pieces[0]) if len(people) == len(pieces) - 1 else None
    if len(pieces) == 1 and (found := _before_role(pieces[0], table)):
        return Byline((found,), agency)
    if not pieces or not is_person(pieces[0], table) or text[-1] == ".":
        return None
    if agency and len(pieces) == 1:
        return Byline((pieces[0],), agency)
    roles = anywhere(table.bylines.roles)
    return Byline((pieces[0],), agency) if len(pieces) == 2 and roles.match(pieces[1]) else None


def _before_role(text: str, table: Table) -> str:
    """The name in a name and the office after it, without a sign between them: "김호준 기자"; else empty."""
    for gap in re.finditer(r"\s+", text):
        name, rest = text[: gap.start()], text[gap.end() :]
        is_office = rest.count(" ") < _LONGEST_OFFICE and anywhere(table.bylines.roles).fullmatch(rest) is not None
        if is_office and not _SPEECH.search(rest) and is_person(name, table):
            return name
    return ""


def _after_role(text: str, table: Table) -> str:
    """The name after an office and a blank, in scripts that have none within: "本报驻埃及记者 沈小晓"; else empty."""
    office, _, name = text.replace("\u3000", " ").partition(" ")
    is_office = _DENSE.search(office) is not None and anywhere(table.bylines.roles).fullmatch(office) is not None
    return name.strip() if is_office and is_person(name.strip(), table) else ""


def _pieces(text: str, table: Table) -> list[str]:
    """The parts of a line; where names have no blanks in them, each word is one."""
    if _NAMES.fullmatch(text.strip()):
        return text.split()
    joins = "|".join(map(of_phrase, table.bylines.joins)) or "(?!)"
    parts = (piece for part in _PARTS.split(text) for piece in re.split(rf"\s+(?:{joins})\s+(?=[^\W\d_])", part))
    return [_trimmed(piece) for piece in parts if piece and piece.strip(" .,:")]


def _trimmed(text: str) -> str:
    """A piece of a line without the signs around it; the stop of an initial is part of a name: "Ahmet D."."""
    return text.strip(" ,:").lstrip(".") if _INITIAL.search(text) else text.strip(" .,:")


def _is_office(text: str, table: Table) -> bool:
    if labelled(table.bylines.credits).match(text):
        return True  # "Texto: Ana Ruiz / Fotos: Luis Gil"
    if _is_role(text, table):
        return True
    if usual_source(text) or anywhere(table.bylines.roles).match(text) or anywhere(table.bylines.desks).match(text):
        return True
    if _DENSE.search(text):  # any word could be a place there
        return anywhere(table.datelines.agencies + table.datelines.towns).fullmatch(text) is not None
    return is_place(text, table)


def _is_role(text: str, table: Table) -> bool:
    return text.count(" ") < _LONGEST_OFFICE and anywhere(table.bylines.roles).search(text) is not None


def _without_agency(text: str, table: Table) -> tuple[str, str]:
    """A text without an agency in brackets or as its last part, and the agency."""
    bracket = _BRACKETS.search(text)
    if bracket and (usual_source(bracket[1]) or anywhere(table.datelines.agencies).search(bracket[1])):
        return text[: bracket.start()] + text[bracket.end() :], usual_source(bracket[1]) or bracket[1]
    opened = anywhere(table.datelines.agencies).match(text)
    if opened and re.match(r"\s+\S", text[opened.end() :]):
        return text[opened.end() :].strip(), usual_source(opened.group()) or opened.group()
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
            name = text[found.end() :]
            return "" if "," in text or name[:1].islower() else _as_source(name)
    return ""


def agency_alone(text: str, table: Table) -> str:
    """The agency or paper whose name is the whole line; empty for any other line."""
    names = [name for name in _PARTS.split(text.strip(" .。[]【】［］()（）")) if name]
    found = [anywhere(table.datelines.agencies).fullmatch(name) for name in names]
    return ", ".join(usual_source(name) or name for name in names) if found and all(found) else ""


def _as_source(text: str) -> str:
    name = text.strip(" .()[]")
    return usual_source(name) or name


def before_labels(text: str, table: Table) -> list[str]:
    """A line split before each label of a byline, a credit, a source or a date: "来源：新华社 作者：陈山"."""
    dates = table.dates
    bare = tuple(phrase for phrase in table.sources if "*" not in phrase)
    labels = (*table.bylines.labels, *table.bylines.credits, *bare, *dates.published, *dates.updated)
    return re.split(rf"\s+(?=(?:{any_of(labels)})\s*[:：])", text)
