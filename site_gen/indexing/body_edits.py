"""Edits of a text that change nothing but the text itself, wherever it is shown.

An edit is body-only if everything else that the file says is the same: front matter by its values, in their order,
however they are spelled; the excerpt and the deck, which other pages show; the pictures and the links, wherever in the
text they are; and whether a tag has a text at all. The number of words, the digests, and the lines of pictures and
links may differ.

After such edits every value of a site is the same, except for the bodies (`shown_body`) and digests of these texts. Not
covered, since no entry says it: headings, to which other texts may link; and warnings about a text.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_gen.model.post import Body, SourceEntry, TagEntry
from site_gen.text.same import is_same

MOST_EDITED = 64  # texts at once; with more, to read them in all processors and to plan the site is soon as quick


def is_body_edit(before: SourceEntry, after: SourceEntry) -> bool:
    """Whether two entries of one file differ at most in their text; moments are the same in any zone."""
    if type(before) is not type(after) or before.source.path != after.source.path:
        return False
    if isinstance(before, TagEntry) and bool(before.body.words) != bool(after.body.words):
        return False  # a tag without a text has no place for one on its page
    return (
        replace(after, source=before.source, body=before.body) == before
        and _same_tables(before.front, after.front)
        and _refers_to(before.body) == _refers_to(after.body)
    )


def shown_body(before: Body, edited: Body) -> Body:
    """A body as the index makes it, after a body-only edit; `before` is the one that it made of the text before."""
    return replace(edited, asks=(), pictures=before.pictures, links=(), targets=before.targets)


def _same_tables(one: Struct, other: Struct) -> bool:
    """Whether tables within front matter are shown the same: in one order, and 1 is neither 1.0 nor true."""
    values: list[tuple[Any, Any]] = [(getattr(one, name), getattr(other, name)) for name in one.__struct_fields__]
    return all(is_same(mine, others) for mine, others in values if isinstance(mine, dict))


def _refers_to(body: Body) -> tuple[object, ...]:
    """The pictures and links of a text, without their places."""
    return (
        tuple([replace(one, line=0, column=0) for one in body.asks]),
        tuple([replace(one, line=0, column=0) for one in body.links]),
    )
