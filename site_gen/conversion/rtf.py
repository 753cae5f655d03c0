"""Rich Text Format (.rtf): the text that is displayed, its headings, lists, tables, notes and pictures."""

from collections.abc import Iterator
from datetime import tzinfo

from site_gen.conversion.limits import too_long
from site_gen.conversion.refusal import Refusal
from site_gen.conversion.rtf_reader import RtfParagraph, RtfReader
from site_gen.extract.blocks import body_of, row_of
from site_gen.extract.clean import clean
from site_gen.extract.text import Paragraph
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Converted, Decision, Given, SeedPicture


def convert(name: str, data: bytes, zone: tzinfo) -> Result[tuple[Converted, ...]]:
    """The text of a document; title and subtitle by their styles."""
    if not data.lstrip()[:6].startswith(b"{\\rtf"):
        what = "This file is no RTF document."
        return Result(None, (Problem(name, 0, 0, what, "Give it the suffix of what it is, for example .txt."),))
    reader = RtfReader()
    try:
        reader.read(data.decode("latin-1"))
    except Refusal as refusal:
        return Result(None, (Problem(name, 0, 0, refusal.what, refusal.hint),))
    titles, rest = _titled(reader.paragraphs)
    text = body_of((*_paragraphs(rest), *(Paragraph(clean(note), 0) for note in reader.notes)))
    if fault := too_long(text):
        return Result(None, (Problem(name, 0, 0, *fault),))
    if not text and not titles["title"]:
        return Result(None, (Problem(name, 0, 0, "This document has no text.", "Remove it, or save its text."),))
    pictures = tuple(
        SeedPicture(name=f"picture-{at}.{kind}", data=content)
        for at, (kind, content) in enumerate(reader.pictures, 1)
        if content
    )
    left_out = (Decision("cut", f"{kind} ({count})", "not for readers") for kind, count in reader.left_out.items())
    given = Given(title=titles["title"], summary=titles["subtitle"])
    notes = (Decision("form", "RTF", "the text that is displayed"), *left_out)
    return Result((Converted(text=text, given=given, pictures=pictures, notes=notes),))


def _titled(paragraphs: list[RtfParagraph]) -> tuple[dict[str, str], list[RtfParagraph]]:
    """Title and subtitle above the text, and the other paragraphs."""
    found = {"title": "", "subtitle": ""}
    rest: list[RtfParagraph] = []
    for one in paragraphs:
        if not rest and one.kind in found:
            found[one.kind] = clean(f"{found[one.kind]} {one.text}".strip())
        else:
            rest.append(one)
    return found, rest


def _paragraphs(found: list[RtfParagraph]) -> Iterator[Paragraph]:
    for one in found:
        if one.kind == "row":
            yield Paragraph(row_of(tuple(clean(cell) for cell in one.text.split("\t"))), 0, "row")
        elif one.kind in ("title", "heading"):
            yield Paragraph(clean(one.text), 0, "heading")
        elif one.kind in ("subtitle", "subheading"):
            yield Paragraph(clean(one.text), 0, "subheading")
        else:
            yield Paragraph(clean(one.text), 0, "item" if one.kind == "item" else "text")
