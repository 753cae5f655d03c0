"""The form of wire copy with a dateline, the place, day and agency that open it: "KYIV, March 3 (Reuters) - "."""

import re
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.calendar import DAY_MONTH, PartialDate, matched_day
from site_gen.extract.forms.byline import read_byline
from site_gen.extract.forms.headline_line import is_item
from site_gen.extract.forms.label import is_section
from site_gen.extract.forms.places import gazetteer_kinds, is_place, is_town, usual_case
from site_gen.extract.forms.sources import usual_source
from site_gen.extract.forms.word_list import words_in
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Paragraph
from site_gen.model.seed import Cut, Decision


class Dateline(Struct, frozen=True):
    """A dateline split from its text. `raw` + `rest` is the text; without a dateline `raw` is empty.

    Wires often leave the year out of `day`; then `date` is None.
    """

    rest: str
    raw: str = ""
    place: str = ""
    agency: str = ""
    day: PartialDate | None = None
    author: tuple[str, ...] = ()

    @property
    def date(self) -> date | None:
        """The full date, if the dateline gives one."""
        return self.day.full() if self.day else None


_LONGEST = 110
"""Characters before the dash; a longer opening is prose."""

_AGENCY = re.compile(
    r"[(/]?\s?\b(?P<agency>Reuters|AP|AFP|UPI|PTI|ANI|IANS|NNS|AFNS|ANS|SNS|MCN|(?:ITAR-)?TASS|Interfax|INTERFAX"
    r"|Xinhua|Sputnik"
    r"|RIA Novosti|Ukrinform|IRNA|MNA|FNA|Tasnim|[Dd][Pp][Aa]|ANSA|EFE|KUNA|SPA|WAM|Yonhap|KCNA|Kyodo|CNA|VOA"
    r"|RFE/RL|BBC|CNN"
    r"|Bloomberg|Army News Service|(?:American|AMERICAN) (?:Forces|FORCES) (?:Press|PRESS) (?:Service|SERVICE)"
    r"|D[Oo]D News"
    r"|(?i:business wire|pr ?newswire|globe ?newswire|marketwired|accesswire|cnw))\b\s?[)/]?\.?"
)
# Any other name in brackets: before the dash, of one to four words.
_BYLINE = re.compile(r"\((?P<agency>[^\W\d_][\w&.’'/-]*(?:\s[\w&.’'-]+){0,3})\)\s*\Z")
_SLASHED = re.compile(r"/(?P<agency>[\w. -]{2,30})/\s*\Z")
_OF_A_PAPER = re.compile(
    r"\b(?:desk|agency|news|press|wire|services?|staff|writers?|reporters?|correspondents?|bureau|times|post"
    r"|media|radio|tv"
    r"|herald|tribune|journal|gazette|telegraph|online|network|today|daily|report)\Z",
    re.IGNORECASE,
)
_DAY = re.compile(rf"[(,.]?\s?(?<![\w]){DAY_MONTH}(?!\s?[-–]\s?\d)[,.]?\)?", re.IGNORECASE)
_WEEKDAY = re.compile(r",?\s*\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?")
_DASH = re.compile(r"\s*(?:--+|[–—―])\s*|\s-+\s*|-+\s|\s_\s|(?<=/)\.?\s(?!-)")
_SECOND_DAY = re.compile(rf"{DAY_MONTH}\s*(?:--+|[–—―]|-\s)\s*", re.IGNORECASE)
_BRACKET = re.compile(r"[^()\n]{3,60}\([^()\n]{2,40}\)[:.]?\s+(?=[A-Z\"“])")
_IN_BRACKETS = re.compile(r"[(\[](?P<head>[^()\[\]\n]{3,60})[)\]]\s{0,2}(?P<sign>--?|[–—:])?\s+(?=[A-Z\"“])")
_LONG_COLON = re.compile(r"[^:\n]{3,90}:\s+(?=[A-Z\"“‘'0-9])")
_COUNTRY = re.compile(r"\s\[(?P<country>[A-Z][\w .]{2,30})\]")
_AUTHOR = re.compile(r"By\s(?:[A-Z][\w.’'-]*\s(?:(?:and|&)\s)?){2,7}(?=[A-Z]{3})")
_COLON = re.compile(r"[A-Z][A-Z .’'-]{3,40}(?:,\s[A-Z][A-Za-z .]{1,20})?:\s+(?=[A-Z\"“])")
_BEGINS = re.compile(r"[A-Z0-9\"“‘'(\[$£€<]")
_PLACE = re.compile(
    r"(?:[A-Z][\w’'./-]*|Al-[\w’'-]+|[0-9]{1,3})(?:,? (?:[A-Z][\w’'./-]*|al-\w+|de|del|da|do|of|the|and|el|la|on"
    r"|[0-9]{1,3})){0,11}"
)
_CAPITALS = re.compile(r"[A-Z’'.-]*[A-Z]{2}[A-Z’'.-]*(?:-[A-Za-z]+)?\b|(?:[A-Z]\.){2,}|[A-Z]'[A-Z]+")
_IN_CAPITALS = re.compile(r"[A-Z’'.-]{2,}(?:\s[A-Z’'.-]+)*(?=\s*[,(]|\s*$)")

