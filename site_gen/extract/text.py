"""The units of text in ingest: a line of a seed, and a paragraph of the article."""

from typing import Literal

from msgspec import Struct

BlockKind = Literal["text", "heading", "subheading", "item", "quote", "row"]
"""What a line or paragraph is in the post; a row's cells are separated by ` | `, and the first row is the header."""


class Line(Struct, frozen=True):
    """One cleaned line of a seed; `number` counts from 1 in the seed's file."""

    number: int
    text: str
    kind: BlockKind = "text"


class Paragraph(Struct, frozen=True):
    """One paragraph of the article as plain text on one line; `line` is the number of its first line in the seed."""

    text: str
    line: int
    kind: BlockKind = "text"


class Edges(Struct, frozen=True):
    """The folded lines at a seed's head and tail that may be boilerplate, and a checksum of the story between."""

    lines: tuple[str, ...]
    story: int
