"""What the styles of an OpenDocument text say of its paragraphs, spans and lists."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_HEADING = re.compile(r"Heading(?:_20_| )([1-6])")
_KINDS = {
    "Title": "title",
    "Subtitle": "subtitle",
    "Quotations": "quote",
    "Quote": "quote",
    "Caption": "caption",
    "Illustration": "caption",
    "Figure": "caption",
}
_LONGEST_CHAIN = 20


class _Style(Struct, frozen=True):
    parent: str
    hidden: bool | None
    tags: tuple[str, ...]


class OdtStyles:
    """The styles of a document by family and name; those of the text itself win."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._ordered: dict[tuple[str, int], bool] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style") if root is not None else ():
                key = style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")
                self._styles[key] = _style(style)
            for levels in root.iter(f"{TEXT}list-style") if root is not None else ():
                for number, level in enumerate(levels, 1):
                    is_number = level.tag == f"{TEXT}list-level-style-number"
                    shown = bool(level.get(f"{STYLE}num-format"))
                    self._ordered[levels.get(f"{STYLE}name", ""), number] = is_number and shown

    def _chain(self, family: str, name: str) -> Iterator[tuple[str, _Style]]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield name, style
            name = style.parent

    def kind(self, name: str) -> str:
        """`title`, `subtitle`, `quote`, `caption`, a level of headings as a digit, or "" for plain text."""
        names = [one for one, _ in self._chain("paragraph", name)] or [name]
        for one in names:
            if heading := _HEADING.fullmatch(one):
                return heading[1]
            if one in _KINDS:
                return _KINDS[one]
        return ""

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether text of this style is not displayed."""
        found = (style.hidden for _, style in self._chain(family, name) if style.hidden is not None)
        return next(found, False)

    def tags(self, name: str) -> tuple[str, ...]:
        """The tags of a span: `strong`, `em`, `s`, `sup`, `sub`."""
        return next((style.tags for _, style in self._chain("text", name) if style.tags), ())

    def is_ordered(self, name: str, level: int) -> bool:
        """Whether a list has numbers at this level, which counts from 1."""
        return self._ordered.get((name, level), False)


def _style(style: Element) -> _Style:
    properties = style.find(f"{STYLE}text-properties")
    found = properties.attrib if properties is not None else {}
    shown = found.get(f"{TEXT}display")
    position = found.get(f"{STYLE}text-position", "")
    tags = (
        ("strong", found.get(f"{_FO}font-weight") == "bold"),
        ("em", found.get(f"{_FO}font-style") in ("italic", "oblique")),
        ("s", found.get(f"{STYLE}text-line-through-style", "none") != "none"),
        ("sup", position.startswith("super")),
        ("sub", position.startswith("sub")),
    )
    return _Style(
        parent=style.get(f"{STYLE}parent-style-name", ""),
        hidden=None if shown is None else shown == "none",
        tags=tuple(tag for tag, is_set in tags if is_set),
    )
