"""What the engine's own blocks can do to those beside them, which are then left to the engine too."""

import re

from site_gen.markup.quick.definitions import Definitions
from site_gen.markup.quick.piece import Piece

_LISTED = re.compile(r"^ {0,3}(?:[-*+]|\d+\.) ", re.M)
_QUOTED = re.compile(r"^ {0,3}>", re.M)
_DEFINING = re.compile(r"^ {0,3}:", re.M)
_HEADED = re.compile(r"^[ >*+\d.-]*#|^[ >]*(?:=+|-+) *$|<h", re.M | re.I)


def leave_neighbours(sources: list[str], pieces: list[Piece | None], known: Definitions) -> None:
    """Leave to the engine, in a text that it has a part in, what its own blocks can reach."""
    for at, (source, made) in enumerate(zip(sources, pieces, strict=True)):
        if source.lstrip("\n") in known.blocks or (known.notes and "[^" in source):
            pieces[at] = None
        elif made is None and at and _DEFINING.search(source):
            pieces[at - 1] = None
    if any(made is None and _HEADED.search(source) for source, made in zip(sources, pieces, strict=True)):
        _leave_headings(pieces)
    for order in (range(len(pieces)), range(len(pieces) - 1, -1, -1)):
        for at in order:
            if _reached(at, sources, pieces):
                pieces[at] = None


def _leave_headings(pieces: list[Piece | None]) -> None:
    for at, made in enumerate(pieces):
        if made is not None and made.kind == "heading":
            pieces[at] = None


def _reached(at: int, sources: list[str], pieces: list[Piece | None]) -> bool:
    """Whether a list or quotation stands beside one of the engine's that could be the same."""
    made = pieces[at]
    if made is None or made.kind not in ("ul", "ol", "quote"):
        return False
    sign = _QUOTED if made.kind == "quote" else _LISTED
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(pieces) and pieces[beside] is None:
            source = sources[beside].lstrip("\n")
            if sign.search(source) or "]:" in source or source.startswith("    "):
                return True
    return False
