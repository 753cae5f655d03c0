"""Mails (.eml): the message or the file that it brings, with its pictures; never the addresses of persons."""

import re
from datetime import tzinfo
from email.message import EmailMessage

from msgspec import Struct
from msgspec.structs import replace

from site_gen.conversion.limits import too_long
from site_gen.conversion.mail_cuts import Message, header_length, own_message, unquoted
from site_gen.conversion.mail_header import (
    fields_of,
    header,
    is_headline,
    moment_of,
    sender_of,
    subject_of,
    written_moment,
)
from site_gen.conversion.mail_parts import Attached, Parts, Text, parse_mail, parts_of
from site_gen.conversion.mail_text import Body, markdown_of
from site_gen.conversion.refusal import Refusal
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Converted, Decision, Given, SeedPicture

_COVER_NOTE = 80  # words: a mail of fewer may only say what is attached or forwarded
_TIMES_FULLER = 2
_MOST_DOCUMENTS = 10
_DEEPEST = 4  # mails within mails
_PICTURES = {"image/jpeg": "jpg", "image/pjpeg": "jpg", "image/jpg": "jpg", "image/png": "png", "image/gif": "gif"}
_PICTURES |= {"image/webp": "webp"}
_BY_MAGIC = ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG\r\n", "png"), (b"GIF8", "gif"))
_DOCUMENTS = (".docx", ".odt", ".rtf", ".pdf", ".txt", ".md", ".html", ".htm", ".eml")


class _Mail(Struct, frozen=True):
    """What a mail gives: its facts, its message, the files that came with it."""

    given: Given
    body: Body
    files: tuple[Attached, ...]
    notes: tuple[Decision, ...]


def convert(name: str, data: bytes, zone: tzinfo) -> Result[tuple[Converted, ...]]:
    """The story of a mail: its own text; of a cover note, the mail or the document that it brings."""
    try:
        mail = _read(parse_mail(data), zone, 0)
        found = _converted(name, mail, zone)
        if fault := too_long(found.text):
            raise Refusal(*fault)
        if not found.text.strip():
            what = "Nothing is left of this mail when quoted mails and signatures are cut."
            raise Refusal(what, "Save the part that is the article as plain text (.txt).")
        return Result((found,))
    except Refusal as refusal:
        return Result(None, (Problem(name, 0, 0, refusal.what, refusal.hint),))


def _read(message: EmailMessage, zone: tzinfo, depth: int) -> _Mail:
    parts = parts_of(message)
    given, notes = _facts(message, zone)
    notes += [Decision("cut", what, "this part of the mail is not read") for what in sorted(set(parts.left_out))]
    mail = _own(parts, given, notes, zone)
    if depth < _DEEPEST and parts.mails and mail.body.words < _COVER_NOTE:
        inner = max((_read(one, zone, depth + 1) for one in parts.mails[:20]), key=lambda one: one.body.words)
        if inner.body.words > mail.body.words:
            return _instead(mail, inner)
    return mail


def _instead(mail: _Mail, inner: _Mail) -> _Mail:
    """The mail within another, whose own text is a cover note."""
    note = Decision("form", "mail", f"a mail within a mail, whose own {mail.body.words} words are left out")
    return replace(inner, notes=(*inner.notes, note), files=(*inner.files, *mail.files))


def _facts(message: EmailMessage, zone: tzinfo) -> tuple[Given, list[Decision]]:
    moment = moment_of(header(message, "date"), zone)
    title, notes = _title(header(message, "subject"))
    sender = sender_of(header(message, "from"))
    return Given(title=title, date=moment, timed=moment is not None, source_name=sender), notes


def _title(subject: str) -> tuple[str, list[Decision]]:
    """The headline in a subject, or the note that it is none."""
    title = subject_of(subject)
    if not title or is_headline(title):
        return title, []
    return "", [Decision("headline", title, "this subject of a mail is no headline, so the text gives it")]


