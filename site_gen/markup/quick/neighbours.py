"""Leaves to the engine the blocks that its own blocks next to them can affect."""

import re

from site_gen.markup.quick.definitions import Definitions
from site_gen.markup.quick.piece import Piece

_LISTED = re.compile(r"^ {0,3}(?:[-*+]|\d+\.) ", re.M)
_QUOTED = re.compile(r"^ {0,3}>", re.M)
_DEFINING = re.compile(r"^ {0,3}:", re.M)
_HEADED = re.compile(r"^[ >*+\d.-]*#|^[ >]*(?:=+|-+) *$|<h", re.M | re.I)


def leave_neighbours(sources: list[str], pieces: list[Piece | None], defined: Definitions) -> None:
    """Set to None the pieces that the engine's own blocks can affect, in a text that it renders in part."""
    for at, (source, made) in enumerate(zip(sources, pieces, strict=True)):
        if source.lstrip("\n") in defined.blocks or (defined.notes and "[^" in source):
            pieces[at] = None
        elif made is None and at and _DEFINING.search(source):
            pieces[at - 1] = None
    if any(made is None and _HEADED.search(source) for source, made in zip(sources, pieces, strict=True)):
        _leave_headings(pieces)
    for order in (range(len(pieces)), range(len(pieces) - 1, -1, -1)):
        for at in order:
            if _is_affected(at, sources, pieces):
                pieces[at] = None


def _leave_headings(pieces: list[Piece | None]) -> None:
    for at, made in enumerate(pieces):
        if made is not None and made.kind == "heading":
            pieces[at] = None


def _is_affected(at: int, sources: list[str], pieces: list[Piece | None]) -> bool:
    """Whether a list or quotation is next to a block of the engine's that could be a part of it."""
    made = pieces[at]
    if made is None or made.kind not in ("ul", "ol", "quote"):
        return False
    pattern = _QUOTED if made.kind == "quote" else _LISTED
    for neighbour in (at - 1, at + 1):
        if 0 <= neighbour < len(pieces) and pieces[neighbour] is None:
            source = sources[neighbour].lstrip("\n")
            if pattern.search(source) or "]:" in source or source.startswith("    "):
                return True
    return False
