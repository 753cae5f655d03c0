"""A rendered block."""

from typing import Any

import msgspec


class Piece(msgspec.Struct, frozen=True):
    """A block's kind and HTML: of a heading its words, of a list the opening tag, with its items as `parts`.

    The parts of a quotation are the pieces within it.
    """

    kind: str
    html: str = ""
    parts: tuple[Any, ...] = ()
    level: int = 0
