"""Ids of footnotes that are used many times: each use counts on from the last one instead of from the first."""

from collections import defaultdict
from typing import Any

from markdown import Markdown


def number_uses(parser: Markdown) -> None:
    """Let the library's footnotes find the id of another use of a note in one step: `fnref-a`, `fnref2-a`, ..."""
    inline: Any = parser.inlinePatterns["footnote"]
    notes: Any = inline.footnotes
    latest: defaultdict[str, int] = defaultdict(lambda: 1)

    def unique_ref(reference: str, found: bool = False) -> str:
        if not found:
            return reference
        if not notes.used_refs:  # the library has begun another text
            latest.clear()
        name, rest = reference.split(notes.get_separator(), 1)
        given = reference
        while given in notes.used_refs:
            latest[reference] += 1
            given = f"{name}{latest[reference]}{notes.get_separator()}{rest}"
        notes.used_refs.add(given)
        notes.found_refs[reference] = notes.found_refs.get(reference, 0) + 1
        return given

    notes.unique_ref = unique_ref
