"""What of a mail's text is not its message: quoted mails, signatures, greetings, disclaimers, banners."""

import re

from msgspec import Struct

from site_gen.conversion.mail_header import FIELD_OF, fields_of

_MOST_FIELDS = 14  # lines of a header within a text, folded ones included
_FEWEST_FIELDS = 3


def _one_of(phrases: str) -> str:
    """A pattern for any of some phrases, one a line."""
    return "(?:" + "|".join(phrases.strip().split("\n")) + ")"


_FORWARDED = re.compile(
    r"[\s>*_-]*"
    + _one_of(r"""
forwarded message
begin forwarded message
weitergeleitete nachricht
anfang der weitergeleiteten nachricht
message transf[ée]r[ée]
d[ée]but du message r[ée]exp[ée]di[ée]
mensaje reenviado
messaggio inoltrato
wiadomość przekazana
пересылаемое сообщение
пересланное сообщение
переслане повідомлення
""")
    + r"\s*:?[\s*_-]*",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"[\s>*_\\]*-{2,}\s*"
    + _one_of(r"""
original message
original-?nachricht
urspr[üu]ngliche nachricht
message d'origine
message original
mensaje original
messaggio originale
oryginalna wiadomość
исходное сообщение
вихідне повідомлення
""")
    + r"\s*-*[\s*_]*",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"[\s>*_]*(?:(?:on|am|le|el|il|op|den|em|w dniu|dnia)\b.{6,300}|.{0,60}\d{4}.{4,300})\b"
    + _one_of(r"""
wrote
schrieb(?: [^:]{1,120})?
a écrit
escribió
ha scritto
schreef(?: [^:]{1,120})?
skrev(?: [^:]{1,120})?
escreveu
napisał(?:\(a\))?
pisze
yazdı
пише
пишет
написал(?:\(а\)|а)?
написав(?:\(ла\))?
""")
    + r"\s*:[\s*_\\]*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"[>\s*_]*"
    + _one_of(r"""
(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)
(?:best )?regards
(?:with )?best
yours (?:sincerely|faithfully|truly)
sincerely(?: yours)?
cheers
thanks(?: and regards| in advance)?
thank you
mit (?:freundlichen|besten|herzlichen) gr[üu](?:ß|ss)en
(?:viele|beste|liebe|freundliche|herzliche) gr[üu](?:ß|ss)e
mfg
(?:bien )?cordialement
(?:bien|sincères) (?:à vous|salutations)
(?:un )?cordial saludo
saludos(?: cordiales)?
atentamente
(?:cordiali|distinti) saluti
atenciosamente
z poważaniem
pozdrawiam
z wyrazami szacunku
saygılarımla
с уважением
з повагою
met vriendelijke groet(?:en)?
med vänlig hälsning(?:ar)?
med venlig hilsen
""")
    + r"\s?[,.!]?[*_\\\s]*",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(
    r"[\s*_]*"
    + _one_of(r"""
sent from (?:my |outlook|mail for|yahoo|proton)
get outlook for
von meinem \S{1,30} gesendet
gesendet von (?:meinem |outlook|mail)
envoyé de(?:puis)? (?:mon|outlook)
enviado desde mi
inviato da(?:l mio)?
отправлено с
надіслано з
wysłano z
""")
    + ".{0,80}",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\b"
    + _one_of(r"""
not (?:the|an) intended recipient
intended (?:solely|only|exclusively) for
this (?:e-?mail|message|communication)[^.]{0,120}\b(?:confidential|privileged)
confidentiality notice
consider the environment before printing
do not print this e-?mail
vertrauliche[nr]? (?:und|oder|informationen)
nicht der (?:richtige|beabsichtigte|vorgesehene) (?:adressat|empfänger)
(?:ce|le présent) (?:message|courriel)[^.]{0,120}confidentiel
si vous n'êtes pas le destinataire
este (?:mensaje|correo)[^.]{0,120}confidencial
questo messaggio[^.]{0,120}(?:riservat|confidenzial)
конфиденциальн\w* информац
конфіденційн\w* інформац
wiadomość[^.]{0,120}poufn
scanned (?:for|by) [^.]{0,60}virus
virus-?free\b
"""),
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"[\s*_>|]*"
    + _one_of(r"""
\[?\s*(?:external(?: e-?mail| sender)?|externe (?:e-?mail|nachricht))\s*\]?\s*[:!–-]
(?:caution|warning|achtung|attention)\s?[:!].{0,60}\b(?:external|outside|extern|externe[rns]?|unknown sender)\b
\[external(?: e-?mail)?\]
you don'?t often get e-?mail from
(?:this|diese) e-?mail (?:originated|stammt|kommt)
"""),
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"[\s*_]*"
    + _one_of(r"""
dear
hi
hello
good (?:morning|afternoon|evening)
liebe[rs]?
hallo
sehr geehrte[rs]?
guten (?:morgen|tag)
bonjour
chers?
chères?
madame
estimad[oa]s?
buenos días
hola
gentil[ei]
buongiorno
szanowni
dzień dobry
уважаем\w+
шановн\w+
добрый день
добрий день
здравствуйте
beste
hej
""")
    + r"\b[^.!?:]{0,80}[,!:.–-]?[*_\\\s]*",
    re.IGNORECASE,
)
_MAIL_MARK = re.compile(r"@|\b\d{1,2}[:.h]\d\d\b")
_LONGEST_WROTE = 400
_MARKS = (">", "\\>")
_LONGEST_LOOK = 4000  # characters of a paragraph that are looked at
_LOW = 4  # paragraphs at the end of a mail, among which a disclaimer is
_MOST_SIGNATURE = 16  # filled lines
_LONGEST_SIGNATURE_LINE = 160
_RULE = re.compile(r"[\s>]*(?:_{5,}|-{5,}|\\?_\\?_[\\_]{4,})\s*")


class Message(Struct, frozen=True):
    """A mail's own lines; the rules by which others were cut, with their numbers; the lines of a forwarded mail."""

    lines: tuple[str, ...]
    cuts: tuple[tuple[str, int], ...] = ()
    forwarded: tuple[str, ...] = ()
    is_forward: bool = False


def own_message(lines: tuple[str, ...]) -> Message:
    """The message of a mail: what its sender wrote, without what stands below, above and between."""
    cuts: dict[str, int] = {}
    lines = _without_quotations(lines, cuts)
    at, is_forward = _quote(lines)
    own, quoted = list(lines[:at]), lines[at:]
    _count(cuts, "quoted mail", quoted)
    marked = [line for line in own if line.startswith(_MARKS)]
    own = [line for line in own if not line.startswith(_MARKS)]
    _count(cuts, "quoted mail", marked)
    own = _without_signature(own, cuts)
    own = _without_paragraphs(own, _DISCLAIMER, "disclaimer", cuts, bottom=_LOW)
    own = _without_paragraphs(own, _BANNER, "mail banner", cuts, top=2)
    own = _without_greeting(own, cuts)
    while own and (not own[-1].strip() or _RULE.fullmatch(own[-1])):
        own.pop()
    return Message(tuple(own), tuple(cuts.items()), quoted, is_forward)


def unquoted(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a forwarded mail without the marks of a quotation, where most of them have one."""
    filled = [line for line in lines if line.strip()]
    if 2 * sum(line.startswith(_MARKS) for line in filled) <= len(filled):
        return lines
    return tuple(re.sub(r"^\\?> ?", "", line) for line in lines)


def _count(cuts: dict[str, int], rule: str, lines: tuple[str, ...] | list[str]) -> None:
    number = sum(bool(line.strip()) for line in lines)
    if number:
        cuts[rule] = cuts.get(rule, 0) + number


def _without_quotations(lines: tuple[str, ...], cuts: dict[str, int]) -> tuple[str, ...]:
    """The lines without "Jane wrote:" and the marked lines below it, so that an answer below them stays."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        end = _wrote_end(lines, at) if lines[at].strip() else 0
        first = next((place for place in range(end, len(lines)) if lines[place].strip()), 0) if end else 0
        if not first or not lines[first].startswith(_MARKS):
            kept.append(lines[at])
            at += 1
            continue
        while first < len(lines) and (lines[first].startswith(_MARKS) or not lines[first].strip()):
            first += 1
        _count(cuts, "quoted mail", lines[at:first])
        kept.append("")
        at = first
    return tuple(kept)


def _quote(lines: tuple[str, ...]) -> tuple[int, bool]:
    """Where a quoted or forwarded mail begins, and whether it is a forwarded one."""
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        if len(line) <= 200 and _FORWARDED.fullmatch(line):
            return at, True
        if len(line) <= 200 and _ORIGINAL.fullmatch(line):
            return at, False
        if _wrote_end(lines, at):
            return at, False
        if header_length(lines, at):
            return at, _begins_mail(lines[:at])
    return len(lines), False


def _begins_mail(above: tuple[str, ...]) -> bool:
    """Whether nothing but a rule is above a header: Outlook forwards so."""
    return not any(line.strip() and not _RULE.fullmatch(line) for line in above)


def _wrote_end(lines: tuple[str, ...], at: int) -> int:
    """The place after "On Tuesday, Jane Doe wrote:", which begins here and may have three lines; 0 for other text.

    News says so too: that of a mail has an address or a time of day, or marks of a quotation below it.
    """
    joined = ""
    for place in range(at, min(at + 3, len(lines))):
        line = lines[place].strip()
        is_other = line.startswith(_MARKS) != lines[at].startswith(_MARKS)
        if not line or is_other or len(joined) + len(line) > _LONGEST_WROTE:
            return 0
        joined = f"{joined} {line}".strip()
        if joined.rstrip("*_\\ ").endswith(":"):
            following = next((one for one in lines[place + 1 : place + 4] if one.strip()), "")
            is_mail = _MAIL_MARK.search(joined) is not None or following.startswith(_MARKS)
            return place + 1 if is_mail and _WROTE.fullmatch(joined) else 0
    return 0


def header_length(lines: tuple[str, ...], at: int) -> int:
    """How many lines the header of a mail has that begins here; 0 where none does."""
    if _field(lines[at]) not in ("from", "date", "subject"):
        return 0
    end = at
    for place in range(at, min(at + _MOST_FIELDS, len(lines))):
        if _field(lines[place]):
            end = place + 1
        elif lines[place].strip() and not lines[place].startswith((" ", "\t")) and "@" not in lines[place]:
            break
    fields = fields_of(lines[at:end])
    is_header = len(fields) >= _FEWEST_FIELDS and "from" in fields and ("subject" in fields or "date" in fields)
    return end - at if is_header else 0


def _field(line: str) -> str:
    word, colon, _ = line[:60].replace("*", "").strip(" >\t").partition(":")
    return FIELD_OF.get(word.strip().lower(), "") if colon else ""


def _without_signature(lines: list[str], cuts: dict[str, int]) -> list[str]:
    """The lines down to "-- ", to closing words with a few short lines below them, or to "Sent from my iPhone"."""
    for at, line in enumerate(lines):
        if line.rstrip("\\ ") in ("--", "\\--", "– –") and _is_signature(lines[at + 1 :]):
            _count(cuts, "mail signature", lines[at:])
            lines = lines[:at]
            break
    filled = [at for at, line in enumerate(lines) if line.strip()][-_MOST_SIGNATURE:]
    for at in filled:
        rest = [line for line in lines[at:] if line.strip() and not _DISCLAIMER.search(line)]
        is_closing = _CLOSING.fullmatch(lines[at]) and all(len(line) <= _LONGEST_SIGNATURE_LINE for line in rest)
        if at and (is_closing or _SENT_FROM.fullmatch(lines[at])):
            _count(cuts, "mail signature", lines[at:])
            return lines[:at]
    return lines


def _is_signature(lines: list[str]) -> bool:
    """Whether lines below a rule are few and short; else the rule separates parts of the text."""
    filled = [line for line in lines if line.strip() and not _DISCLAIMER.search(line)]
    return len(filled) <= _MOST_SIGNATURE and all(len(line) <= _LONGEST_SIGNATURE_LINE for line in filled)


def _without_paragraphs(
    lines: list[str], rule: re.Pattern[str], name: str, cuts: dict[str, int], top: int = 0, bottom: int = 0
) -> list[str]:
    """The lines without the paragraphs that a rule finds among the first `top`, or the last `bottom`, of them."""
    groups = _paragraphs(lines)
    filled = [at for at, group in enumerate(groups) if any(map(str.strip, group))]
    asked = set(filled[:top] + (filled[-bottom:] if bottom else []))
    kept: list[str] = []
    for at, group in enumerate(groups):
        words = " ".join(" ".join(group).split())[:_LONGEST_LOOK]
        if at in asked and (rule.match(words) if top else rule.search(words)):
            _count(cuts, name, group)
        else:
            kept += group
    return kept


def _paragraphs(lines: list[str]) -> list[list[str]]:
    """The lines in groups, each with the blank lines after it."""
    groups: list[list[str]] = []
    for at, line in enumerate(lines):
        if at == 0 or (line.strip() and not lines[at - 1].strip()):
            groups.append([])
        groups[-1].append(line)
    return groups


def _without_greeting(lines: list[str], cuts: dict[str, int]) -> list[str]:
    """The lines without a first one that only greets."""
    at = next((at for at, line in enumerate(lines) if line.strip()), None)
    if at is None or not _GREETING.fullmatch(lines[at]) or not any(map(str.strip, lines[at + 1 :])):
        return lines
    _count(cuts, "greeting", lines[at : at + 1])
    return lines[at + 1 :]
