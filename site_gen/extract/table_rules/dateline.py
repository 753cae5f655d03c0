"""Datelines by a language's table: "КИЇВ, 5 травня (Укрінформ) —", "Київ. 12 травня. УНН."."""

import re
from functools import cache

from msgspec.structs import replace

from site_gen.extract.calendar import PartialDate
from site_gen.extract.forms.dateline import Dateline, agency_name
from site_gen.extract.forms.places import is_town
from site_gen.extract.languages.dates import dates_in
from site_gen.extract.languages.language import Language, Table
from site_gen.extract.languages.words import any_of, anywhere
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.table_rules.name import is_place
from site_gen.extract.table_rules.shapes import split_shape
from site_gen.extract.text import Paragraph
from site_gen.model.seed import Cut, Decision
from site_gen.text.capital import from_capitals

_LONGEST = 110
"""Characters of a dateline."""
# The last of the dashes is a letter that lengthens an Arabic word, and between blanks a dash.
_DASH = r"(?P<dash>\s*\.?\s*(?:[—–―]|--)\s*|\.?\s?-\s+|\s-{1,2}\s*|\s\u0640\s)"
_ENDS = re.compile(rf"{_DASH}|\s*\|\s+|\s/\s+|:\s+|(?<=[)\]/])\.?\s+|\.\s+")
_BRACKETS = re.compile(
    r"[(\[]([^()\[\]]{2,40})[)\]]|/\s?([^/\d\N{SYMBOL FOR UNIT SEPARATOR}]{2,60}?)\s?/(?=\W|\Z)|«([^«»]{2,40})»"
)
_SEPARATORS = re.compile(r"\s*[,،.;/()|•·]\s*|\s*[—–―]\s*|\s+-+\s+|-\s+|\s*--\s*")
_ENCLOSED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_PLACES = 4
"""Most names of a dateline's place: towns, a country, a ship."""
_SHORTEST_CAPITALS = 5
"""Letters of a place in capitals that is a dateline without a day or an agency; a shorter one may be an acronym."""
_PAPER = re.compile(r"([^«»“”\":—–-]{2,30})(?:\s[-—–]|:)\s[«“\"]([^«»“”\"]{2,30})[»”\"]")
"""A town and the paper that reports from it, on a line of their own: "بيروت - «المدار»"."""
_MOST_POINTS = 6
_SIGNED = re.compile(r"\s((?:[^\W\d_]\.\s?){1,2}[^\W\d_]{2,}(?:-[^\W\d_]+)?)\Z")
_QUOTED = re.compile(r"[«„“\"]([^«»„“”\"]{2,40})[»”“\"]")
"""The reporter and the agency in "/Корр. «Атлантика» С. Сич/"."""


def take_dateline(manuscript: Manuscript, language: Language) -> Manuscript:
    """Take the dateline that opens the first paragraph, or the second."""
    prose = [at for at, one in enumerate(manuscript.paragraphs[:_MOST_POINTS]) if one.kind == "text"][:2]
    for place in prose:
        paragraph = manuscript.paragraphs[place]
        found = split_dateline(paragraph.text, language)
        if found.raw:
            rest = Paragraph(found.rest, paragraph.line)
            note = Decision("dateline", found.raw.strip(), "opened the text; it is not part of the story")
            authors = (signed[1],) if (signed := _SIGNED.search(found.agency)) else ()
            taken = replace(
                manuscript,
                paragraphs=(*manuscript.paragraphs[:place], rest, *manuscript.paragraphs[place + 1 :]),
                cuts=(*manuscript.cuts, Cut(paragraph.line, found.raw.rstrip(), "dateline")),
                notes=(*manuscript.notes, note),
                day=found.day or manuscript.day,
            )
            agency = quoted[1] if (quoted := _QUOTED.search(found.agency)) else found.agency
            taken = taken.with_facts(source_name=agency_name(agency), dateline=found.place)
            named = tuple(dict.fromkeys((*found.author, *taken.given.authors, *authors)))
            return replace(
                taken, given=replace(taken.given, authors=named if found.author else taken.given.authors or authors)
            )
    return manuscript


