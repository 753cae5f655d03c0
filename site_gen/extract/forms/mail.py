"""The form of mails: From, Sent, To and Subject lines above the text."""

import re

from msgspec.structs import replace

from site_gen.extract.forms.date_line import Moment, read_moment
from site_gen.extract.forms.headline_line import begins_story
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Line
from site_gen.model.seed import Decision

_RULE = "mail header"
_KEY = re.compile(
    r"[>*\s]*\*?(?P<key>from|sent|to|cc|bcc|subject|date|reply-to|return-path|message-id|x-[\w-]+|mime-version"
    r"|content-[\w-]+"
    r"|importance|received|delivered-to|list-[\w-]+|sender|attachments?|priority|organization)\s?:\*?\s*(?P<value>.*)",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"[>\s]*(?:-+\s?(?:original message|forwarded message|forwarded by.{0,80})\s?-*|begin forwarded message\s?:?)",
    re.IGNORECASE,
)
_REPLIES = re.compile(
    r"(?:(?:re|fwd?|press release|news release|media release|aw|wg|tr|sv|vs|antw)\s?(?:\[\d+\])?\s?:\s*"
    r"|\[(?:external|ext)\]\s*:?\s*)+",
    re.IGNORECASE,
)
_ZONE_NAME = re.compile(r"\s*\([A-Z]{2,5}\)\s*\Z")
_MOST = 30
"""Most lines of a mail header."""
_MAIN_FIELDS = frozenset(("from", "to", "subject", "sent"))


def take_mail(manuscript: Manuscript) -> Manuscript:
    """Recognise a mail: its subject is the title, its date the date; the other lines of its header are cut."""
    places, fields = _head(manuscript.lines)
    if "subject" not in fields and not {"from", "to"} <= fields.keys():
        return manuscript
    if len(_MAIN_FIELDS & fields.keys()) < 2:
        return manuscript
    title = _subject(fields.get("subject", ""))
    quoted = manuscript.lines[places[0]].text.startswith(">")
    moment = _moment(fields.get("date") or fields.get("sent", ""))
    taken = _without_signature(manuscript.without(places, _RULE)).with_facts(title=title)
    if quoted:
        taken = replace(taken, lines=tuple(_unquoted(line) for line in taken.lines))
    if moment is not None and taken.given.date is None:
        taken = replace(taken, given=replace(taken.given, date=moment.when, timed=moment.timed, date_source="text"))
    note = Decision("form", "mail", "the text begins with the head of a mail; its subject is the headline")
    return replace(taken, notes=(*taken.notes, note))


def _unquoted(line: Line) -> Line:
    return replace(line, text=line.text.lstrip("> "))


def _without_signature(manuscript: Manuscript) -> Manuscript:
    """The mail without its closing words and the signature below them."""
    filled = [at for at, line in enumerate(manuscript.lines) if line.text][-_SIGNATURE:]
    at = next((at for at in filled if _CLOSING.fullmatch(manuscript.lines[at].text)), None)
    if at is None or any(begins_story(line.text) for line in manuscript.lines[at + 1 :]):
        return manuscript
    return manuscript.without(range(at, len(manuscript.lines)), "mail signature")


_SIGNATURE = 8
_CLOSING = re.compile(
    r"[>\s]*(?:(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)|(?:best )?regards"
    r"|yours (?:sincerely|faithfully|truly)"
    r"|sincerely(?: yours)?|cheers|thanks|thank you)\s?[,.!]?",
    re.IGNORECASE,
)


def _head(lines: tuple[Line, ...]) -> tuple[list[int], dict[str, str]]:
    """The places of the mail headers, forwarded ones included, and their fields; the last of a name wins."""
    places: list[int] = []
    fields: dict[str, str] = {}
    count = 0
    last = ""
    for at, line in enumerate(lines[: _MOST * 2]):
        if not line.text:
            if count and not _header_continues(lines, at):
                break
            continue
        found = _KEY.fullmatch(line.text)
        if found is None and _FORWARDED.fullmatch(line.text):
            places.append(at)
            continue
        if found is None:
            if last and _is_folded(line.text, last):
                places.append(at)
                continue
            break
        last = found["key"].lower()
        count += 1
        places.append(at)
        fields[last] = found["value"].strip()
    return places, fields


def _header_continues(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the header continues after a blank line, or that of a forwarded mail begins."""
    following = next((line.text for line in lines[at:] if line.text), "")
    return bool(_FORWARDED.fullmatch(following)) or bool(
        re.match(r"[>*\s]*(?:from|sent|to|subject|date)\s?:", following, re.I)
    )


def _is_folded(text: str, key: str) -> bool:
    """Whether a line continues the addresses or the folded value of the line above."""
    return (key in ("to", "cc", "bcc") and "@" in text and len(text) <= 200) or (
        key.startswith(("x-", "received", "content", "list")) and len(text) <= 200 and "=" in text
    )


def _subject(text: str) -> str:
    """A subject without "Fwd:" and "Re:"."""
    found = _REPLIES.match(text)
    return text[found.end() :].strip() if found else text.strip()


def _moment(text: str) -> Moment | None:
    text = re.sub(r"(?<=\d\d:\d\d):\d\d", "", text)
    return read_moment(_ZONE_NAME.sub("", text)) if re.search(r"[+-]\d{4}", text) else read_moment(text)
