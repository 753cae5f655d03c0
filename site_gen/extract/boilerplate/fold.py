"""Normalises a line for rules and repeats: plain quotes, no bullet before it, no arrow after it."""

import re

_PLAINER = {"‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-", "−": "-"}
_BULLET = re.compile(r"(?:[*_#•·‣▪●○■◦►▶→»›>+|/-]+|o(?= )|\d{1,2}\.(?= ))\s*(?=\w)")
_ARROWS = " *_#»›→►▶>|↓▼▾+<‹«·•"


def normalised(line: str) -> str:
    """The normalised line in its own case; not empty unless the line is."""
    text = line
    if not line.isascii():
        for character, plainer in _PLAINER.items():  # str.translate takes ten times as long
            text = text.replace(character, plainer)
    bullet = _BULLET.match(text)
    if bullet:
        text = text[bullet.end() :]
    return text.rstrip(_ARROWS) or text


def fold(line: str) -> str:
    """The normalised line in lower case."""
    return normalised(line).lower()