# Labels of an article, and short names in capitals that often begin a sentence.
_NOT_A_PLACE = words_in(
    """
    UPDATE UPDATED BREAKING EXCLUSIVE ANALYSIS OPINION EDITORIAL CORRECTED CORRECTION NOTE EDITOR WATCH VIDEO
    PHOTOS LIVE REPORT COMMENTARY FACTBOX EXPLAINER TIMELINE NEWS SOURCE WHO WHAT WHEN WHERE WHY HOW NATO UN EU
    UK US USA U.S U.N U.K IT AI TV II FAQ Q A PRESS RELEASE MEDIA ADVISORY SUMMARY BACKGROUND FOR IMMEDIATE
    """
)


def take_dateline(manuscript: Manuscript) -> Manuscript:
    """Recognise a dateline that opens the first paragraph, or the second."""
    for place in _first_prose(manuscript.paragraphs):
        paragraph = manuscript.paragraphs[place]
        found = _signed(paragraph.text) if paragraph.text.startswith("By ") else split_dateline(paragraph.text)
        if found.raw:
            rest = Paragraph(found.rest, paragraph.line, markup=paragraph.markup)
            head, tail = manuscript.paragraphs[:place], manuscript.paragraphs[place + 1 :]
            note = Decision("dateline", found.raw.strip(), "opened the text; it is not part of the story")
            taken = replace(
                manuscript,
                paragraphs=(*head, rest, *tail),
                cuts=(*manuscript.cuts, Cut(paragraph.line, found.raw.rstrip(), "dateline")),
                notes=(*manuscript.notes, note),
                day=found.day,
            )
            if found.author:
                taken = taken.with_facts(authors=found.author)
            return taken.with_facts(source_name=agency_name(found.agency), dateline=usual_case(found.place))
    return manuscript


def _first_prose(paragraphs: tuple[Paragraph, ...]) -> list[int]:
    """The places where a dateline may be: the first two paragraphs, key points in a list not counted."""
    points = enumerate(paragraphs[:_MOST_POINTS])
    return [at for at, paragraph in points if paragraph.kind == "text" and not is_item(paragraph.text)][:2]


_MOST_POINTS = 10


def split_dateline(text: str) -> Dateline:
    """Split a text into its dateline and the rest; prose that only has an early dash stays whole."""
    if text[:1] in ("(", "[") and (found := _bracketed(text)):
        return found
    dash = _DASH.search(text, 0, _LONGEST + 8)
    for end, raw_end in _ends(text, dash):
        found = _read(text, end, raw_end)
        if found is not None:
            return found
    return _after_colon(text) or _of_agency(text) or Dateline(text)


def read_dateline_line(text: str) -> Dateline | None:
    """A dateline on a line of its own: "OSLO, Norway (March 3, 2025)"."""
    if len(text) > _LONGEST or text[-1:] in "!?":
        return None
    if text.isupper() and is_town(text):
        return Dateline("", text, text)
    town = _TOWN_AND_DAY.fullmatch(text)
    if town and matched_day(town).year and town["town"][0].isupper() and not is_section(town["town"]):
        return Dateline("", text, town["town"], day=matched_day(town))
    found = split_dateline(f"{text.rstrip(' .:-–—')} – A")
    is_complete = (
        bool(found.raw) and found.rest == "A" and bool(found.place) and (found.day is not None or bool(found.agency))
    )
    return replace(found, raw=text, rest="") if is_complete else None


_TOWN_AND_DAY = re.compile(rf"(?P<town>[A-Z][a-z][\w’'-]+),\s{DAY_MONTH}[.:]?", re.IGNORECASE)
"""A town that no list has, and a full date, on a line of their own."""


def _signed(text: str) -> Dateline:
    """A byline and a dateline before the story: "By Jane Roe LONDON, March 3 (Reuters) - Talks began"."""
    by = _AUTHOR.match(text)
    byline = read_byline(by.group()) if by else None
    if by is None or byline is None:
        return Dateline(text)
    found = split_dateline(text[by.end() :])
    return replace(found, raw=by.group() + found.raw, author=byline.authors) if found.raw else Dateline(text)


