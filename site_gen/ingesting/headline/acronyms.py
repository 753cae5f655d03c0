"""Names that the text itself gives short and readers know so: "Indian Space Research Organisation (ISRO)" is ISRO."""

import re

_GIVEN = re.compile(
    r"(?:\b[Tt]he )?\b((?:[A-Z][\w’'-]*|of|and|for|the|&)(?: (?:[A-Z][\w’'-]*|of|and|for|the"
    r"|&)){2,8}) ?\(([A-Z][A-Z&-]{2,6})\)"
)
_SMALL = frozenset(("of", "and", "for", "the", "&"))
_LONG = 5
"""Words of a name that is too long for a headline, so that the short one serves though few know it."""
_FEWEST = 3
"""Words with a capital that a name must have to be given short."""


def with_acronyms(sentence: str, known: frozenset[str]) -> str:
    """The sentence with such names short; where the letters do not fit the words, or nobody knows them, it stays."""
    return _GIVEN.sub(lambda found: _short(found, _FEWEST if found[2] in known else _LONG), sentence)


def _short(found: re.Match[str], fewest: int) -> str:
    words, letters = found[1].split(" "), found[2].replace("&", "").replace("-", "")
    for begin in range(len(words) - fewest + 1):
        name = words[begin:]
        capitals = [word[0] for word in name if word not in _SMALL]
        if name[0] not in _SMALL and len(capitals) >= _FEWEST and "".join(capitals) == letters:
            return " ".join((*words[:begin], found[2]))
    return found[0]