def _own(parts: Parts, given: Given, notes: list[Decision], zone: tzinfo) -> _Mail:
    """The mail's own message; of a cover note above a forwarded mail, the forwarded one and its header."""
    names = _picture_names(tuple(parts.files))
    body = _body(parts.texts, names, keep_quotes=False)
    found = own_message(body.lines)
    own = replace(body, lines=found.lines)
    cuts = dict(found.cuts)
    if own.words < _COVER_NOTE:
        whole = _body(parts.texts, names, keep_quotes=True)
        header, inner = _innermost(whole.lines)
        if (told := replace(whole, lines=inner.lines)).words > own.words:
            given, notes = _forwarded_facts(header, given, notes, zone)
            notes = [*notes, Decision("form", "mail", "forwarded; its own header counts, the note above is cut")]
            return _Mail(given, told, tuple(parts.files), (*notes, *_cut_notes(dict(inner.cuts))))
    cuts["quoted mail"] = cuts.get("quoted mail", 0) + body.quotes
    cuts["mail signature"] = cuts.get("mail signature", 0) + body.signatures
    return _Mail(given, own, tuple(parts.files), (*notes, *_cut_notes(cuts)))


def _innermost(lines: tuple[str, ...]) -> tuple[tuple[str, ...], Message]:
    """The header and the message of a mail forwarded within these lines, maybe more than once; else nothing."""
    header: tuple[str, ...] = ()
    message = Message(())
    for _ in range(_DEEPEST):
        outer = own_message(lines)
        forwarded = unquoted(outer.forwarded)
        at = next((at for at in range(len(forwarded)) if header_length(forwarded, at)), None)
        if not outer.is_forward or at is None:
            break
        end = at + header_length(forwarded, at)
        header, lines = forwarded[at:end], forwarded[end:]
        message = own_message(lines)
    return header, message


def _cut_notes(cuts: dict[str, int]) -> tuple[Decision, ...]:
    """What was cut, by rule and number: the words of others and addresses are in the mail, and nowhere else."""
    return tuple(
        Decision("cut", f"{number} line{'s' if number > 1 else ''}", rule) for rule, number in cuts.items() if number
    )


def _forwarded_facts(
    lines: tuple[str, ...], given: Given, notes: list[Decision], zone: tzinfo
) -> tuple[Given, list[Decision]]:
    fields = fields_of(lines)
    title, more = _title(" ".join(fields.get("subject", "").split()).strip("*_\\ "))
    written = written_moment(fields.get("date", "").strip("*_\\ "), zone)
    return (
        replace(
            given,
            title=title or given.title,
            source_name=sender_of(fields.get("from", "")) or "",
            date=written[0] if written else given.date,
            timed=written[1] if written else given.timed,
        ),
        more if title or more else notes,
    )


def _body(texts: list[Text], names: dict[str, str], keep_quotes: bool) -> Body:
    """All texts of a mail, one after the other, as lines."""
    bodies = [markdown_of(one.text, one.is_html, names, keep_quotes) for one in texts]
    lines = tuple(line for body in bodies for line in (*body.lines, ""))
    is_markdown = any(body.is_markdown for body in bodies)
    return Body(lines, is_markdown, sum(body.quotes for body in bodies), sum(body.signatures for body in bodies))


def _picture_names(files: tuple[Attached, ...]) -> dict[str, str]:
    """The names of pictures in the post, by the places of their files and by what HTML calls them."""
    names: dict[str, str] = {}
    for at, file in enumerate(files):
        kind = next((kind for magic, kind in _BY_MAGIC if file.data.startswith(magic)), _PICTURES.get(file.media_type))
        if kind is None or not (file.media_type.startswith("image/") or kind in ("jpg", "png", "gif")):
            continue
        name = f"picture-{len(set(names.values())) + 1}.{kind}"
        names[str(at)] = name
        if file.cid:
            names[f"cid:{file.cid}"] = name
    return names


