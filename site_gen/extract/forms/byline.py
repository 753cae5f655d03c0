"""Reads bylines: "By Sgt. Jane Roe", "JANE ROE reports from Oslo"."""

import re

from msgspec import Struct

from site_gen.extract.forms.places import is_place, usual_case
from site_gen.extract.forms.sources import usual_source
from site_gen.extract.forms.word_list import words_in
from site_gen.extract.names.gazetteer import load_gazetteer

_LONGEST = 160
_PARTICLE = (
    r"(?:de|de la|van|van der|van den|von|der|den|del|della|di|da|dos|du|la|le|ter|ten|al|el|bin|bint|ibn|ben|y)"
)
_WORD = r"(?:[^\W\d_a-z][\w’'-]*\.?|[A-Z]\.(?:[A-Z]\.)*|(?:d|al|el|ash|as|an)[’'-][^\W\d_a-z][\w’'-]*)"
_NAME = re.compile(rf"{_WORD}(?:\s(?:{_PARTICLE}\s)*{_WORD}){{1,4}}")
_LABEL = re.compile(
    r"(?:by|written by|words by|text by|story by|report by|reported by|reporting by|posted by|published by)\s?:?\s+"
    r"|(?:author|authors|reporter|writer|correspondent)s?\s?:\s*",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:edited|compiled|translated|additional reporting|editing|photos?|photographs?|pictures?|video|graphics?"
    r"|illustrations?|production|produced)\s(?:by|from)\s?:?\s+(?P<whom>[^!?]{2,100}?)\.?",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    rf"(?P<name>{_NAME.pattern}),?\s+reports?(?:ing)?(?:\s+(?:from|in)\s+(?P<place>[^.:;!?]{{2,50}}))?[.:]?"
)
_FROM = re.compile(r"\s+(?:in|reporting from|reports from|from|at)\s+(?P<place>[^,;|]{2,60})\Z")
_ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|journalist|contributor|analyst|bureau chief"
    r"|photographer|staff"
    r"|fellow|blogger|reporting)s?\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\b(?:brigade|division|regiment|battalion|squadron|wing|fleet|corps|command|group|public affairs|unit"
    r"|expeditionary"
    r"|detachment|office|force|army|navy|marines|mobile|news service|center|centre)\b",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"(?:from )?"
    r"(?P<desk>(?:(?:our|a|the|special|staff|chief|senior|defence|defense|web|online|news|national|foreign|diplomatic"
    r"|political)\s)*"
    r"(?:correspondents?|reporters?|(?:web|news|online|national|foreign|world|defence|defense|city|express)\s?desk"
    r"|staff(?: writers?)?(?: and agencies)?|agencies|bureau|newsroom|news service|editors?|editorial board))"
    r"(?:\s(?:in|from)\s(?P<place>.{3,40}))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+and\s+|\s*&\s*|\s*;\s*|\s+with\s+", re.IGNORECASE)
_GRADE = (
    r"(?:Mass Communication Specialist|Petty Officer|Chief|Seaman|Airman|Senior|Master|Staff|Tech(?:nical)?"
    r"|First|1st|2nd|3rd|Class|"
    r"(?:Lt|Col|Gen|Maj|Capt|Cmdr|Cdr|Sgt|Cpl|Pfc|Pvt|Spc|Ens|Brig|Lance|Gunnery|Warrant|Officer|Sergeant|Corporal"
    r"|Captain|Major|Colonel|Commander|General|Ensign|Brigadier|MC[123]|PO[123]|Dr|Mr|Mrs|Ms|Prof|"
    r"Lieutenant|Specialist|Private|U\.S|Army|Navy|Air|Force|Marine|Corps|Airman|Tech)\.?)"
)
_RANK = re.compile(rf"(?:{_GRADE}\s+)+", re.IGNORECASE)


_IDIOMS = frozenset(("by popular demand", "by land and sea", "by public request", "by common consent"))


