"""Replace long names by the acronyms that the text gives: "Indian Space Research Organisation (ISRO)" by "ISRO"."""

import re
from collections.abc import Container, Iterable

_GIVEN = re.compile(
    r"(?:\b[Tt]he )?\b((?:[A-Z][\w’'-]*|of|and|for|the|&)(?: (?:[A-Z][\w’'-]*|of|and|for|the"
    r"|&)){2,8}) ?\(([A-Z][A-Z&-]{2,6})\)"
)
_KNOWN = frozenset(
    (
        *(
            "ASEAN",
            "BBC",
            "BRICS",
            "CDC",
            "CFPB",
            "CIA",
            "DHS",
            "DNC",
            "EPA",
            "FAA",
            "FBI",
            "FCC",
            "FDA",
            "FDIC",
            "FEMA",
        ),
        *(
            "GOP",
            "HHS",
            "ICC",
            "ICE",
            "IMF",
            "IRA",
            "IRS",
            "LSE",
            "NASA",
            "NFL",
            "NRA",
            "NSA",
            "OECD",
            "OPEC",
            "PLO",
            "SDF",
        ),
        *("SEC", "TSA", "UAE", "UNESCO", "UNHCR", "UNICEF", "WHO", "WTO"),
    )
)
"""Acronyms that readers know, in addition to those of the gazetteer."""
_SMALL = frozenset(("of", "and", "for", "the", "&"))
_LONG = 5
"""Words from which a name is so long that even a little-known acronym replaces it."""
_FEWEST = 3
"""Capitalised words that a name needs to have an acronym."""


def with_acronyms(sentence: str, known: frozenset[str]) -> str:
    """The sentence with acronyms for such names, if the letters fit the words and readers know them or gain much."""
    return _GIVEN.sub(lambda found: _short(found, _FEWEST if found[2] in known else _LONG), sentence)


def shortened_names(sentence: str, rest: Iterable[str], known: frozenset[str]) -> str:
    """The sentence with acronyms that the rest of the text uses without an explanation: "the FCC voted".

    A little-known acronym is used only for the subject, which the text is about, or for a very long name.
    """
    used = frozenset(_CAPITALS.findall(" ".join(rest))) - frozenset(_CAPITALS.findall(sentence))
    return _LONG_NAME.sub(lambda found: _initials(found, used, known), sentence) if used else sentence


def _initials(found: re.Match[str], used: frozenset[str], known: frozenset[str]) -> str:
    words = found[0].split(" ")
    begin, letters = _begin_of(words, used, _FEWEST)
    first = found.start() <= len("The ")
    if not first and letters not in known and letters not in _KNOWN and len(words) - begin < _LONG:
        return found[0]
    return " ".join((*words[:begin], letters)) if letters else found[0]


_CAPITALS = re.compile(r"\b[A-Z]{3,6}\b")
_LONG_NAME = re.compile(
    r"[A-Z][\w-]+(?: (?:of|and|for|the|&))?(?: (?:[A-Z][\w-]+)(?: (?:of|and|for|the|&)(?= [A-Z]))?){2,6}"
)


def _short(found: re.Match[str], fewest: int) -> str:
    words = found[1].split(" ")
    begin, letters = _begin_of(words, (found[2].replace("&", "").replace("-", ""),), fewest)
    return " ".join((*words[:begin], found[2])) if letters else found[0]


def _begin_of(words: list[str], letters: Container[str], fewest: int) -> tuple[int, str]:
    """Where the name of at least `fewest` words begins whose initials are in `letters`, and the initials."""
    for begin in range(len(words) - fewest + 1):
        capitals = [word[0] for word in words[begin:] if word not in _SMALL]
        initials = "".join(capitals)
        if words[begin] not in _SMALL and len(capitals) >= _FEWEST and initials in letters:
            return begin, initials
    return 0, ""
