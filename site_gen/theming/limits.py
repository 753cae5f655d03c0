"""Limits for the output of templates: a theme that exceeds them gets a problem, not all memory of the machine."""

import re
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from jinja2.exceptions import SecurityError

LONGEST = 32_000_000  # characters of a page, and of any text within it
MOST = 1_000_000  # items of a list that a template makes
WIDEST = 100_000  # the width to which a text may be padded, and the length of a range
FEW = 24  # pieces that are never too many together
_AT_ONCE = 4096
_MANY_DIGITS = re.compile(r"\d{5}")
_WIDTH_IN_BRACES = re.compile(r":[^{}]*\{")
_PLAIN_FORMAT = re.compile(r"(?:[^{}]|\{\{|\}\}|\{[A-Za-z0-9]*(?::(?:[^{}0-9]|\d{1,3}(?!\d)){0,8})?\})*")


def concat(pieces: Iterable[str]) -> str:
    """The pieces joined; `SecurityError` where the result is too long for a page."""
    if isinstance(pieces, list):
        if len(pieces) > FEW:  # most macros have fewer pieces
            checked(sum(map(len, pieces)))
        text = "".join(pieces)
        if len(text) > LONGEST:
            checked(len(text))
        return text
    parts: list[str] = []
    total = 0
    pieces = iter(pieces)
    while batch := list(islice(pieces, _AT_ONCE)):
        total += sum(map(len, batch))
        checked(total)
        parts += batch
    return "".join(parts)


def checked(length: int) -> int:
    """A length in characters; `SecurityError` if it is too great."""
    if length > LONGEST:
        raise SecurityError(f"a text of more than {LONGEST:,} characters is too long")
    return length


def fits(value: Any, times: int = 1) -> None:
    """A text or list repeated; `SecurityError` if it gets too long."""
    if isinstance(value, (str, bytes)):
        checked(len(value) * times)
    elif hasattr(value, "__len__") and len(value) * times > MOST:
        raise SecurityError(f"a list of more than {MOST:,} items is too long")


def width(number: Any) -> Any:
    """A width for padding, or a number of items; `SecurityError` if it is too great."""
    if isinstance(number, int) and abs(number) > WIDEST:
        raise SecurityError(f"{number} is too many: at most {WIDEST:,}")
    return number


def numbers(*limits: int) -> range:
    """`range`, with a limit for its length."""
    found = range(*limits)
    width(len(found))
    return found


def power(left: Any, right: Any) -> Any:
    """`left ** right`, with a limit for the numbers."""
    if abs(left) > 1 and abs(right) > 64:
        raise SecurityError(f"{left} ** {right} is too large")
    return left**right


def product(left: Any, right: Any) -> Any:
    """`left * right`: a number, or a repeated text or list."""
    for many, count in ((left, right), (right, left)):
        if isinstance(count, int):
            fits(many, max(count, 0))
    return left * right


def total(left: Any, right: Any) -> Any:
    """`left + right`: numbers, texts or lists."""
    result = left + right
    if type(result) is not int:
        fits(result)
    return result


def remainder(left: Any, right: Any) -> Any:
    """`left % right` of numbers, or a formatted text (as by the filter `format`)."""
    if isinstance(left, str):
        _few_digits(left)
        if "*" in left:
            raise SecurityError("a format may take no width from its arguments")
    return left % right


def braces(pattern: str) -> str:
    """A pattern for `str.format` without great widths."""
    _few_digits(pattern)
    if _WIDTH_IN_BRACES.search(pattern):
        raise SecurityError("a format may take no width from its arguments")
    return pattern


def is_plain_format(pattern: object) -> bool:
    """Whether `str.format` of this text shows only its arguments, not their attributes or items."""
    return isinstance(pattern, str) and bool(_PLAIN_FORMAT.fullmatch(pattern))


def _few_digits(pattern: str) -> None:
    if _MANY_DIGITS.search(pattern):
        raise SecurityError("a format may have no width of more than four digits")


def filled(method: Callable[..., Any]) -> Callable[..., Any]:
    """A text's method that pads to a width: `center`, `ljust`, `rjust`, `zfill`, `expandtabs`."""

    def guarded(*arguments: Any, **named: Any) -> Any:
        for argument in (*arguments, *named.values()):
            width(argument)
        return method(*arguments, **named)

    return guarded


def joined(method: Callable[..., Any]) -> Callable[..., Any]:
    """A text's `join`, with a limit."""

    def guarded(parts: Iterable[Any]) -> Any:
        listed = list(parts)
        between = len(getattr(method, "__self__", ""))
        checked(sum(len(part) for part in listed) + between * len(listed))
        return method(listed)

    return guarded


def replaced(method: Callable[..., Any]) -> Callable[..., Any]:
    """A text's `replace`, with a limit."""

    def guarded(old: Any, new: Any, count: int = -1) -> Any:
        text = getattr(method, "__self__", "")
        checked(len(text) + text.count(old) * len(new))
        return method(old, new, count)

    return guarded
