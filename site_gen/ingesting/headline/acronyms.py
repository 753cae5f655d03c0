"""Names that the text itself gives short and readers know so: "Indian Space Research Organisation (ISRO)" is ISRO."""

import re
from collections.abc import Iterable

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


def shortened_names(sentence: str, rest: Iterable[str]) -> str:
    """The sentence with the names short that the text goes on to write short unexplained: "the FCC voted"."""
    used = frozenset(_CAPITALS.findall(" ".join(rest))) - frozenset(_CAPITALS.findall(sentence))
    return _LONG_NAME.sub(lambda found: _initials(found, used), sentence) if used else sentence


def _initials(found: re.Match[str], used: frozenset[str]) -> str:
    words = found[0].split(" ")
    for begin in range(len(words) - _FEWEST + 1):
        name = [word for word in words[begin:] if word not in _SMALL]
        letters = "".join(word[0] for word in name)
        if words[begin] not in _SMALL and len(name) >= _FEWEST and letters in used:
            return " ".join((*words[:begin], letters))
    return found[0]


_CAPITALS = re.compile(r"\b[A-Z]{3,6}\b")
_LONG_NAME = re.compile(
    r"[A-Z][\w-]+(?: (?:of|and|for|the|&))?(?: (?:[A-Z][\w-]+)(?: (?:of|and|for|the|&)(?= [A-Z]))?){2,6}"
)


def _short(found: re.Match[str], fewest: int) -> str:
    words, letters = found[1].split(" "), found[2].replace("&", "").replace("-", "")
    for begin in range(len(words) - fewest + 1):
        name = words[begin:]
        capitals = [word[0] for word in name if word not in _SMALL]
        if name[0] not in _SMALL and len(capitals) >= _FEWEST and "".join(capitals) == letters:
            return " ".join((*words[:begin], found[2]))
    return found[0]