def split_dateline(text: str, language: Language) -> Dateline:
    """Split a text into its dateline and the rest; other prose stays whole.

    An agency, or a place after an agency, may follow the first dash: "МОСКВА, 12 мар — РИА Новости. Флот".
    """
    table = language.table
    best = Dateline(text)
    if table is None:
        return best
    if (shaped := split_shape(text, table)).raw:
        return shaped
    for end in _ENDS.finditer(text, 0, _LONGEST + 8):
        head, rest = text[: end.start()], text[end.end() :]
        if end.start() > _LONGEST:
            break
        if not head.strip() or not rest or not _begins(rest, table) or _is_open(head):
            continue
        found = _read(head, table, language.code, dashed=bool(end["dash"]))
        if end.group().strip() == "/" and not (found and (found.day or found.agency)):
            continue  # two places: "TRABLUS / ROMA"
        if found is not None and (not best.raw or _says_more(found, best)):
            best = replace(found, raw=text[: end.end()], rest=rest)
        elif best.raw and _is_agency(added := text[len(best.raw) : end.start()], table, dashed=bool(end["dash"])):
            agency = best.agency or added.strip(" .,()/[]")
            best = replace(best, agency=agency, raw=text[: end.end()], rest=rest)
        elif best.raw:
            break
    return best


def _is_open(head: str) -> bool:
    """Whether a bracket or a slash of the dateline is not closed yet."""
    slashes = len(_SLASH_OPENS.findall(head)) - len(_SLASH_CLOSES.findall(head))
    return head.count("(") != head.count(")") or slashes > 0


_SLASH_OPENS = re.compile(r"(?:(?<=[\s.,])|\A)/(?=\w)")
_SLASH_CLOSES = re.compile(r"(?<=[\w.»”])/(?=[\s.,]|\Z)")


def _says_more(found: Dateline, best: Dateline) -> bool:
    """Whether a longer dateline has the day, the year or the place that a shorter one lacks."""
    if found.place and not best.place:
        return True
    if found.day is None or (best.place and found.place != best.place):
        return False
    return best.day is None or bool(found.day.year and not best.day.year)


def _is_agency(text: str, table: Table, *, dashed: bool) -> bool:
    """Whether what follows a dateline's sign is its agency: a known one, a name worded like one, or between dashes."""
    text = _NUMBERED.sub("", text.strip(" .,"))
    words = text.strip(" .,()/[]").split()
    if not words or len(words) > _LONGEST_AGENCY or any(map(str.isdigit, text)):
        return False
    known = anywhere(table.datelines.agencies).match(text.strip(" .,()/[]")) is not None
    return (
        known
        or text.strip(" .,")[:1] in ("(", "/")
        or _DESK.match(text) is not None
        or anywhere(table.bylines.roles + table.bylines.desks).fullmatch(text) is not None
        or (is_place(words[0], table) and (dashed or _LIKE_AGENCY.search(text) is not None))
    )


_LONGEST_AGENCY = 5
"""Words of an agency's name."""
_LIKE_AGENCY = re.compile(
    r"info|press|prensa|presse|news|media|agen[cz]|agentur|агент|інформ|информ|прес[сa-я]?|ajans|haber|serwis|redac|rédac",
    re.IGNORECASE,
)


_NUMBERED = re.compile(r"(?<=[^\W\d_])-\d{1,3}\Z")
"""The number of an agency's desk: "УзТАГ-2"."""
_DESK = re.compile(r"r[eé]da[ck]|redaz|redak|редак", re.IGNORECASE)
"""An editorial office in lower case: "redazione Nordest"."""


def read_dateline_line(text: str, language: Language) -> Dateline | None:
    """A dateline on a line of its own: a place with its day or agency."""
    if language.table is None or len(text) > _LONGEST or text[-1:] in "!?":
        return None
    if paper := _PAPER.fullmatch(text):
        place = paper[1].strip()
        known = anywhere(language.table.datelines.towns).fullmatch(place) or is_town(place)
        return Dateline("", text, place, paper[2]) if known else None
    found = _read(text.rstrip(" .:—–-"), language.table, language.code, dashed=False)
    return replace(found, raw=text, rest="") if found is not None and found.place else None


def _begins(rest: str, table: Table) -> bool:
    """Whether a story may begin so: a capital, a figure, or a mark before them."""
    first = rest.lstrip("\"'“„«‘([¿¡—–- ")[:1]
    return bool(first) and (first.isdigit() or not table.sentences.cased or not first.islower())


