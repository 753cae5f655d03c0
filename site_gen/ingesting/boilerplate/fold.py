"""A line as rules and repeats compare it: lower case, plain quotes, no bullet before it and no arrow after it."""

import re

_PLAINER = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-", "−": "-"})
_BULLET = re.compile(r"(?:[*_#•·‣▪●○■◦►▶→»›>+|/-]+|o(?= )|\d{1,2}\.(?= ))\s*(?=\w)")
_ARROWS = " *_#»›→►▶>|↓▼▾+<‹«·•"


def fold(line: str) -> str:
    """The folded line; never empty where the line is not."""
    text = line.lower()
    if not text.isascii():
        text = text.translate(_PLAINER)
    bullet = _BULLET.match(text)
    if bullet:
        text = text[bullet.end() :]
    return text.rstrip(_ARROWS) or text
