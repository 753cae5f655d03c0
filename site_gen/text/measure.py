"""The estimated size of a text, without knowing its font."""

import math
from bisect import bisect_left
from unicodedata import east_asian_width

# The widest headline of each size, the largest size first: a headline of 190 characters must not fill the screen.
_STEPS = (40, 70, 110, 160)
_LONG_WORD = 20  # what a phone shows in one line of the largest size


def width_of(text: str) -> int:
    """A text's width in letters; ideographs and full-width forms count as two."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def headline_step(title: str) -> int:
    """The size of a headline by its length: 1 is the largest, 5 the smallest."""
    width = width_of(title)
    step = 1 + bisect_left(_STEPS, width)
    words = title.split()
    if max(map(len, words), default=0) <= _LONG_WORD:
        return step
    return max(step, 4) if any(_LONG_WORD < len(word) == width_of(word) for word in words) else step


def lines_of(text: str, size: float, room: float) -> int:
    """About how many lines a text takes in a column; `size` of its letters and width `room` are in the same unit."""
    return math.ceil(width_of(text) * size * 0.5 / room)
