"""The parts of a mail: its best text, the files attached to it, pictures within it, mails within it."""

import re
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from quopri import decodestring

from msgspec import Struct

from site_gen.conversion.mail_header import decoded, header, raw_header
from site_gen.conversion.refusal import Refusal

_MOST_BOUNDARIES = 20_000
_MOST_PARTS = 500
_DEEPEST = 12
_LONGEST_HEADER = 2000
_BROKEN = (ValueError, AttributeError, TypeError, LookupError)
_TAG = re.compile(
    r"<(?:style|script|title)\b[^<>]*>.*?</(?:style|script|title)\s*>|<[^<>]{0,2000}>", re.DOTALL | re.IGNORECASE
)
_SOFT_BREAK = re.compile(rb"=\r?\n")
_QUOTED = re.compile(rb"=[0-9A-F]{2}")
_HTML_FULLER = 0.8  # of the words of the plain alternative: from here on, the HTML is the better one
_HTML_CHARSET = re.compile(rb"<meta[^<>]{0,200}charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)


class Attached(Struct, frozen=True):
    """A file in a mail: its name (as sent), media type, bytes; `cid` is by what HTML refers to it."""

    name: str
    media_type: str
    data: bytes
    cid: str = ""
    is_inline: bool = False


class Text(Struct, frozen=True):
    """A text of a mail, decoded: HTML or plain."""

    text: str
    is_html: bool


class Parts(Struct):
    """All that is in a mail, in its order; `left_out` says of parts that are not read what they are."""

    texts: list[Text]
    files: list[Attached]
    mails: list[EmailMessage]
    left_out: list[str]
    count: int = 0


class _Lenient(EmailPolicy):
    """Reads headers as the library does, but what breaks it, or is longer than any that is real, as plain text."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        if len(value) > _LONGEST_HEADER:
            return value[:_LONGEST_HEADER]
        try:
            parsed: str = super().header_fetch_parse(name, value)
            return parsed
        except _BROKEN:
            return value


def parse_mail(data: bytes) -> EmailMessage:
    """The mail in a file. Raises `Refusal` for one with more parts than any mail has."""
    if data.count(b"\n--") > _MOST_BOUNDARIES:
        raise Refusal("This mail has too many parts.", "Save the article alone, as plain text (.txt).")
    if data.startswith(b"From "):  # an mbox of one mail
        data = data.partition(b"\n")[2]
    message = BytesParser(policy=_Lenient()).parsebytes(data)
    assert isinstance(message, EmailMessage)
    return message


def parts_of(message: EmailMessage) -> Parts:
    """The parts of a mail."""
    parts = Parts([], [], [], [])
    _read(message, parts, 0)
    return parts


def _read(part: EmailMessage, parts: Parts, depth: int) -> None:
    parts.count += 1
    if depth > _DEEPEST or parts.count > _MOST_PARTS:
        parts.left_out.append("parts nested too deep" if depth > _DEEPEST else "more parts than a mail has")
        return
    kind = _media_type(part)
    if kind == "multipart/encrypted" or kind == "application/pkcs7-mime":
        raise Refusal("This mail is encrypted.", "Save its text from your mail program.")
    if kind == "message/rfc822":
        inner = part.get_payload()
        parts.mails += [one for one in inner if isinstance(one, EmailMessage)] if isinstance(inner, list) else []
    elif kind == "multipart/alternative":
        _read_alternatives(part, parts, depth)
    elif part.is_multipart():
        for child in part.iter_parts():
            if isinstance(child, EmailMessage):
                _read(child, parts, depth + 1)
    else:
        _read_leaf(part, kind, parts)


def _read_alternatives(part: EmailMessage, parts: Parts, depth: int) -> None:
    """The fuller of the alternatives: HTML, unless the plain text has more words; files of all of them."""
    read: list[Parts] = []
    for child in part.iter_parts():
        if isinstance(child, EmailMessage):
            own = Parts([], [], [], [], parts.count)
            _read(child, own, depth + 1)
            parts.count = own.count
            read.append(own)
            parts.files += own.files
            parts.mails += own.mails
            parts.left_out += own.left_out
    html = next((one for one in reversed(read) if any(text.is_html for text in one.texts)), None)
    plain = next((one for one in read if one.texts and not any(text.is_html for text in one.texts)), None)
    best = html if html is not None and _words(html) >= _HTML_FULLER * (_words(plain) if plain else 0) else plain
    parts.texts += (best or html or Parts([], [], [], [])).texts


def _words(parts: Parts) -> int:
    return sum(len((_TAG.sub(" ", one.text) if one.is_html else one.text).split()) for one in parts.texts)


def _read_leaf(part: EmailMessage, kind: str, parts: Parts) -> None:
    disposition = raw_header(part, "content-disposition").lower().lstrip()
    name = _file_name(part)
    data = _payload(part)
    is_text = kind in ("text/plain", "text/html") and not disposition.startswith("attachment")
    if is_text and not (name and disposition):
        text = decoded(data, _charset(part, data)).replace("\r\n", "\n").replace("\r", "\n")
        is_flowed = _parameter(part, "format").lower() == "flowed"
        plain = _unflowed(text, _parameter(part, "delsp").lower() == "yes") if is_flowed else text
        parts.texts.append(Text(text if kind == "text/html" else plain, kind == "text/html"))
    elif kind in ("application/pkcs7-signature", "application/pgp-signature", "text/calendar", "text/x-amp-html"):
        parts.left_out.append(kind)
    elif data:
        cid = raw_header(part, "content-id").strip().strip("<>")
        parts.files.append(Attached(name, kind, data, cid, disposition.startswith("inline") or bool(cid)))


def _media_type(part: EmailMessage) -> str:
    try:
        return part.get_content_type()
    except _BROKEN:
        return "text/plain"


def _parameter(part: EmailMessage, name: str) -> str:
    found = re.search(rf"[;\s]{name}\s*=\s*\"?([^\s\";]{{1,100}})", raw_header(part, "content-type"), re.IGNORECASE)
    return found[1] if found else ""


def _charset(part: EmailMessage, data: bytes) -> str:
    charset = _parameter(part, "charset").strip("'")
    if not charset and (found := _HTML_CHARSET.search(data[:4000])):
        charset = found[1].decode("ascii", "replace")
    return charset


def _file_name(part: EmailMessage) -> str:
    try:
        name = part.get_filename() or ""
    except _BROKEN:
        name = ""
    return re.split(r"[/\\]", name)[-1].strip()[:200]


def _payload(part: EmailMessage) -> bytes:
    """The bytes of a part, decoded as it says, or as it is where it says wrong."""
    encoding = header(part, "content-transfer-encoding").lower()
    try:
        data = part.get_payload(decode=True)
    except _BROKEN:
        data = b""
    if not isinstance(data, bytes):
        return b""
    is_text = part.get_content_maintype() == "text"
    if is_text and encoding != "quoted-printable" and len(_SOFT_BREAK.findall(data)) >= 2 and _QUOTED.search(data):
        return decodestring(data)  # encoded, though it is not said
    return data


def _unflowed(text: str, drops_blank: bool) -> str:
    """Text in lines of `format=flowed` (RFC 3676) as whole paragraphs; quoted lines keep their marks."""
    lines: list[str] = []
    flows = False
    for raw in text.split("\n"):
        line = raw[1:] if raw.startswith(" ") else raw
        is_signature = line in ("-- ", "--")
        if flows and lines and not is_signature and not raw.startswith(">") and not lines[-1].startswith(">"):
            lines[-1] += line
        else:
            lines.append(line)
        flows = line.endswith(" ") and not is_signature
        if flows and drops_blank:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)