def _converted(name: str, mail: _Mail, zone: tzinfo) -> Converted:
    """The mail as one text with its pictures; of a cover note, the document attached to it."""
    names = _picture_names(mail.files)
    text = mail.body.text()
    pictures = _pictures(mail, names, text)
    own = Converted(text=text, given=mail.given, pictures=pictures, notes=mail.notes)
    documents = [file for file in mail.files if file.name.lower().endswith(_DOCUMENTS)]
    if len(mail.files) > len(pictures) + len(documents):
        own = replace(own, notes=(*own.notes, _note_of_rest(mail.files, documents, names)))
    best, notes = _best_document(name, mail, documents, zone)
    own = replace(own, notes=(*own.notes, *notes))
    return own if best is None else _with_facts_of(mail, best, own)


def _best_document(
    name: str, mail: _Mail, documents: list[Attached], zone: tzinfo
) -> tuple[Converted | None, list[Decision]]:
    """The longest attached text, if the mail itself is a cover note; and why others are not taken."""
    best: Converted | None = None
    notes: list[Decision] = []
    for file in documents[:_MOST_DOCUMENTS]:
        if mail.body.words >= _COVER_NOTE:
            notes.append(Decision("cut", _called(file), "attached to a mail that tells its own story"))
            continue
        found, why = _attached(name, file, zone)
        if found is None or _words(found.text) < _TIMES_FULLER * mail.body.words:
            notes.append(Decision("cut", _called(file), why or "attached, and not longer than the mail"))
        elif best is None or _words(found.text) > _words(best.text):
            best = found
    return best, notes


def _called(file: Attached) -> str:
    """An attached document by its kind: its name may be that of a person."""
    return f"an attached .{file.name.rpartition('.')[2].lower()}"


def _with_facts_of(mail: _Mail, best: Converted, own: Converted) -> Converted:
    """The attached text, with what the mail gives where the document itself says nothing."""
    note = Decision("form", "mail", f"the attached document; the {mail.body.words} words above it are left out")
    given = replace(
        best.given,
        title=best.given.title or mail.given.title,
        date=best.given.date or mail.given.date,
        timed=best.given.timed if best.given.date else mail.given.timed,
        source_name=best.given.source_name or mail.given.source_name,
    )
    taken = {one.name for one in best.pictures}
    more = tuple(replace(one, name=f"mail-{one.name}") if one.name in taken else one for one in own.pictures)
    return replace(best, given=given, pictures=(*best.pictures, *more), notes=(*best.notes, *own.notes, note))


def _attached(name: str, file: Attached, zone: tzinfo) -> tuple[Converted | None, str]:
    """The text of an attached document; else why it has none."""
    from site_gen.conversion import PLAIN, convert, form_of

    form = form_of(file.name, file.data)
    if form == PLAIN:
        return Converted(text=markdown_of(_plain(file.data), False, {}, False).text()), ""
    found = convert(form, name, file.data, zone)
    if not found.value:
        return None, " ".join(f"{problem.what} {problem.hint}".strip() for problem in found.problems)
    return found.value[0], ""


def _plain(data: bytes) -> str:
    from site_gen.extract.decode import decode

    return decode(data).text


def _pictures(mail: _Mail, names: dict[str, str], text: str) -> tuple[SeedPicture, ...]:
    """The pictures that the text shows, and those that are attached to it; not those of a signature that was cut."""
    found: dict[str, SeedPicture] = {}
    for at, file in enumerate(mail.files):
        name = names.get(str(at), "")
        if name and (f"({name})" in text or not file.cid or not mail.body.is_markdown):
            alt = re.search(rf"!\[([^\]]*)\]\({re.escape(name)}\)", text)
            found.setdefault(name, SeedPicture(name=name, data=file.data, alt=alt[1] if alt else ""))
    return tuple(found.values())


def _note_of_rest(files: tuple[Attached, ...], documents: list[Attached], names: dict[str, str]) -> Decision:
    rest = {file.media_type for at, file in enumerate(files) if str(at) not in names and file not in documents}
    return Decision("cut", ", ".join(sorted(rest)) or "pictures", "in the mail, but not part of its text")


def _words(text: str) -> int:
    return len(text.split())
