"""Line breaking of a headline for a given width."""

from bisect import bisect
from collections.abc import Callable, Iterator

WidthOf = Callable[[str], float]


def lines(text: str, width: float, width_of: WidthOf) -> list[str]:
    """The words in as few lines as possible, none wider than `width`; a wider word continues in the next line."""
    made: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer) <= width:
            line = longer
            continue
        if line:
            made.append(line)
        *whole, line = _pieces(word, width, width_of)
        made += whole
    return [*made, line] if line else made


def shortened(line: str, width: float, width_of: WidthOf) -> str:
    """The line with an ellipsis at its end, within `width`."""
    if width_of(f"{line}…") <= width:
        return f"{line}…"
    fits = bisect(range(1, len(line)), width, key=lambda end: width_of(f"{line[:end].rstrip()}…"))
    return f"{line[:fits].rstrip()}…"


def _pieces(word: str, width: float, width_of: WidthOf) -> Iterator[str]:
    """A word in parts that fit; a character that is wider than the line is a part of its own."""
    part = ""
    for character in word:
        if part and width_of(part + character) > width:
            yield part
            part = character
        else:
            part += character
    yield part
