"""A line as rules and repeats compare it: lower case, plain quotes, no bullet before it and no arrow after it."""

import re

_PLAINER = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-", "−": "-", "\u00a0": " "})
_BULLET = re.compile(r"(?:[*•·‣▪●○■◦►▶→»›>+|/-]|o(?= )|\d{1,2}\.(?= ))\s*(?=\S)")
_ARROW = re.compile(r"\s*(?:[»›→►▶>|↓▼▾+<‹«·•]|-+>?)+$|(?<=\S)\s*\.{4,}$")


def fold(line: str) -> str:
    """Never empty where the line is not."""
    text = line.lower()
    if not text.isascii():
        text = text.translate(_PLAINER)
    bullet = _BULLET.match(text)
    if bullet:
        text = text[bullet.end() :]
    return _ARROW.sub("", text) or text