def _ends(text: str, dash: re.Match[str] | None) -> list[tuple[int, int]]:
    """Where the dateline may end and the story would begin, best guess first."""
    ends = [(dash.start(), dash.end())] if dash is not None and 0 < dash.start() <= _LONGEST else []
    for shape in (_BRACKET, _COLON):
        found = shape.match(text)
        if found:
            ends.append((len(found.group().rstrip().rstrip(":.")), found.end()))
    return ends


def _bracketed(text: str) -> Dateline | None:
    """The dateline of "(LISBON, 14 Jan 2025) The navy": a place with its day or agency, all in brackets."""
    found = _IN_BRACKETS.match(text)
    if found is None:
        return None
    place, agency, day = _parts(found["head"])
    town = place.split(",")[0]
    is_known = bool(place) and (is_town(town) or (place.isupper() and _is_dateline(place, agency, day)))
    if not (is_known and (day is not None or agency or (found["sign"] and is_town(town)))):
        return None
    return Dateline(text[found.end() :], text[: found.end()], place, agency, day)


def _of_agency(text: str) -> Dateline | None:
    """The dateline of "TASS, January 14. The envoy"."""
    found = _AGENCY_DAY.match(text)
    if found is None or not usual_source(found["agency"]):
        return None
    return Dateline(text[found.end() :], text[: found.end()], "", found["agency"], matched_day(found))


_AGENCY_DAY = re.compile(rf"(?P<agency>[A-Z][\w-]{{1,20}}),\s(?i:{DAY_MONTH})\.\s+(?=[A-Z\"“])")


def _after_colon(text: str) -> Dateline | None:
    """The datelines "OSLO, Dec. 5, 2025: ", "NEW DELHI, March 3 (PTI): " and, of a known town, "Islamabad: "."""
    found = _LONG_COLON.match(text)
    if found is None:
        return None
    place, agency, day = _parts(found.group().rstrip().rstrip(":"))
    town, *rest = place.split(", ")
    if not place or not _PLACE.fullmatch(place) or town.casefold() in _TOWNS_AND_WORDS:
        return None
    if not (is_town(town) or ((day is not None or agency) and town.isupper() and _is_dateline(place, agency, day))):
        return None
    if rest and not (agency or day) and not all("country" in gazetteer_kinds(part) for part in rest):
        return None  # "Moscow, Beijing: The allies"
    return Dateline(text[found.end() :], text[: found.end()], place, agency, day)


def _read(text: str, end: int, raw_end: int) -> Dateline | None:
    if not _BEGINS.match(text, raw_end) or (text[end - 1].isdigit() and text[raw_end].isdigit()):
        return None  # the latter is "Sept. 17–23"
    place, agency, day = _parts(text[:end].strip())
    agency, raw_end = _agency_after_dash(text, agency, raw_end)
    second_day = _SECOND_DAY.match(text, raw_end)
    if second_day and day is None:
        day, raw_end = matched_day(second_day), second_day.end()
        agency, raw_end = _agency_after_dash(text, agency, raw_end)
    if not _is_dateline(place, agency, day):
        return None
    return Dateline(text[raw_end:], text[:raw_end], place, agency, day)


def _agency_after_dash(text: str, agency: str, end: int) -> tuple[str, int]:
    """An agency after the dash: "OSLO, Norway--(BUSINESS WIRE)--The firm"."""
    found_agency = _AFTER_DASH.match(text, end) if not agency else None
    if not agency and found_agency is None and (signed := _SIGNED.match(text, end)) and usual_source(signed["agency"]):
        found_agency = signed
    return (found_agency["agency"].strip(), found_agency.end()) if found_agency else (agency, end)


_SIGNED = re.compile(r"(?P<agency>[A-Z][\w-]{2,20})\.\s+(?=[A-Z\"“])")
_AFTER_DASH = re.compile(r"[(/](?P<agency>[^\W\d_][\w&.’' -]{1,30}|\d\d-7\w+)[)/]\s*(?:--+|[–—―]|-\s)\s*(?=\S)")


