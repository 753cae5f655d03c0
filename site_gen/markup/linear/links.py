"""Links, pictures and references: brackets are matched once for each text, and an address has a limit to its parts."""

import re
import xml.etree.ElementTree as etree
from itertools import islice
from typing import Any

from markdown import Markdown
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    LINK_RE,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
    dequote,
)

from site_gen.markup.linear.budget import Budget

_BRACKET = re.compile(r"[\[\]]")
_DELIMITER = re.compile(r"[()'\"]")
_MOST_DELIMITERS = 128  # quotes and parentheses within the parentheses of one link

_Match = tuple[etree.Element | None, int | None, int | None]


class _Brackets:
    """Where brackets close. Places are counted from the end of a text, since only its beginning is ever rewritten."""

    def __init__(self) -> None:
        self._text = ""
        self._closings: dict[int, int] = {}

    def closing(self, data: str, opening: int) -> int:
        """The place after the bracket that closes the one at `opening`; -1 if there is none."""
        rest = data[opening:]
        if not self._text.endswith(rest):
            self._text, self._closings = rest, _pairs(rest)
        closing = self._closings.get(-len(rest))
        return -1 if closing is None else len(data) + closing


def _pairs(text: str) -> dict[int, int]:
    pairs: dict[int, int] = {}
    open_: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "[":
            open_.append(match.start())
        elif open_:
            pairs[open_.pop() - len(text)] = match.end() - len(text)
    return pairs


class _Linear:
    """How the processors below read what is in brackets and in parentheses."""

    RE_LINK: re.Pattern[str]
    RE_TITLE_CLEAN: re.Pattern[str]
    unescape: Any
    budget: Budget

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)  # type: ignore[call-arg]
        self._brackets = _Brackets()

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        """The text up to the bracket that closes the one before `index`."""
        closing = self._brackets.closing(data, index - 1)
        return ("", index, False) if closing < 0 else (data[index : closing - 1], closing, True)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """The address and title in parentheses, and the place after them."""
        match = self.RE_LINK.match(data, pos=index)
        if match is None:
            return "", None, index, False
        if match[1]:
            title = match[2][1:-1] if match[2] else None
            href, index, found = match[1][1:-1].strip(), match.end(), True
        else:
            href, title, index, found = _in_parentheses(data, match.end())
        if title is not None:
            title = self.RE_TITLE_CLEAN.sub(" ", dequote(self.unescape(title.strip())))
        return self.unescape(href).strip(), title, index, found


def _last_character(data: str, start: int, at: int) -> str:
    """The last character before a place that is not a space."""
    at -= 1
    while at >= start and data[at] == " ":
        at -= 1
    return data[at] if at >= start else ""


class _Quote:
    """One of the two kinds of quotes around a title: the character, and where it first and last occurs."""

    def __init__(self) -> None:
        self.character, self.start, self.end = "", -1, -1

    def closed_by(self, last: str) -> bool:
        return self.end >= 0 and self.character == last


def _in_parentheses(data: str, start: int) -> tuple[str, str | None, int, bool]:
    """The result of the library's own loop over all characters, from the few that matter."""
    depth, outer, fallback = 1, 1, -1
    first, second = _Quote(), _Quote()
    for match in islice(_DELIMITER.finditer(data, start), _MOST_DELIMITERS):
        character, at = match[0], match.start()
        last = _last_character(data, start, at)
        if character == "(":
            if not first.character:
                depth += 1
            elif outer > 0:
                outer -= 1
        elif character == ")":
            if first.closed_by(last) or second.closed_by(last):
                depth = 0
            elif not first.character:
                depth -= 1
            elif outer > 0:
                outer -= 1
                fallback = at + 1 if outer == 0 else fallback
        elif not first.character:
            first.character, first.start, outer, depth = character, at + 1, depth, 1
        elif character == first.character:
            first.end = at + 1
        elif not second.character:
            second.character, second.start = character, at + 1
        else:
            second.end = at + 1
        if depth == 0:
            for quote in (first, second):
                if quote.closed_by(last):
                    return data[start : quote.start - 1], data[quote.start : quote.end - 1], at + 1, True
            return data[start:at], None, at + 1, True
    if outer == 0:
        return data[start : fallback - 1], None, fallback, True
    return "", None, start, False


class _Links(_Linear, LinkInlineProcessor):
    pass


class _Images(_Linear, ImageInlineProcessor):
    pass


class _Named(_Linear):
    """References. The name of a definition has no bracket, so a text with brackets is not looked up."""

    md: Any
    makeTag: Any
    NEWLINE_CLEANUP_RE: re.Pattern[str]
    short = False

    def handleMatch(self, m: re.Match[str], data: str) -> _Match:
        """A link or picture whose address is defined elsewhere."""
        text, end, found = self.getText(data, m.end(0))
        if not found:
            return None, None, None
        name = ""
        if not self.short:
            match = self.RE_LINK.match(data, pos=end)
            if match is None:
                return None, None, None
            name, end = match[1].lower(), match.end()
        if not name:
            name = "[" if _BRACKET.search(text) else text.lower()
        definition = self.md.references.get(self.NEWLINE_CLEANUP_RE.sub(" ", name))
        if definition is None:
            return None, m.start(0), end
        self.budget.spend(len(definition[0]) + len(definition[1] or ""))
        return self.makeTag(*definition, text), m.start(0), end


class _References(_Named, ReferenceInlineProcessor):  # type: ignore[misc]
    pass


class _ImageReferences(_Named, ImageReferenceInlineProcessor):  # type: ignore[misc]
    pass


class _ShortReferences(_Named, ShortReferenceInlineProcessor):  # type: ignore[misc]
    short = True


class _ShortImageReferences(_Named, ShortImageReferenceInlineProcessor):  # type: ignore[misc]
    short = True


_PROCESSORS: tuple[tuple[type[_Linear], str, str, int], ...] = (
    (_References, LINK_RE, "reference", 170),
    (_Links, LINK_RE, "link", 160),
    (_Images, IMAGE_LINK_RE, "image_link", 150),
    (_ImageReferences, IMAGE_LINK_RE, "image_reference", 140),
    (_ShortReferences, LINK_RE, "short_reference", 130),
    (_ShortImageReferences, IMAGE_LINK_RE, "short_image_ref", 125),
)


def replace_links(parser: Markdown, budget: Budget) -> None:
    """Replace the library's own processors by these."""
    for kind, pattern, name, priority in _PROCESSORS:
        processor: Any = kind(pattern, parser)
        processor.budget = budget
        parser.inlinePatterns.register(processor, name, priority)
