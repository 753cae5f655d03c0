"""The units of text in ingest: a line of a seed, and a paragraph of the article."""

from typing import Literal

from msgspec import Struct

BlockKind = Literal["text", "heading", "subheading", "item", "quote", "row", "code", "note", "picture"]
"""What a line or paragraph is in the post; a row's cells are separated by ` | `, and the first row is the header.

Code, notes (footnotes) and pictures are only in texts that came with markup.
"""


class Mark(Struct, frozen=True):
    """How some words are marked. `value` is the address of a link or picture, or the name of a note."""

    kind: Literal["strong", "emphasis", "struck", "code", "link", "note", "break", "picture"]
    value: str = ""


class Run(Struct, frozen=True):
    """Words with the same marks, the outermost first. Notes and pictures have no words, a break is a blank."""

    text: str
    marks: tuple[Mark, ...] = ()


class Markup(Struct, frozen=True, kw_only=True):
    """How a line is marked whose text came with markup. The words of its runs are its text, as it was read.

    In Markdown `first` precedes its first line and `rest` the others ("- " and two blanks, "> " and "> "); a `tight`
    one has no blank line before it. A row has `cells` instead of runs, the first row of a table `aligned`; `table`
    counts tables from 1. `block` is the Markdown of a line that is taken as a whole: code.
    """

    kind: BlockKind
    runs: tuple[Run, ...] = ()
    first: str = ""
    rest: str = ""
    tight: bool = False
    cells: tuple[tuple[Run, ...], ...] = ()
    aligned: tuple[str, ...] = ()
    table: int = 0
    block: str = ""


class Line(Struct, frozen=True):
    """One cleaned line of a seed; `number` counts from 1 in the seed's file."""

    number: int
    text: str
    kind: BlockKind = "text"
    markup: Markup | None = None


class Paragraph(Struct, frozen=True):
    """One paragraph of the article as plain text on one line; `line` is the number of its first line in the seed."""

    text: str
    line: int
    kind: BlockKind = "text"
    markup: Markup | None = None


class Edges(Struct, frozen=True):
    """The folded lines at a seed's head and tail that may be boilerplate, and a checksum of the story between."""

    lines: tuple[str, ...]
    story: int