def _parts(head: str) -> tuple[str, str, PartialDate | None]:
    head = _COUNTRY.sub(r", \g<country>", head)
    dated = _DAY.search(head)
    day = matched_day(dated) if dated else None
    if dated:
        head = head[: dated.start()] + " " + head[dated.end() :]
    sent = _AGENCY.search(head) or _byline(head, day)
    agency = sent["agency"] if sent else ""
    if sent:
        head = head[: sent.start()] + " " + head[sent.end() :]
    place = " ".join(_WEEKDAY.sub(" ", head).replace("()", " ").split()).strip(" ,")
    if place.endswith(".") and re.search(r"[A-Z]{4,}\.\Z", place):
        place = place[:-1]  # "MOSCOW. Dec 5", not "NORFOLK, Va."
    return place, agency, day


def _byline(head: str, day: PartialDate | None) -> re.Match[str] | None:
    """An unknown name in brackets: after a day, or where its words are those of a desk, an agency or a paper."""
    slashed = _SLASHED.search(head)
    if slashed and day is not None:
        return slashed
    found = _BYLINE.search(head)
    if found is None:
        return None
    town = is_town(head[: found.start()].split(",", maxsplit=1)[0])
    if town and all(usual_source(name) for name in found["agency"].split("/")):
        return found
    if not _IN_CAPITALS.match(head) and not (town and day is not None):
        return None
    if day is None and "".join(re.findall(r"\b[A-Z]", found["agency"])) == head.split(None, 1)[0]:
        return None  # "IAEA (International Atomic Energy Agency)"
    return found if day is not None or _OF_A_PAPER.search(found["agency"]) else None


def _is_dateline(place: str, agency: str, day: PartialDate | None) -> bool:
    if not place:
        return bool(agency) or (day is not None and bool(day.year))
    if not _PLACE.fullmatch(place) or len(place) > 80:
        return False
    first = place.replace(",", " ").split()[0]
    if day is not None and not agency and not _may_be_place(place):
        return False
    if agency or day is not None:
        return first.strip(".") not in _NOT_A_PLACE or len(place.split()) > 1
    if first == "U.S." and not place.split(",", maxsplit=1)[0].isupper():
        return False
    return _is_set_off(place) and (first.strip(".:") not in _NOT_A_PLACE or "," in place)


def _may_be_place(place: str) -> bool:
    """Whether a name in usual case may be a place: a known one, or a short one with its country after a comma."""
    head, *rest = place.split(", ")
    if head.isupper() or is_place(head.split("/")[0]) or _IS_CAPITALS.match(head):
        return not all(word.strip(".") in _NOT_A_PLACE for word in head.split())
    return bool(rest) and len(head.split()) <= _LONGEST_PLACE and not is_section(head)


_LONGEST_PLACE = 3


def _is_set_off(place: str) -> bool:
    """Whether a name without a day or an agency must be a place: in capitals, and no acronym or label."""
    head, *rest = place.split(",")
    if not _CAPITALS.match(place) or is_section(head):
        return False
    if not all(_IS_CAPITALS.search(word) or word.lower() in _JOINING or not word[0].isalpha() for word in head.split()):
        return False  # "BAE Systems - The firm"
    if is_place(head):
        return True
    if gazetteer_kinds(head) & {"organisation", "equipment", "person"}:
        return False
    # "WARNING" and "FILE PHOTO" are no places.
    return bool(rest) or any(word in _PLACE_WORDS for word in head.split())


_PLACE_WORDS = words_in(
    """
    FORT CAMP BASE NAVAL AIR SEA OCEAN GULF PORT STATION ISLAND ISLANDS BAY COAST STRAIT CHANNEL ABOARD JOINT FOB
    ARSENAL RANGE SHIPYARD AIRFIELD AIRPORT HARBOR HARBOUR CITY COUNTY PROVINCE DISTRICT MOUNT LAKE RIVER VALLEY
    CAPE SAN SANTA SAINT ST. LOS LAS OUTPOST GARRISON BARRACKS DEPOT AREA PACIFIC ATLANTIC MEDITERRANEAN ARCTIC BALTIC
    USS USNS USCGC HMS HMAS HMCS INS JS
    """
)
"""Words for grounds, waters and ships in the places of military datelines."""
_IS_CAPITALS = re.compile(r"[A-Z]{2}|\A[A-Z]\.?\Z|(?:[A-Z]\.)+")
_JOINING = frozenset(("of", "the", "and", "on", "at", "in", "de", "del", "la", "el", "al"))
_TOWNS_AND_WORDS = frozenset(("nice", "bath", "derby", "split", "reading", "dover", "hague", "brest", "tyre"))


def agency_name(name: str) -> str:
    """An agency's name in usual form; both, where two share a dateline."""
    return (
        "/".join(usual_source(part) or part for part in name.split("/")) if "/" in name else usual_source(name) or name
    )
