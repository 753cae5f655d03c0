"""The estimated size of a text, without knowing its font."""

import math
import re
from bisect import bisect_left
from unicodedata import east_asian_width

# The widest headline of each size, the largest size first: a headline of 190 characters must not fill the screen.
_STEPS = (40, 70, 110, 160)
_LONG_WORD = 20  # what a phone shows in one line of the largest size

_DENSE = re.compile("[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Letters of scripts without blanks between words, each of which counts as a word, as readers of them count."""
_SHAPES = bytes(ord(" ") if chr(code).isspace() else ord("x") for code in range(256))
_WORDS_A_MINUTE = 230
_CHARACTERS_A_MINUTE = {"zh": 400, "ja": 500}


def word_count(text: str) -> int:
    """How many words a text has; each Chinese character and Japanese letter is one."""
    if text.isascii():  # counted without making the words
        shapes = text.encode().translate(_SHAPES)
        return shapes.count(b" x") + shapes.startswith(b"x")
    dense = len(_DENSE.findall(text))
    return dense + len(_DENSE.sub(" ", text).split()) if dense else len(text.split())


def reading_minutes(words: int, language: str = "") -> int:
    """How many minutes it takes to read as many words, at least one."""
    return max(1, round(words / _CHARACTERS_A_MINUTE.get(language.lower().partition("-")[0], _WORDS_A_MINUTE)))


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
