"""Bare addresses of a text, without any markup, which become links."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

_LONGEST = 1000  # characters of an address; beyond them, each of many openings would search the whole text
_WORD = re.compile(rf"[^\s<]{{0,{_LONGEST}}}")
_ENTITY = re.compile(r"&(?:amp|#38|#x26);", re.I)
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_ANCHOR = re.compile(r'<a href="([^"]*)">([^<]*)</a>|<(/?)a\b[^<>]*>', re.I)
_VERBATIM = ("Link", "Image", "CodeBlock", "HtmlBlock")

Events = Iterable[tuple[Any, tuple[int, int]]]


def may_have_bare_links(text: str) -> bool:
    """Whether a text holds anything that an address has."""
    return "://" in text or "@" in text or "www." in text


class _BareLink(NamedTuple):
    """A bare address: its place in the text, and the Markdown that makes it a link."""

    start: int
    end: int
    made: str


class BareLinks:
    """Marks bare addresses of a CommonMark text as links; pymdown-extensions finds them, as for the other engine."""

    def __init__(self) -> None:
        self._patterns: tuple[Any, ...] = ()

    def marked(self, text: str, events: Callable[[str], Events]) -> str:
        """The text with its bare addresses marked as links; `events` are those of its parser, with places in bytes."""
        if not may_have_bare_links(text):
            return text
        found = self._addresses(text)
        if not found:
            return text
        prose = _prose(events(text))
        starts = [start for start, _ in prose]
        pieces, at, place, previous = [], 0, 0, 0
        for one in found:
            place += len(text[previous : one.start].encode())
            previous = one.start
            number = bisect_right(starts, place) - 1
            if number >= 0 and place < prose[number][1]:
                pieces += [text[at : one.start], one.made]
                at = one.end
        return "".join([*pieces, text[at:]])

    def _addresses(self, text: str) -> list[_BareLink]:
        """The addresses that the text may have, from first to last."""
        if not self._patterns:
            from markdown import Markdown

            from site_gen.markup.reference import BARE_LINKS, read_www_in_small_letters

            parser = Markdown(extensions=[BARE_LINKS])
            read_www_in_small_letters(parser)
            parser.convert("a")  # prepares what its patterns need
            patterns: Any = parser.inlinePatterns
            self._patterns = (patterns["magic-link"], patterns["magic-mail"])
        found: list[_BareLink] = []
        for one in sorted(one for pattern in self._patterns for one in _matches(pattern, text)):
            if (not found or one.start >= found[-1].end) and "\\" not in text[one.start : one.end]:
                found.append(one)
        return found


def _matches(pattern: Any, text: str) -> Iterator[_BareLink]:
    at = 0
    while match := pattern.compiled_re.search(text, at):
        if (word := _WORD.match(text, match.end())) and len(word[0]) == _LONGEST:
            at = match.end()
            continue
        element, start, end = pattern.handleMatch(match, text)
        at = match.end() if element is None else end
        if element is not None:
            yield _BareLink(start, end, _marked(text[start:end]))


def _marked(address: str) -> str:
    """An address in angle brackets, so that it has no markup; one without a scheme becomes a link with words."""
    address = _ENTITY.sub("&", address)
    if address[:4].lower() != "www.":
        return f"<{address}>"
    escaped = _PUNCTUATION.sub(r"\\\1", address)
    return f"[{escaped}](<http://{escaped}>)"


def _prose(events: Events) -> list[tuple[int, int]]:
    """The places of text that is neither code nor the words of a link."""
    places: list[tuple[int, int]] = []
    depth = 0
    for event, place in events:
        (kind, value), *_ = event.items() if isinstance(event, dict) else [("", "")]
        name = value if isinstance(value, str) else next(iter(value), "") if isinstance(value, dict) else ""
        if kind in ("Start", "End") and name in _VERBATIM:
            depth += 1 if kind == "Start" else -1
        elif kind == "Text" and depth == 0:
            places.append(place)
    return places


def without_links_in_links(made: str) -> str:
    """The HTML without the links of bare addresses that raw HTML has within links of its own."""
    pieces, at, depth = [], 0, 0
    for match in _ANCHOR.finditer(made):
        if match[1] is None:
            depth = max(0, depth - 1) if match[3] else depth + 1
        elif depth:
            pieces += [made[at : match.start()], match[2]]
            at = match.end()
    return "".join([*pieces, made[at:]])