class Byline(Struct, frozen=True):
    """The authors in a byline, and the agency if it names one. A credit ("Edited by ...") has neither."""

    authors: tuple[str, ...] = ()
    source: str = ""


def read_byline(text: str) -> Byline | None:
    """The byline in a line; None where the line says anything else."""
    text = text.strip()
    if not text or len(text) > _LONGEST or text[-1] in "?!":
        return None
    if credit := _CREDIT.fullmatch(text):
        return Byline() if _is_capitalised(credit["whom"]) else None
    label = _LABEL.match(text)
    if label:
        return None if text.casefold() in _IDIOMS else _authors(text[label.end() :].strip(" ."))
    if (desk := _desk(text)) and " " in desk:
        return Byline((desk,))
    if reports := _REPORTS.fullmatch(text):
        place = reports["place"]
        if (not place and not reports["name"].isupper()) or (place and not _is_capitalised(place)):
            return None
        return Byline((_as_name(reports["name"]),))
    return _without_label(text.strip(" ."))


def is_name(text: str) -> bool:
    """Whether a text is a person's name, judged by its first word, which must be a known given name."""
    return (
        bool(_NAME.fullmatch(text))
        and text.split(maxsplit=1)[0].capitalize() in load_gazetteer().first_names
        and not is_place(text)
    )


def is_affiliation(text: str) -> bool:
    """Whether a line under a byline gives the author's office or unit: "2nd Brigade, 3rd Division"."""
    short = len(text) <= 90 and len(text.split()) <= 12 and text[-1:] not in (".", "?", "!", ":")
    small = [word for word in text.split() if word[0].islower() and word not in ("of", "and", "the", "for", "at")]
    return short and not small and bool(_ROLE.search(text) or _UNIT.search(text) or is_place(text))


def _is_capitalised(text: str) -> bool:
    words = text.replace(",", " ").split()
    return bool(words) and all(
        word[0].isupper() or word[0].isdigit() or word in ("and", "of", "the") or not word[0].isalpha()
        for word in words
    )


def _desk(text: str) -> str:
    """A desk or office in place of a name: "our correspondent in Oslo"."""
    found = _DESK.fullmatch(text.strip(" ."))
    if found is None or (found["place"] and not _is_capitalised(found["place"])):
        return ""
    return _title_case(found["desk"])


def names_of(text: str) -> tuple[str, ...]:
    """The people in a line of nothing but names: "Jane Roe, John Doe, and Ada Moen"."""
    pieces = [piece for piece in re.split(r",\s*(?:and\s+)?|\s+(?:and|&)\s+", text.strip(" .")) if piece]
    if not all(_NAME.fullmatch(piece) and len(piece.split()) <= 4 and not is_place(piece) for piece in pieces):
        return ()
    return tuple(pieces) if sum(is_name(piece) for piece in pieces) * 2 >= len(pieces) else ()


def _without_label(text: str) -> Byline | None:
    """A byline without "By": only where an office or a known place follows the name."""
    found = _AFTER_NAME.fullmatch(text)
    if found is None:
        place = _FROM.search(text)
        is_known = place is not None and is_place(place["place"]) and is_name(text[: place.start()])
        return Byline((_as_name(text[: place.start()]),)) if is_known and place else None
    name, rest = _without_rank(found["name"]), found["rest"]
    if not _NAME.fullmatch(name) or is_place(name) or not _is_capitalised(rest):
        return None
    if agency := _agency(rest):
        return Byline((_as_name(name),), agency)
    is_office = bool(_ROLE.search(rest)) and len(rest.split()) <= 7
    is_place_after = is_place(rest.split(",")[0]) and (found["sign"] != "," or is_name(name))
    return Byline((_as_name(name),)) if is_office or is_place_after else None


_AFTER_NAME = re.compile(r"(?P<name>[^|•·,]{4,60}?)\s*(?P<sign>[|•·,])\s*(?P<rest>.+)")


