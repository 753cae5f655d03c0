"""Finds fenced code without searching the whole text for the end of each fence."""

import re
from bisect import bisect_left

_FENCE = re.compile(r"^(?:~{3,}|`{3,})", re.M)
# As in the library, except that a list of highlighted lines ends on the line that it begins on.
_OPENING = re.compile(r"(~{3,}|`{3,}) *(?:\{[^\n]*\}|\.?[\w#.+-]* *(?:hl_lines=(?:\"[^\n]*\"|'[^\n]*') *)?)\n")
_CLOSING = re.compile(r"^(~{3,}|`{3,}) *$", re.M)


class FencePattern:
    """The pattern of a fenced block, which is tried only where a fence opens and closes."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self._text = ""
        self._closings: dict[str, list[int]] = {}

    def search(self, text: str, index: int = 0) -> re.Match[str] | None:
        """The same result as the pattern's own `search`."""
        while (fence := _FENCE.search(text, index)) is not None:
            opening = _OPENING.match(text, fence.start())
            if opening and self._closes(text, opening) and (match := self._pattern.match(text, opening.start())):
                return match
            index = fence.end()
        return None

    def _closes(self, text: str, opening: re.Match[str]) -> bool:
        """Whether a line below closes this fence; lines are counted from the end of the text."""
        rest = text[opening.start() :]
        if not self._text.endswith(rest):
            self._text, self._closings = rest, {}
            for match in _CLOSING.finditer(rest):
                self._closings.setdefault(match[1], []).append(match.start() - len(rest))
        places = self._closings.get(opening[1], [])
        return bisect_left(places, opening.end() - len(text)) < len(places)
