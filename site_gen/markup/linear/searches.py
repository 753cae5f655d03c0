"""Searches block after block, where each block is the end of the one before, without starting over."""

import re
from typing import Any

_SHORT = 1000  # characters; searching so few is faster than to look up whether they were searched


class RememberedSearch:
    """A pattern that matches from the beginning of a line, and remembers its first match.

    Python-Markdown takes a line off a block and gives the rest of it to every search again. The result of a search in a
    text, a match or none, holds for each end of the text that begins with a line.
    """

    def __init__(self, pattern: re.Pattern[str], markers: tuple[str, ...] = ("",)) -> None:
        self._pattern, self._markers = pattern, markers
        self._text = ""
        self._start: int | None = None
        self.match, self.finditer, self.pattern = pattern.match, pattern.finditer, pattern.pattern

    def search(self, text: str) -> re.Match[str] | None:
        """The same result as the pattern's own `search`."""
        if len(text) < _SHORT:
            return self._pattern.search(text)
        if not any(marker in text for marker in self._markers):
            return None
        cut = len(self._text) - len(text)
        if cut > 0 and self._text[cut - 1] == "\n" and self._text.endswith(text):
            if self._start is None:
                return None
            # A match may begin with the end of the line before, which is no part of this text.
            at = max(self._start - cut, 0) if self._start >= cut - 1 else -1
            if at >= 0 and (match := self._pattern.match(text, at)):
                return match
        match = self._pattern.search(text)
        self._text, self._start = text, match.start() if match else None
        return match


_SEARCHING = (
    ("hashheader", "RE", ("#",)),
    ("hr", "SEARCH_RE", ("-", "_", "*")),
    ("deflist", "RE", (":",)),
    ("quote", "RE", (">",)),
    ("footnote", "RE", ("[^",)),
    ("abbr", "RE", ("*[",)),
    ("reference", "RE", ("]:",)),
)
# Names of footnotes and abbreviations, which in the library's patterns may have any length.
_NAMES = (("[^\\]]*", "[^\\]]{0,200}"), ("[^\\\\]*?", "[^\\\\]{0,200}?"))


def remember_searches(blocks: Any) -> None:
    """Let the block processors remember what they searched; each needs one of its markers to match anything."""
    for name, attribute, markers in _SEARCHING:
        processor = blocks[name]
        pattern = getattr(type(processor), attribute)
        if name in ("footnote", "abbr"):
            pattern = _with_short_names(pattern)
        setattr(processor, attribute, RememberedSearch(pattern, markers))


def _with_short_names(pattern: re.Pattern[str]) -> re.Pattern[str]:
    text = pattern.pattern
    for long, short in _NAMES:
        text = text.replace(long, short)
    return re.compile(text, pattern.flags)
