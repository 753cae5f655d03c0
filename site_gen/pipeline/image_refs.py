"""Which pictures a text shows and which texts it links to.

Taken from the HTML that it becomes, so that code and escaped characters are neither.
"""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from msgspec.structs import replace

from site_gen.markup.pictures import pictures_in
from site_gen.markup.text_links import fragment_of, ids_in, is_to_text, links_in
from site_gen.model.picture import Reference
from site_gen.model.post import Body, SourceEntry, TextLink
from site_gen.model.problem import Problem
from site_gen.parsing.post import body_text
from site_gen.pipeline.render_bodies import BodyRenderer, MarkdownContext, Unreadable
from site_gen.text.references import unescape

_FENCE = re.compile(rb"[\r\n](?:---|\.\.\.)")  # the beginning of what closes front matter, or of something before it


class ImageRefs:
    """Adds the pictures that a text shows, and the texts that it links to, to its entry."""

    def __init__(self, markdown: MarkdownContext) -> None:
        self._markdown = markdown
        self._html_of: BodyRenderer | None = None

    def __call__(self, entry: SourceEntry, data: bytes) -> tuple[SourceEntry, tuple[Problem, ...]]:
        """The entry with its pictures and links, and what is wrong with them; `data` are the file's bytes."""
        if not entry.body.trusted and _has_no_bracket(data):
            return entry, ()
        shows, links = _may_show(entry.body, data), _may_link(entry.body, data)
        if not shows and not links:
            return entry, ()
        self._html_of = self._html_of or BodyRenderer(self._markdown)
        try:
            html = self._html_of(entry.body)
        except Unreadable:
            return entry, ()  # it is reported when the page is rendered
        references = _placed(pictures_in(html), data) if shows else ()
        problems = [problem for one in references for problem in _problems(one, entry.source.path)]
        body = replace(entry.body, asks=references, links=_linked(html, data) if links else ())
        return replace(entry, body=body), tuple(problems)


def _has_no_bracket(data: bytes) -> bool:
    """Whether there is no `]` below the front matter, as in most texts: Markdown has no picture and no link without."""
    fence = _FENCE.search(data)
    return data.find(b"]", fence.end() if fence else 0) < 0


def _may_show(body: Body, data: bytes) -> bool:
    return b"![" in data or (body.trusted and b"<img" in data)


def _may_link(body: Body, data: bytes) -> bool:
    """Whether a text may link to another by its name, or to a place in itself."""
    if not body.trusted and b"](" not in data and b"]:" not in data:
        return False  # most texts have no link at all
    return b".md" in data or b".MD" in data or b"(#" in data or b"]: #" in data or (body.trusted and b"#" in data)


def _linked(html: str, data: bytes) -> tuple[TextLink, ...]:
    """The links to texts, and those to places that this one does not have, each with its line, as near as possible."""
    lines, first_line = _lines(data)
    ids = ids_in(html)
    found: dict[str, TextLink] = {}
    for href in links_in(html):
        if href not in found and (is_to_text(href) or _is_lost(href, ids)):
            forms = (href, unquote(href), unquote(href).partition("#")[0] or "#")
            near = (place for form in forms if (place := _first(form, lines)))
            line, column = next(near, (0, 0))
            found[href] = TextLink(href, first_line + line, column + 1)
    return tuple(found.values())


def _is_lost(href: str, ids: frozenset[str]) -> bool:
    """Whether an address names an anchor that this text does not have; every page also has a top and footnotes."""
    place = fragment_of(href)
    return href.startswith("#") and place not in ids | {"", "top", "main"} and not place.startswith(("fn", "at--"))


def _lines(data: bytes) -> tuple[list[str], int]:
    """The lines of a text, and the number that the first of them has in its file."""
    text, first_line = body_text(data)
    return [unescape(line) for line in text.split("\n")], first_line


def _first(sought: str, lines: Sequence[str], start: int = 0) -> tuple[int, int] | None:
    """The first place, from `start` on, at which lines have a text."""
    found = ((number, lines[number].find(sought)) for number in range(start, len(lines)))
    return next((place for place in found if place[1] >= 0), None)


def _placed(pictures: tuple[Reference, ...], data: bytes) -> tuple[Reference, ...]:
    """The same with the line of each in the file, found by its address."""
    lines, first_line = _lines(data)
    placed = []
    at = 0
    for picture in pictures:
        at, column = _first(picture.src, lines, at) or _first("![", lines, at) or (at, 0)
        placed.append(replace(picture, line=first_line + at, column=column + 1))
    return tuple(placed)


def _problems(one: Reference, path: str) -> list[Problem]:
    if not one.src:
        return [Problem(path, one.line, one.column, "A picture has no address.", "Write ![What it shows](ship.jpg).")]
    if one.src.startswith(("//", "http:", "https:", "data:")):
        what = f"The picture '{one.src}' would be fetched from elsewhere by every reader."
        return [Problem(path, one.line, one.column, what, "Put the file beside the text, or below static/.")]
    if not one.alt:
        what = f"The picture '{one.src}' has no alternative text."
        return [
            Problem(path, one.line, one.column, what, f"Say between the brackets what it shows: ![...]({one.src}).")
        ]
    return []