def _authors(text: str) -> Byline | None:
    """The authors in what follows "By"; None where a part of it is no name, office or place."""
    text = text.strip(" ,.|")
    if desk := _desk(text):
        return Byline((desk,))
    text, agency_at_end = _without_agency(text)
    pieces = [
        (number, _without_place(piece))
        for number, part in enumerate(_PARTS.split(_without_place(text)))
        for piece in _BETWEEN.split(part.strip(" ."))
        if piece
    ]
    sources = tuple(source for source in (*(_agency(piece) for _, piece in pieces), agency_at_end) if source)
    people: list[str] = []
    for number, piece in pieces:
        if _agency(piece) or (number and _is_aside(piece)):
            continue
        name = _author(piece)
        if not name and not (number and _is_capitalised(piece)):
            return None
        # "By A. Name, Some Town": a town that no list has
        if name and (not number or _BETWEEN.search(text) or is_name(name)):
            people.append(name)
    if not people and not sources:
        return None
    return Byline(tuple(dict.fromkeys(people)), sources[0] if sources else "")


_PARTS = re.compile(r"\s*[,|/•·]\s*|\s+[-–—]\s+")
_WRITER = re.compile(r"(?P<agency>.{2,40}?)\s(?:staff )?(?:writer|correspondent|reporter)s?", re.IGNORECASE)


def _agency(text: str) -> str:
    """The agency in a part of a byline: "Reuters", "Associated Press Writer"."""
    writer = _WRITER.fullmatch(text)
    return usual_source(text) or (usual_source(writer["agency"]) if writer else "")


def _without_agency(text: str) -> tuple[str, str]:
    """A byline without the agency that ends it, and the agency: "Jane Roe Associated Press Writer"."""
    words = text.split()
    for at in range(2, len(words)):
        agency = _agency(" ".join(words[at:]))
        if (
            agency
            and words[at - 1][-1] not in ",|/&-–—"
            and words[at - 1].lower() not in ("and", "for", "from", "with")
        ):
            return " ".join(words[:at]), agency
    return text, ""


def _is_aside(text: str) -> bool:
    """Whether a later part of a byline is an office, a unit or a place."""
    return bool(_ROLE.search(text) or _UNIT.search(text) or is_place(text) or re.search(r"\d", text))


def _without_place(text: str) -> str:
    found = _FROM.search(text)
    return text[: found.start()] if found and _is_capitalised(found["place"]) else text


def _without_rank(text: str) -> str:
    return _RANK.sub("", text, count=1) if _RANK.match(text) else text


def _author(text: str) -> str:
    """A person's name without rank; empty for anything else."""
    name = " ".join(_without_rank(text).split()).strip(" ,")
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME or _is_no_person(name):
        return ""
    return _as_name(name)


_LONGEST_NAME = 60


_NO_NAMES = words_in(
    """
    any every all no his her their its our popular public common law force design default night day order sea air land
    rail road the this that these those one two three more less most many some other another
    """
)


def _is_no_person(name: str) -> bool:
    """Whether a name begins with a country or nationality ("Russian Standards") and not with a given name."""
    first = name.split(maxsplit=1)[0].capitalize()
    if first.casefold() in _NO_NAMES:
        return True
    forms = load_gazetteer().forms.get(first, ())
    is_known = any(not form.rest and form.entry.kind in ("country", "organisation", "topic") for form in forms)
    return is_known and first not in load_gazetteer().first_names


def _as_name(name: str) -> str:
    name = name.strip(" .,") if not re.search(r"\b(?:Jr|Sr)\.$", name) else name.strip(" ,")
    shouted = sum(word.isupper() and len(word) > 2 for word in name.split())
    return usual_case(name) if name.isupper() or shouted else name


def _title_case(text: str) -> str:
    return " ".join(word if word.islower() and word in ("and", "of") else word.capitalize() for word in text.split())
