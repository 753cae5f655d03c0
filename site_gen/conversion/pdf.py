"""PDF files with a layer of text: their paragraphs in the order of reading, without what belongs to pages.

Title and text are what is printed; what the file says of its author and program is never read.
"""

from collections.abc import Iterator
from datetime import tzinfo
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from site_gen.conversion.limits import LONGEST_MARKDOWN, MOST_PAGES, too_long
from site_gen.conversion.missing import MissingExtra
from site_gen.conversion.pdf_blocks import Block, blocks_of, body_size
from site_gen.conversion.pdf_columns import Line, lines_of
from site_gen.conversion.pdf_furniture import Pages, without_furniture
from site_gen.conversion.pdf_glyphs import Run, runs_of
from site_gen.conversion.refusal import Refusal
from site_gen.extract.blocks import body_of, one_line, row_of
from site_gen.extract.clean import clean
from site_gen.extract.text import BlockKind, Paragraph
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Converted, Decision, Given

_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_LEAST_LETTERS = 40
_MOST_UNKNOWN = 0.1  # of the letters that a font does not name
_TITLE_SIZE = 1.2  # of the body's size
_FEW = 5  # page numbers that are listed
_NUMBER = "page number"
_LONG = 200  # characters of a paragraph below which no title is looked for


def convert(name: str, data: bytes, zone: tzinfo) -> Result[tuple[Converted, ...]]:
    """The text of a PDF, and its title where one is set above it in larger letters."""
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtra("documents", ".pdf") from error
    try:
        document = _opened(data)
        try:
            pages = _pages(document)
        finally:
            document.close()
        return Result((_converted(pages),))
    except Refusal as refusal:
        return Result(None, (Problem(name, 0, 0, refusal.what, refusal.hint),))
    except pypdfium2.PdfiumError:
        what = "This PDF is damaged."
        return Result(None, (Problem(name, 0, 0, what, "Open it, and print it into a new PDF, or save its text."),))


def _opened(data: bytes) -> Any:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (_PASSWORD, _SECURITY):
            what = "This PDF is protected by a password."
            raise Refusal(what, "Save it without a password, then ingest again.") from error
        raise
    if len(document) > MOST_PAGES:
        pages = len(document)
        document.close()
        raise Refusal(f"This PDF has {pages:,} pages; at most {MOST_PAGES} are read.", "Save the article alone.")
    return document


def _pages(document: Any) -> tuple[tuple[Run, ...], ...]:
    """The runs of each page."""
    left = LONGEST_MARKDOWN
    pages: list[tuple[Run, ...]] = []
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        runs = runs_of(text_page, left + 1)
        text_page.close()
        page.close()
        left -= sum(len(run.text) for run in runs)
        if left < 0:
            what, hint = too_long(" " * (LONGEST_MARKDOWN + 1)) or ("", "")
            raise Refusal(what, hint)
        pages.append(runs)
    return tuple(pages)


def _converted(pages: tuple[tuple[Run, ...], ...]) -> Converted:
    letters = _letters(pages)
    if len(letters) < _LEAST_LETTERS:
        what = "This PDF has no text, only pictures of its pages." if pages else "This PDF has no pages."
        raise Refusal(what, "Have its text recognised first (for example with ocrmypdf), or save the text as .txt.")
    unknown = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in letters)
    if unknown > _MOST_UNKNOWN * len(letters):
        what = "The fonts of this PDF do not say which letters they show."
        raise Refusal(what, "Have its text recognised (for example with ocrmypdf --force-ocr), or save it as .txt.")
    found = without_furniture(pages)
    if len(_letters(found.pages)) < _LEAST_LETTERS:  # pages that say the same
        found = Pages(pages, ())
    lines = tuple(line for number, page in enumerate(found.pages) for line in lines_of(page, number))
    blocks = blocks_of(lines)
    title, rest = _titled(blocks, lines)
    notes = [
        Decision("form", "PDF", f"{len(pages)} page{'s' * (len(pages) > 1)}; what is printed, in the order of reading")
    ]
    notes += [Decision("cut", clean(text), f"{rule} of the PDF") for text, rule in found.cuts if rule != _NUMBER]
    if numbers := [clean(text) for text, rule in found.cuts if rule == _NUMBER]:
        notes.append(Decision("cut", _listed(numbers), f"{_NUMBER}s of the PDF"))
    return Converted(text=body_of(tuple(_paragraphs(rest))), given=Given(title=clean(title)), notes=tuple(notes))


def _listed(numbers: list[str]) -> str:
    """Page numbers; of many the first and the last."""
    return ", ".join(numbers) if len(numbers) <= _FEW else f"{', '.join(numbers[:3])} ... {numbers[-1]}"


def _letters(pages: tuple[tuple[Run, ...], ...]) -> str:
    return "".join(char for page in pages for run in page for char in run.text if not char.isspace())


def _titled(blocks: tuple[Block, ...], lines: tuple[Line, ...]) -> tuple[str, list[Block]]:
    """The title, which is the largest heading above the first paragraph of the first page, and the other blocks.

    What is set large below it, but above other headings or the text, is a byline or a date, and no heading.
    """
    body = body_size(lines) if lines else 0.0
    long = next((at for at, block in enumerate(blocks) if block.kind == "text" and len(block.text) >= _LONG), None)
    above = [at for at, block in enumerate(blocks[:long]) if block.kind == "heading" and block.page == 0]
    title = max(above, key=lambda at: blocks[at].size, default=None)
    if title is None or blocks[title].size < _TITLE_SIZE * body or not _is_title(blocks[title].text):
        return "", list(blocks)
    below = list(blocks[title + 1 :])
    for at, (block, following) in enumerate(pairwise(below)):
        if block.kind != "heading" or following.kind != "heading":
            break
        below[at] = replace(block, kind="text")
    return blocks[title].text, [*blocks[:title], *below]


def _is_title(text: str) -> bool:
    """Whether large words can be a headline: neither "Contents" nor "1 Introduction"."""
    words = text.split()
    return len(words) >= 2 and not (words[0].rstrip(".").isdigit() and len(words) < 4)


def _paragraphs(blocks: list[Block]) -> Iterator[Paragraph]:
    """The blocks as paragraphs of a post; the largest headings are those of sections, others below them."""
    largest = max((block.size for block in blocks if block.kind == "heading"), default=0.0)
    for block in blocks:
        kind: BlockKind = "text"
        if block.kind == "heading":
            kind = "heading" if block.size >= largest else "subheading"
        elif block.kind == "item":
            kind = "item"
        for row in block.rows:
            yield Paragraph(row_of(tuple(map(clean, row))), 0, "row")
        words = one_line(clean(block.text))
        if words:
            yield Paragraph(words, 0, kind)
