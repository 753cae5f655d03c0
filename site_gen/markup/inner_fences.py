"""Fenced code that Python-Markdown does not read: in items and quotations, or with more than a word in its first line.

The library knows a fence at the beginning of a line alone, which a line of the same length closes. What else CommonMark
calls fenced code (https://spec.commonmark.org/0.31.2/#fenced-code-blocks) is found here. As in lists, two columns are
within an item; a fence that does not close is text.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

_WITHIN = re.compile(r"^(?=[ >\-*+\d])[ >]*+(?:(?:[-*+]|\d{1,9}[.)]) +)?(?:```|~~~)", re.M)
_RUN = re.compile(r"^ *(`{3,}|~{3,})", re.M)
_LINE = re.compile(r"^(?:`{3,}|~{3,})[^\n]*", re.M)
# What the library reads as it stands: as in fences.py.
_PLAIN = re.compile(r"(~{3,}|`{3,}) *(?:\{[^\n]*\}|\.?[\w#.+-]* *(?:hl_lines=(?:\"[^\n]*\"|'[^\n]*') *)?)")
_OPENING = re.compile(r"(?P<mark>~{3,}|`{3,}(?=[^`]*$)) *(?P<info>.*)")
_LANGUAGE = re.compile(r"(?:\{ *)?\.?([\w#.+-]*)")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)]) +(?=\S)")
_QUOTED = re.compile(r" {0,3}> ?")
_SHORTEST = 3
_DEEPEST = 8  # nested quotations that are read
_CODE = 4  # so far within its surroundings, a line is code of the other kind


class Fence(NamedTuple):
    """Fenced code from the line `start` to the line before `end`.

    `before` is what its first line begins with in a list item, "" if it is in none.
    """

    start: int
    end: int
    before: str
    mark: str
    info: str
    code: tuple[str, ...]

    @property
    def language(self) -> str:
        """The first word of the line that opens it."""
        match = _LANGUAGE.match(self.info)
        return match[1] if match else ""


StandIn = Callable[[Fence], str]
"""A line that stands for fenced code which is within something."""


def with_plain_fences(text: str, stand_in: StandIn, depth: int = 0) -> str:
    """The text, which has no tabs, with its fences as the library reads them."""
    if not ("```" in text or "~~~" in text) or not (depth or _may_be_odd(text)):
        return text
    lines = text.split("\n")
    longest = max(map(len, _RUN.findall(text)), default=0)
    made: list[str] = []
    at = 0
    for one in _Reader(lines).fences():
        made += _quotations(lines[at : one.start], stand_in, depth)
        if one.before or depth:
            made += [] if one.before.strip() or not (made and made[-1]) else [""]
            made += [one.before + stand_in(one), *([""] if any(lines[one.end : one.end + 1]) else [])]
        else:
            made += lines[one.start : one.end] if _is_plain(one, lines) else _plain(one, longest + 1)
        at = one.end
    return "\n".join(made + _quotations(lines[at:], stand_in, depth))


def is_odd(text: str) -> bool:
    """Whether the library may read fences of a text otherwise, which is sure where it does."""
    return ("```" in text or "~~~" in text) and _may_be_odd(text)


def _quotations(lines: list[str], stand_in: StandIn, depth: int) -> list[str]:
    """The lines, with fences in quotations as the library reads them."""
    made: list[str] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and depth < _DEEPEST and _QUOTED.match(lines[end]):
            end += 1
        if end > at:
            inner = "\n".join([_QUOTED.sub("", line, count=1) for line in lines[at:end]])
            plain = with_plain_fences(inner, stand_in, depth + 1)
            made += lines[at:end] if plain == inner else [f"> {line}".rstrip(" ") for line in plain.split("\n")]
        else:
            made.append(lines[at])
        at = max(end, at + 1)
    return made


def _plain(fence: Fence, length: int) -> list[str]:
    """The lines of a fence that is within nothing, of a length that no other line of the text has."""
    mark = fence.mark[0] * length
    return [mark + fence.language, *fence.code, mark]


def _may_be_odd(text: str) -> bool:
    if _WITHIN.search(text):
        return True
    marks = set()
    for line in _LINE.findall(text):
        match = _PLAIN.fullmatch(line)
        if match is None:
            return True
        marks.add(match[1])
    return len(marks) > 1


def _is_plain(fence: Fence, lines: list[str]) -> bool:
    return _PLAIN.fullmatch(lines[fence.start]) is not None and lines[fence.end - 1].rstrip(" ") == fence.mark


class _Open(NamedTuple):
    """An open item: the column of its marker and that of its text."""

    mark: int
    text: int


class _Reader:
    """Goes through the lines once."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._items: list[_Open] = []
        self._closings = _closings(lines)
        self._indents = [_indent(line) if line.strip(" ") else -1 for line in lines]
        self._next_less = _next_less(self._indents)

    def fences(self) -> Iterator[Fence]:
        """Every fence, whether the library reads it or not."""
        at, is_below_empty = 0, True
        while at < len(self._lines):
            found = self._at(at, is_below_empty)
            if found is not None:
                yield found
                at, is_below_empty = found.end, True
                continue
            is_below_empty = not self._lines[at].strip(" ")
            at += 1

    def _at(self, at: int, is_below_empty: bool) -> Fence | None:
        """The fence that begins at a line."""
        line = self._lines[at]
        words = line.lstrip(" ")
        column = len(line) - len(words)
        if not words:
            return None
        marker = _ITEM.match(words)
        opening = _OPENING.fullmatch(words)
        if is_below_empty or marker or opening:
            while self._items and column < self._items[-1].mark + 2:
                self._items.pop()
        if marker and column - self._column() < _CODE:
            text = column + len(marker[0])
            self._items.append(_Open(column, text))
            opening = _OPENING.fullmatch(words[marker.end() :])
            return self._closed(at, line[: column + marker.end()], text, opening) if opening else None
        if opening is None or column - self._column() >= _CODE:
            return None
        before = " " * min(column, self._column()) if self._items else ""
        return self._closed(at, before, column, opening)

    def _column(self) -> int:
        """The column of the text of the innermost item."""
        return self._items[-1].text if self._items else 0

    def _closed(self, at: int, before: str, column: int, opening: re.Match[str]) -> Fence | None:
        """The fence, if a line closes it in the same item."""
        least = self._items[-1].mark + 1 if self._items else 0
        places = (self._closings.get((opening["mark"], indent), ()) for indent in range(least, self._column() + _CODE))
        found = [one[next_one] for one in places if (next_one := bisect_right(one, at)) < len(one)]
        if not found or self._ends_before(at, least, min(found)):
            return None
        end = min(found)
        code = [line[min(_indent(line), column) :] for line in self._lines[at + 1 : end]]
        return Fence(at, end + 1, before, opening["mark"], opening["info"].strip(), tuple(code))

    def _ends_before(self, at: int, least: int, end: int) -> bool:
        """Whether a line before `end`, which is not empty, begins left of a column."""
        at += 1
        while at < end and (self._indents[at] < 0 or self._indents[at] >= least):
            at = self._next_less[at]
        return at < end


def _indent(line: str) -> int:
    """The column at which the words of a line begin."""
    return len(line) - len(line.lstrip(" "))


def _closings(lines: list[str]) -> dict[tuple[str, int], list[int]]:
    """The lines that close a fence, by its marks and by the column at which they begin: longer ones do, too."""
    found: dict[tuple[str, int], list[int]] = {}
    for at, line in enumerate(lines):
        mark = line.strip(" ")
        if len(mark) >= _SHORTEST and mark[0] in "`~" and not mark.strip(mark[0]):
            indent = _indent(line)
            for length in range(_SHORTEST, len(mark) + 1):
                found.setdefault((mark[:length], indent), []).append(at)
    return found


def _next_less(indents: list[int]) -> list[int]:
    """For each line the next that begins further left; for an empty one the next line."""
    found = [at + 1 for at in range(len(indents))]
    waiting: list[int] = []
    for at, indent in enumerate(indents):
        if indent >= 0:
            while waiting and indents[waiting[-1]] > indent:
                found[waiting.pop()] = at
            waiting.append(at)
    for at in waiting:
        found[at] = len(indents)
    return found