def _read(head: str, table: Table, code: str, *, dashed: bool) -> Dateline | None:
    """The parts of a dateline without its last sign; None where a part of it is none."""
    if enclosed := _ENCLOSED.fullmatch(head.strip()):
        head, dashed = enclosed[1], True
    dates = dates_in(head, table.dates)
    if len(dates) > 1 or (dates and dates[0].other):
        return None
    day = dates[0].part if dates else None
    rest = f"{head[: dates[0].start]} {_DAY} {_CLOCK.sub('', head[dates[0].end :])}" if dates else head
    rest, agency, known = _agency(rest, table)
    places: list[str] = []
    dated = False
    for piece in (piece.strip(" .,-") for piece in _SEPARATORS.split(rest)):
        if piece.endswith(_DAY) or piece.startswith(_DAY):
            dated, piece = True, piece.strip(_DAY).strip(" .,-")
        piece = _before_filler(piece, table)
        if not piece or _fillers(table).fullmatch(piece) or _is_aside(piece, table, day_of_month=known):
            continue
        is_name = is_place(_NUMBERED.sub("", piece), table)
        if dated and places and not agency and _is_agency(piece, table, dashed=is_name):
            agency = piece
        elif not is_place(piece, table, _most_words(table)):
            return None
        else:
            places.append(piece)
    place = ", ".join(from_capitals(piece, code, table.datelines.particles) for piece in places)
    if len(places) > _PLACES or not (dashed or agency or table.sentences.cased):
        return None  # without capitals, two words and a date may begin a sentence
    is_town_before = bool(places) and all(map(anywhere(table.datelines.towns).fullmatch, places))
    if not is_town_before and not _is_dateline(places, day, bool(agency), known, dashed=dashed):
        return None
    return Dateline("", head, place, agency, day)


_CLOCK = re.compile(r"\s*,?\s*\d{1,2}[:.]\d\d(?!\d)")


def _is_aside(piece: str, table: Table, *, day_of_month: bool) -> bool:
    """Whether a piece says nothing of place or day: "м." of a town, "de notre correspondant", a day without a month."""
    if piece.casefold() in table.sentences.abbreviations and piece.islower():
        return True
    if piece.isdigit():
        return day_of_month and len(piece) <= len("31")
    return anywhere(table.bylines.labels + table.bylines.openings).fullmatch(piece) is not None


def _most_words(table: Table) -> int:
    """The most words of a place: fewer, where no capitals tell them from others."""
    return 5 if table.sentences.cased else 3


_DAY = "\N{SYMBOL FOR UNIT SEPARATOR}"
"""What takes the place of the day, so that pieces before it are places and one after it the agency."""


def _before_filler(piece: str, table: Table) -> str:
    """A place without the small word that joins it to its day: "الرياض في"."""
    found = re.search(rf"\s+(?:{any_of(table.dates.fillers)})\Z", piece) if not table.sentences.cased else None
    return piece[: found.start()] if found else piece


@cache
def _fillers(table: Table) -> re.Pattern[str]:
    """Pieces of small words around a date, and weekdays."""
    words = any_of(table.dates.fillers + tuple(name for names in table.dates.weekdays for name in names))
    return re.compile(rf"(?:(?:{words})[\s.,]*)+", re.IGNORECASE)


def _agency(text: str, table: Table) -> tuple[str, str, bool]:
    """A text without its agency, the agency, and whether it is a known one."""
    agencies = anywhere(table.datelines.agencies)
    bracket = _BRACKETS.search(text)
    if bracket is None:
        named = next((found for found in agencies.finditer(text) if _stands_alone(text, found)), None)
        if named is None:
            return text, "", False
        end = named.end() + len(after.group() if (after := _OF_AGENCY.match(text, named.end())) else "")
        return f"{text[: named.start()]},{text[end:]}", text[named.start() : end], True
    name = (bracket[1] or bracket[2] or bracket[3]).strip()
    rest = f"{text[: bracket.start()]},{text[bracket.end() :]}"
    if agencies.search(name):
        return rest, name, True
    is_region = _DAY in text[bracket.end() :]  # "Rota (Cádiz), 18.04.2026"
    return rest, "" if is_region else name, False


_OF_AGENCY = re.compile(r"(?:\s[^\W\d_A-ZÀ-ÞА-Я][^\W\d_]*){1,2}(?=[,.;]|\Z)")
"""Words in small letters that belong to the agency before them: "EFE en français"."""


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether an agency's name is a piece of its own, with at most a few words after it: "EFE en français"."""
    before = text[: found.start()].rstrip()
    return not before or before.isupper() or before[-1] in ",.;/-–—|" or before.endswith(_DAY)


def _is_dateline(places: list[str], day: PartialDate | None, agency: bool, known: bool, *, dashed: bool) -> bool:
    if day is not None:
        return bool(places) or agency
    if agency:
        return known or bool(places and places[0].isupper())
    if not dashed or len(places) != 1:
        return False
    return is_town(places[0]) or (places[0].isupper() and sum(map(str.isalpha, places[0])) >= _SHORTEST_CAPITALS)
