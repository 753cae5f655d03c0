"""The body of a post from paragraphs that came with markup: with their marks where their words are what they were."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, takewhile

from msgspec.structs import replace

from site_gen.extract.marked.fit import fitted, words_of
from site_gen.extract.marked.write import inline, picture
from site_gen.extract.text import Markup, Paragraph, Run
from site_gen.model.seed import SeedPicture


def fits(paragraph: Paragraph) -> bool:
    """Whether a paragraph's markup is still true: it is of the kind that it was, and its words are part of what they
    were.
    """
    markup = paragraph.markup
    if markup is None or markup.kind != paragraph.kind:
        return False
    if markup.block or markup.kind in ("row", "picture"):
        return True
    return fitted(markup.runs, paragraph.text) is not None


def with_whole_notes(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs with each footnote that is referred to; another is a paragraph, and a lone reference goes."""
    marked = [one.markup for one in paragraphs if one.markup]
    named = {_note_of(one) for one in marked if one.kind == "note"}
    referred = {mark.value for one in marked for run in _runs(one) for mark in run.marks if mark.kind == "note"}
    if named == referred:
        return paragraphs
    return tuple(one if one.markup is None else _paired(one, one.markup, named, referred) for one in paragraphs)


def _paired(paragraph: Paragraph, markup: Markup, named: set[str], referred: set[str]) -> Paragraph:
    if markup.kind == "note" and _note_of(markup) not in referred:
        markup = replace(markup, kind="text", first="", rest="")
        return replace(paragraph, kind="text", markup=markup)
    paired = tuple(tuple(_with_notes(cell, named)) for cell in markup.cells)
    return replace(paragraph, markup=replace(markup, runs=tuple(_with_notes(markup.runs, named)), cells=paired))


def _with_notes(runs: Iterable[Run], named: set[str]) -> Iterator[Run]:
    return (run for run in runs if not any(mark.kind == "note" and mark.value not in named for mark in run.marks))


def _note_of(markup: Markup) -> str:
    return markup.first[2:-3]


def _runs(markup: Markup) -> Iterator[Run]:
    return chain(markup.runs, *markup.cells)


def marked_body(paragraphs: Sequence[Paragraph], shown: Mapping[str, SeedPicture]) -> str:
    """The Markdown of paragraphs whose markup fits; of their pictures only those in `shown`, by name."""
    pieces: list[str] = []
    above: Markup | None = None
    for paragraph in paragraphs:
        markup = paragraph.markup
        if markup is None or (markup.kind == "picture" and markup.runs[0].marks[0].value not in shown):
            continue
        pieces += [_between(above, markup) if above else "", _block(paragraph, markup, shown, above)]
        above = markup
    return "".join(pieces)


def _between(above: Markup, markup: Markup) -> str:
    """What separates two blocks: within a quotation the blank line is one of its lines."""
    if markup.tight or (markup.kind == "row" and markup.table == above.table):
        return "\n"
    shared = "".join(
        one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(above.rest, markup.rest, strict=False))
    )
    return f"\n{shared.rstrip()}\n"


def _block(paragraph: Paragraph, markup: Markup, shown: Mapping[str, SeedPicture], above: Markup | None) -> str:
    if markup.kind == "row":
        return _row(markup, is_first=above is None or above.table != markup.table)
    if markup.kind == "picture":
        one = shown[markup.runs[0].marks[0].value]
        return picture(one.name, words_of(markup.runs) or one.alt, one.caption, one.credit)
    if markup.block:
        return markup.first + markup.block.replace("\n", "\n" + markup.rest)
    runs = fitted(markup.runs, paragraph.text) or ()
    broken = any(mark.kind == "break" for run in runs for mark in run.marks)
    words = inline(runs, markup.rest, bars=markup.kind == "text" and not broken)
    if markup.kind in ("heading", "subheading"):
        words = words.replace("\\{", "&#123;")  # braces would be attributes
    return markup.first + words


def _row(markup: Markup, is_first: bool) -> str:
    """A row of a table; the first row that is left is its header."""
    cells = " | ".join(_cell(markup, at) for at in range(len(markup.cells)))
    if not is_first:
        return f"| {cells} |"
    marks = {"left": ":--", "center": ":-:", "right": "--:"}
    aligned = markup.aligned or ("",) * len(markup.cells)
    return f"| {cells} |\n|" + "|".join(f" {marks.get(one, '---')} " for one in aligned) + "|"


def _cell(markup: Markup, at: int) -> str:
    runs = (replace(run, marks=tuple(mark for mark in run.marks if mark.kind != "break")) for run in markup.cells[at])
    return inline(tuple(runs), bars=False).replace("\n", " ") or " "
