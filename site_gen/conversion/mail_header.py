"""What the header of a mail says: subject, sender's name, date; also of a mail that is forwarded within another."""

import re
from base64 import b64decode
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from email.message import Message
from email.utils import parsedate_to_datetime
from quopri import decodestring

from site_gen.extract.clean import clean
from site_gen.extract.decode import decode
from site_gen.text.references import unescape
from site_gen.text.stamps import parse_written

_LONGEST = 2000
_WORD = re.compile(r"=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([bBqQ])\?([^?]{0,1000})\?=")
_BETWEEN = re.compile(r"(\?=)\s+(=\?)")
_PREFIX = re.compile(
    r"(?:(?:re|fwd?|aw|wg|antw|tr|rif|sv|vs|vb|rv|enc|odp|pd|ynt|ilt|на|пер|відп|ответ|fwd?\s*\([^)]{0,20}\))"
    r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]\s*"
    r"|\[[^\[\]]{1,40}\]\s*:?\s*"
    r"|(?:press|news|media)\s+(?:release|statement|notice)\s*[:–—-]\s*"
    r"|(?:pressemitteilung|communiqué de presse)\s*[:–—-]\s*"
    r"|(?:for immediate release|embargoed?(?: until [^:]{0,40})?|external|ext)\s*[:–—-]\s*)+",
    re.IGNORECASE,
)
_NO_HEADLINE = re.compile(
    r"\b(?:newsletter|digest|weekly|daily|morning brief\w*|briefing|round-?up|bulletin"
    r"|issue\s+#?\d+|no\.\s*\d+|vol\.\s*\d+"
    r"|invitation|advisory|attached|attachment|reminder|fyi|for your information|see below|minutes of|out of office"
    r"|rundbrief|einladung|wochenrückblick|infolettre|boletín|bollettino|рассылк\w+|дайджест|розсилк\w+)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS, _SHORTEST, _LONGEST_HEADLINE = 4, 20, 180
_ADDRESS = re.compile(r"<[^<>]*>|\([^()]*\)|\[mailto:[^\]]*\]|\S+@\S+")
_ESCAPED = re.compile(r"\\([^\w\s])")
_VIA = re.compile(r"\s+via\s+.*$", re.IGNORECASE)
_OLDEST, _NEWEST = 1985, 2200
# The words for fields in the headers of forwarded and quoted mails.
FIELDS = {
    "from": "from von de da od от від van från fra kimden expéditeur absender mittente remitente nadawca gönderen",
    "date": "date sent datum gesendet envoyé fecha enviado data inviato wysłano дата отправлено надіслано"
    " verzonden skickat sendt tarih",
    "to": "to an à a para do кому till til kime destinataire empfänger",
    "cc": "cc kopie copie dw копия копія bcc reply-to reply",
    "subject": "subject betreff objet asunto oggetto temat тема onderwerp ämne emne konu",
}
FIELD_OF = {word: field for field, words in FIELDS.items() for word in words.split()}


def raw_header(message: Message, name: str) -> str:
    """The first header of a name as it is in the file; "" where there is none, or one too long to be real."""
    found = next((value for key, value in message.raw_items() if key.lower() == name), "")
    value = str(found)
    return "" if len(value) > _LONGEST else value


def header(message: Message, name: str) -> str:
    """A header's text: encoded words decoded, also broken ones, and bytes that are not encoded at all."""
    return _words(raw_header(message, name))


def _words(raw: str) -> str:
    text = " ".join(raw.split())
    if any("\udc80" <= char <= "\udcff" for char in text):
        text = decode(text.encode("utf-8", "surrogateescape")).text
    text = _BETWEEN.sub(r"\1\2", text)
    parts: list[str] = []
    at, charset, held = 0, "", b""
    for word in _WORD.finditer(text):
        if held and (word.start() > at or word[1].lower() != charset):
            parts.append(decoded(held, charset))
            held = b""
        parts.append(text[at : word.start()])
        charset, at = word[1].lower(), word.end()
        held += _payload(word[2].lower(), word[3])  # a letter may be split between two words
    if held:
        parts.append(decoded(held, charset))
    return " ".join(clean("".join([*parts, text[at:]])).split())


def _payload(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    if encoding == "q":
        return decodestring(data, header=True)
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    return b64decode(letters[: len(letters) - (len(letters) % 4 == 1)] + b"==")


def decoded(data: bytes, charset: str) -> str:
    """Bytes as text, by their charset where that is right; else by what they contain."""
    name = charset.lower().strip("\"' ")
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "", "ascii": ""}.get(
        name, name
    )
    try:
        text = data.decode(name) if name else ""
    except (LookupError, UnicodeError, ValueError):
        text = ""
    return text or decode(data).text


def subject_of(text: str) -> str:
    """A subject without "Re:", "Fwd:", names of lists and the like."""
    found = _PREFIX.match(text)
    return text[found.end() :].strip() if found else text.strip()


def is_headline(subject: str) -> bool:
    """Whether a subject can be the headline of a post; that of a newsletter or of a cover note cannot."""
    words = subject.split()
    return (
        len(words) >= _FEWEST_WORDS
        and _SHORTEST <= len(subject) <= _LONGEST_HEADLINE
        and not _NO_HEADLINE.search(subject)
        and sum(char.isdigit() for char in subject) * 3 < len(subject)
    )


def sender_of(text: str) -> str:
    """The name of a sender, never the address: "" where there is none."""
    name = _ADDRESS.sub(" ", text).replace('\\"', "").strip(" \t\"',;:*")
    name = " ".join(_VIA.sub("", name).split()).strip(" \"'")
    last, comma, first = name.partition(", ")
    if comma and "," not in first and len(name.split()) <= 4 and len(first.split()) <= 2:
        name = f"{first} {last}"  # "Doe, Jane", as Outlook has it
    return name if any(map(str.isalpha, name)) and "@" not in name and len(name) <= 120 else ""


def moment_of(text: str, zone: tzinfo) -> datetime | None:
    """The moment in a `Date:` header, in the zone; one without offset is in UTC. None where it cannot be read."""
    try:
        moment = parsedate_to_datetime(text[:200])
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
        moment = moment.astimezone(zone)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return moment if _OLDEST <= moment.year <= _NEWEST else None


def written_moment(text: str, zone: tzinfo) -> tuple[datetime, bool] | None:
    """The moment in a line `Sent:` of a forwarded mail, and whether it has a time of day."""
    plain = " ".join(re.sub(r"[*_]|\bat\b|\bum\b|\bUhr\b|\bà\b|\bо\b|\bв\b", " ", text).split())
    if (moment := moment_of(plain, zone)) is not None and re.search(r"\d:\d\d", plain):
        return moment, True
    for form in (plain, re.sub(r"^\w+\.?,?\s+", "", plain), re.sub(r"\s*\d{1,2}:\d\d.*$", "", plain)):
        written = parse_written(form, zone)
        if written is not None:
            return written.moment, written.timed
    return None


def fields_of(lines: Iterable[str]) -> dict[str, str]:
    """The fields of a header within a text, in any of the languages known here, by their English names."""
    found: dict[str, str] = {}
    for line in lines:
        plain = _ESCAPED.sub(r"\1", unescape(line)).replace("*", "").strip(" >\t\\")
        word, colon, value = plain.partition(":")
        field = FIELD_OF.get(word.strip().lower(), "") if colon else ""
        if field and field not in found:
            found[field] = value.strip()
    return found
