"""A line as rules and repeats compare it: plain quotes, no bullet before it, no arrow after it."""

import re

_PLAINER = {"‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-", "−": "-"}
_BULLET = re.compile(r"(?:[*_#•·‣▪●○■◦►▶→»›>+|/-]+|o(?= )|\d{1,2}\.(?= ))\s*(?=\w)")
_ARROWS = " *_#»›→►▶>|↓▼▾+<‹«·•"


def plain(line: str) -> str:
    """The line with its capitals; never empty where the line is not."""
    text = line
    if not line.isascii():
        for sign, plainer in _PLAINER.items():  # str.translate takes ten times as long
            text = text.replace(sign, plainer)
    bullet = _BULLET.match(text)
    if bullet:
        text = text[bullet.end() :]
    return text.rstrip(_ARROWS) or text


def fold(line: str) -> str:
    """The plain line in lower case."""
    return plain(line).lower()
