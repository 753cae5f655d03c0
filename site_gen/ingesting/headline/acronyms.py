"""Names that the text itself gives short and readers know so: "Indian Space Research Organisation (ISRO)" is ISRO."""

import re

_GIVEN = re.compile(
    r"(?:\b[Tt]he )?\b((?:[A-Z][\w’'-]*|of|and|for|the|&)(?: (?:[A-Z][\w’'-]*|of|and|for|the"
    r"|&)){2,8}) ?\(([A-Z][A-Z&-]{2,6})\)"
)
_SMALL = frozenset(("of", "and", "for", "the", "&"))
_LONG = 4
"""Blanks in a name that is too long for a headline, so that the short one serves though few know it."""
_FEWEST = 3
"""Words with a capital that a name must have to be given short."""


def with_acronyms(sentence: str, known: frozenset[str]) -> str:
    """The sentence with such names short; where the letters do not fit the words, or nobody knows them, it stays."""
    return _GIVEN.sub(
        lambda found: _short(found) if found[2] in known or found[1].count(" ") >= _LONG else found[0], sentence
    )


def _short(found: re.Match[str]) -> str:
    words, letters = found[1].split(" "), found[2].replace("&", "").replace("-", "")
    for begin in range(len(words) - _FEWEST + 1):
        name = words[begin:]
        capitals = [word[0] for word in name if word not in _SMALL]
        if name[0] not in _SMALL and len(capitals) >= _FEWEST and "".join(capitals) == letters:
            return " ".join((*words[:begin], found[2]))
    return found[0]
