"""The units that ingest passes on: a line of a seed, and a paragraph of the article."""

from typing import Literal

from msgspec import Struct

BlockKind = Literal["text", "heading", "subheading", "item", "quote", "row"]
"""What a line or paragraph is in the post: a row's cells are parted by ` | `, its table's first row is the head."""


class Line(Struct, frozen=True):
    """One line of a seed, cleaned; `number` counts from 1 in the seed as it stands on disk."""

    number: int
    text: str
    kind: BlockKind = "text"


class Paragraph(Struct, frozen=True):
    """One paragraph of the article as plain text on one line; `line` is where it began in the seed."""

    text: str
    line: int
    kind: BlockKind = "text"


class Edges(Struct, frozen=True):
    """The folded lines at a seed's head and tail that might be boilerplate, and a sign of the story between them."""

    lines: tuple[str, ...]
    story: int
