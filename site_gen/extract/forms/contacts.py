"""Finds press contacts: names, telephone numbers and mail addresses under "Media contact"."""

import re

from msgspec import Struct

from site_gen.extract.forms.byline import is_name

_OPENS = re.compile(
    r"(?:for )?(?:(?:media|press|news|public|investors?|public affairs|communications|company|agency|media relations"
    r"|investor relations|corporate communications?)[ /&]*(?:and )?)*"
    r"(?:contacts?|contact information|contact details|contact for (?:the )?media|enquiries|inquiries|relations"
    r"|point of contact|poc"
    r"|for (?:more|further|additional) information(?:,? (?:please )?contact|,? please (?:contact|call|visit|e-?mail))?"
    r"|(?:more|further|additional) information(?:,? (?:please )?contact)?"
    r"|for (?:media |press |interview )*(?:enquiries|inquiries|requests|queries|interviews)[^.:]{0,40}"
    r"|media/public contact|contacts? for (?:media|press)[^.:]{0,20}|notes? for media|public affairs office)"
    r"\s*(?P<sign>[:–—-]\s*|\Z|,\s|\s)",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?:\b(?:tel(?:ephone)?|phone|mobile|cell|mob|office|fax|direct|duty (?:phone|officer)|dsn|comm"
    r"|[TPMF])\b\s?[.:]?\s?)?"
    r"(?:\+\s?\d{1,3}[\s.\-–/]?)?(?:\(0?\d{1,5}\)[\s.\-–/]?)?\d{2,5}(?:[\s.\-–/]\d{2,5}){1,4}(?:\s?(?:x"
    r"|ext\.?)\s?\d{1,5})?(?!\d)"
    r"|\+\d{8,15}\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+\s?(?:@|\[at\]|\(at\))\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_WEB = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|mil|int|eu|co\.uk|mod\.uk|example)\b(?:/\S*)?",
    re.I,
)
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Lt|Col|Maj|Capt|Cmdr|Sgt|Lt\. Col|Lt\. Cmdr"
    r"|Gen)\.?\s)?[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){1,3}"
)
_LABELS = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mobile|cell|mob|office|fax|e-?mail|web(?:site)?|direct|duty officer|twitter"
    r"|linkedin|at|or|and|for|x)\b",
    re.IGNORECASE,
)
_LONGEST = 200
_MOST_BETWEEN = 4
"""Most lines of names and offices before the number or address that they belong to."""
_MOST_WORDS = 9


class Contacts(Struct, frozen=True):
    """Contact blocks: the places of their lines, and the people that they name."""

    places: tuple[int, ...] = ()
    people: tuple[str, ...] = ()


def find_contacts(texts: list[str], first: int, after: int) -> Contacts:
    """The contact blocks that begin between the places `first` and `after`."""
    places: list[int] = []
    people: list[str] = []
    at = first
    while at < after:
        block = _block(texts, at)
        places += block.places
        people += block.people
        at = block.places[-1] + 1 if block.places else at + 1
    return Contacts(tuple(places), tuple(dict.fromkeys(people)))


def is_contact_line(text: str) -> bool:
    """Whether a line is telephone numbers, addresses, names and offices, with at least one number or address."""
    if len(text) > _LONGEST or not (_PHONE.search(text) or _MAIL.search(text) or _WEB.fullmatch(text.strip())):
        return False
    rest = _WEB.sub(" ", _MAIL.sub(" ", text))
    rest = _LABELS.sub(" ", _PHONE.sub(" ", rest))
    words = [word for word in re.split(r"[\s|,;:/()–—-]+", rest) if word]
    return len(words) <= _MOST_WORDS and not any(word.islower() and len(word) > 3 for word in words)


def _block(texts: list[str], at: int) -> Contacts:
    """The block that begins at a place: its heading, then lines down to the last number or address of it."""
    opened = _OPENS.match(texts[at]) if 0 < len(texts[at]) <= _LONGEST else None
    if opened is None:
        return Contacts()
    inline = texts[at][opened.end() :].strip(" ,")
    signed = opened["sign"].strip() in (":", "-", "–", "—")
    if inline and not (is_contact_line(inline) or (signed and _is_person_line(inline))):
        return Contacts()
    last, names_pending = at, 0
    has_contact = bool(inline)
    for place in range(at + 1, len(texts)):
        text = texts[place]
        if not text:
            if has_contact and _ended(texts, place):
                break
            continue
        if is_contact_line(text):
            last, names_pending, has_contact = place, 0, True
        elif names_pending < _MOST_BETWEEN and _is_person_line(text) and _has_contact_line_near(texts, place):
            names_pending += 1
        else:
            break
    if not has_contact:
        return Contacts()
    places = tuple(place for place in range(at, last + 1) if texts[place])
    people = [name for place in places for name in _people(texts[place][opened.end() if place == at else 0 :])]
    return Contacts(places, tuple(people))


def _ended(texts: list[str], place: int) -> bool:
    """Whether no further contact follows a blank line."""
    at = next((at for at in range(place, min(place + 4, len(texts))) if texts[at]), None)
    return at is None or not (
        is_contact_line(texts[at]) or (_is_person_line(texts[at]) and _has_contact_line_near(texts, at))
    )


def _has_contact_line_near(texts: list[str], place: int) -> bool:
    following = [text for text in texts[place + 1 : place + 9] if text][:_MOST_BETWEEN]
    for text in following:
        if is_contact_line(text):
            return True
        if not _is_person_line(text):
            return False
    return False


def _is_person_line(text: str) -> bool:
    """Whether a short line may be a name or an office: words are capitalised, and it does not end like a sentence."""
    words = text[:_LONGEST].split()
    small = [word for word in words if word[0].islower() and word not in ("of", "and", "the", "for", "at", "or")]
    return len(words) <= _MOST_WORDS and not small and text[-1] not in ".!?"


def _people(text: str) -> list[str]:
    """The names in a line of a contact block."""
    rest = _PHONE.sub("|", _WEB.sub("|", _MAIL.sub("|", text)))
    pieces = [piece.strip(" .") for piece in re.split(r"\s*[|,;:/()–—]\s*|\s-\s|\s(?:at|or|and)\s", rest)]
    return [piece for piece in pieces if _NAME.fullmatch(piece) and (is_name(piece) or not _OFFICE.search(piece))]


_OFFICE = re.compile(
    r"\b(?:press|media|public|affairs|office|officer|relations|communications?|contact|manager|director|head|team|desk"
    r"|department|ministry|bureau|company|ltd|inc|corp|group|systems|street|road|house|vice|president|senior|duty|news"
    r"|information|enquiries|inquiries|spokes\w+|chief|group|service|center|centre)\b",
    re.IGNORECASE,
)
