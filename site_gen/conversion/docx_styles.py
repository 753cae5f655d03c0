"""What the styles of a Word document say of its paragraphs: heading, title, list, hidden."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_OFF = frozenset(("0", "false", "off", "none"))
_HEADING = re.compile(r"heading ?([1-6])", re.IGNORECASE)
# Names of built-in styles are English in files of every Word; these are what mammoth maps to HTML.
_KINDS = {
    "title": "Title",
    "subtitle": "Subtitle",
    "quote": "Quote",
    "intense quote": "Quote",
    "quotations": "Quote",
    "caption": "Caption",
    "illustration": "Caption",
    "figure": "Caption",
}
_LONGEST_CHAIN = 20


class Style(Struct, frozen=True):
    """One style: what it is based on, and what it sets itself; None and "" where it sets nothing."""

    name: str
    based_on: str
    hidden: bool | None
    outline: int | None
    numbering: tuple[str, str] | None  # numId, ilvl


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall(f"{W}style") if root is not None else []
        self._styles = {style.get(f"{W}styleId", ""): _style(style) for style in found}

    def _chain(self, style_id: str) -> Iterator[Style]:
        """The style and those that it is based on, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = style.based_on

    def kind(self, style_id: str) -> str:
        """`Heading1` to `Heading6`, `Title`, `Subtitle`, `Quote`, `Caption`, or "" for plain text."""
        for style in self._chain(style_id):
            if heading := _HEADING.fullmatch(style.name):
                return f"Heading{heading[1]}"
            if kind := _KINDS.get(style.name.casefold()):
                return kind
            if style.outline is not None:
                return f"Heading{style.outline + 1}" if style.outline <= 5 else ""
        return ""

    def is_hidden(self, style_id: str) -> bool:
        """Whether text of this style is hidden."""
        return next((style.hidden for style in self._chain(style_id) if style.hidden is not None), False)

    def numbering(self, style_id: str) -> tuple[str, str] | None:
        """The list that paragraphs of this style are items of: its number and level."""
        return next((style.numbering for style in self._chain(style_id) if style.numbering is not None), None)


def is_on(element: Element | None) -> bool | None:
    """Whether a property that is a switch is on; None where it is not there."""
    return None if element is None else element.get(VAL, "true").lower() not in _OFF


def list_of(properties: Element | None) -> tuple[str, str] | None:
    """The number and level of the list in a paragraph's properties."""
    number = properties.find(f"{W}numPr/{W}numId") if properties is not None else None
    if properties is None or number is None:
        return None
    level = properties.find(f"{W}numPr/{W}ilvl")
    return number.get(VAL, ""), (level.get(VAL, "0") if level is not None else "0")


def _style(style: Element) -> Style:
    def value(path: str) -> str:
        found = style.find(path)
        return found.get(VAL, "") if found is not None else ""

    outline = value(f"{W}pPr/{W}outlineLvl")
    return Style(
        name=value(f"{W}name"),
        based_on=value(f"{W}basedOn"),
        hidden=is_on(style.find(f"{W}rPr/{W}vanish")),
        outline=int(outline) if outline.isascii() and outline.isdigit() and len(outline) == 1 else None,
        numbering=list_of(style.find(f"{W}pPr")),
    )
