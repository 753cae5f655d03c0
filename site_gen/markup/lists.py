"""Lists as people write them, rewritten as Python-Markdown needs them.

The library nests an item that is indented by four spaces, and needs an empty line between a paragraph and a list.
People indent by two or three, and leave no line. Here each line of a list gets the indentation of its depth, and a list
below a paragraph its empty line; what is written as the library expects stays as it is. The rules are those of
CommonMark (https://spec.commonmark.org/0.31.2/#list-items), except that two spaces nest below a number as well.
"""

import re
from typing import NamedTuple

_ANY = re.compile(r"\n[ >]*+(?:[-*+]|\d{1,9}[.)]) ")
# What a text has whose lists the library would misread: indented or quoted markers, one of another kind or below a line
# that is no item, a number in parentheses, an indented line below an empty one. It may match more than that.
_UNUSUAL = re.compile(
    r"\n[ >]++(?:[-*+>]|\d{1,9}[.)]) |\n +>|\n\d{1,9}\) |\n *+\n +[^ \n]"
    r"|\n(?![-*+] )[^\n]++\n[-*+] |\n(?!\d{1,9}\. )[^\n]++\n\d{1,9}\. "
)
_ITEM = re.compile(r"([-*+]|\d{1,9}[.)]) +(?=\S)")
_NO_ITEM = re.compile(r"(?:[-*_] *){3,}$|[-:| ]*\|[-:| ]*$")  # a rule, or the line below the head of a table
_HEADING = re.compile(r"#{1,6} ")
_QUOTED = re.compile(r" {0,3}> ?")
_DEEPEST = 8  # nested quotations that are read
_STEP = 4


class _Open(NamedTuple):
    """An open item: the column of its marker, that of its text, and whether it is numbered."""

    mark: int
    text: int
    numbered: bool


def with_plain_lists(text: str, depth: int = 0) -> str:
    """The text with its lists as the library reads them; it has no tabs, fenced code or raw HTML."""
    below = f"\n{text}"
    if not _ANY.search(below) or not _UNUSUAL.search(below):
        return text
    return "\n".join(_rewritten(text.split("\n"), depth))


def _rewritten(lines: list[str], depth: int) -> list[str]:
    rewriter = _Rewriter()
    at = 0
    while at < len(lines):
        if depth < _DEEPEST and rewriter.is_quoted(lines[at]):
            end = at + 1
            while end < len(lines) and _QUOTED.match(lines[end]):
                end += 1
            rewriter.quote(_quotation(lines[at:end], depth))
            at = end
        else:
            rewriter.line(lines[at])
            at += 1
    return rewriter.made


def _quotation(lines: list[str], depth: int) -> list[str]:
    inner = "\n".join([_QUOTED.sub("", line, count=1) for line in lines])
    made = with_plain_lists(inner, depth + 1)
    return (
        [line.lstrip(" ") for line in lines]
        if made == inner
        else [f"> {line}" if line else ">" for line in made.split("\n")]
    )


class _Rewriter:
    """Takes one line after another; `made` are the lines of the result."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self._items: list[_Open] = []
        self._bases: list[int] = []  # the column at which each open item's further blocks begin; -1: not known
        self._shift = 0  # how many columns the lines of this block move
        self._above = ""  # what the line above belongs to: "" for an empty one, "item", "words" or "code"

    def is_quoted(self, line: str) -> bool:
        """Whether a line begins a quotation that is not within an item."""
        column = line.find(">")
        return _QUOTED.match(line) is not None and not (column and (self._above or self._within(column)))

    def quote(self, lines: list[str]) -> None:
        """Take the lines of a quotation, which ends all items above it."""
        self._close(0)
        self.made += lines
        self._shift, self._above = 0, "words"

    def line(self, line: str) -> None:
        """Take the next line of the text."""
        words = line.lstrip(" ")
        if not words:
            self.made.append(line)
            self._above = ""
            return
        column = len(line) - len(words)
        item = _ITEM.match(words)
        if item and not _NO_ITEM.match(words) and self._begins_item(column, item[1]):
            self._item(column, words, item)
        elif self._above:
            if item and self._items and self._above != "code" and item[1] not in "-*+":
                words = f"{item[1][:-1]}\\{words[len(item[1]) - 1 :]}"  # for example a year at the beginning of a line
            self._continued(column, words)
        else:
            self._first(column, words)

    def _begins_item(self, column: int, mark: str) -> bool:
        """Whether a marker at a column begins an item, and is not in code or a paragraph's next line."""
        if self._above == "code" and column >= self._code:
            return False
        within = self._within(column)
        if not within:
            if column >= _STEP:
                return False
        elif not self._above and within == len(self._items) and column - self._base(within - 1, column) >= _STEP:
            return False
        if not self._above or mark in "-*+" or mark[:-1] == "1":
            return True
        siblings = len(self._items) > within and self._items[within].numbered
        return siblings if self._items else self._above != "words"

    def _within(self, column: int) -> int:
        """How many open items contain what begins at a column."""
        for number, item in enumerate(self._items):
            if column < item.mark + 2 and not (column > item.mark and column >= _STEP * (number + 1)):
                return number
        return len(self._items)

    def _base(self, number: int, column: int) -> int:
        """The column at which an item's further blocks begin, if their first line begins at `column`."""
        if self._bases[number] >= 0:
            return self._bases[number]
        item = self._items[number]
        usual = _STEP * (number + 1)
        return usual if item.mark == _STEP * number and column >= usual else min(item.text, column)

    def _close(self, count: int) -> None:
        del self._items[count:], self._bases[count:]

    def _item(self, column: int, words: str, item: re.Match[str]) -> None:
        within = self._within(column)
        numbered = item[1] not in "-*+"
        other_kind = len(self._items) > within and self._items[within].numbered != numbered
        if self._above == "words" or (other_kind and self._above):
            self.made.append("")
        self._close(within)
        self._items.append(_Open(column, column + len(item[0]), numbered))
        self._bases.append(-1)
        self._shift = _STEP * within - column
        if item[1].endswith(")"):
            words = f"{item[1][:-1]}.{words[len(item[1]) :]}"
        self.made.append(" " * (_STEP * within) + words)
        self._above = "item"

    def _continued(self, column: int, words: str) -> None:
        """Take a line that continues the one above."""
        if column == 0 and _HEADING.match(words):
            self._close(0)
            self._shift, self._above = 0, "words"
        moves = self._shift > 0 < column or (self._above == "code" and column >= self._code)
        self.made.append(" " * (column + self._shift if moves else column) + words)

    def _first(self, column: int, words: str) -> None:
        """Take the first line below an empty one."""
        within = self._within(column)
        closed = within < len(self._items)
        self._close(within)
        self._above = "words"
        if not self._items:
            place = 0 if closed else column
        else:
            base = self._bases[-1] = self._base(within - 1, column)
            beyond = 0 if closed else max(0, column - base)
            place = _STEP * within + beyond
            if beyond >= _STEP:
                self._above, self._code = "code", base + _STEP
        self._shift = place - column
        self.made.append(" " * place + words)
