"""Ambiguous words of beats, resolved by the words around them."""

from collections.abc import Callable

from site_gen.extract.names.vocabulary import NO_ARMOUR, NO_SHIPS

# From the words of a paragraph and a place in them: whether the beat is meant there.
Rule = Callable[[list[str], int], bool]

_TOWNS = frozenset(("city", "cities", "town", "towns", "office", "offices", "campus", "phone", "phones", "TV"))
_COPIED = frozenset(
    ("music", "software", "film", "movie", "video", "online", "digital", "internet", "copyright", "game", "media", "TV")
)
_CAREER = frozenset(("actor", "actress", "politician", "diplomat", "journalist", "player", "coach", "lawmaker"))


def is_topic(words: list[str], at: int) -> bool:
    """False where the word at `at` is spelled like a beat but means another thing."""
    rule = AMBIGUOUS_TOPICS.get(words[at])
    return rule is None or rule(words, at)


def _before(words: list[str], at: int) -> str:
    """The word before, skipping a hyphen."""
    if at > 1 and words[at - 1] == "-":
        return words[at - 2]
    return words[at - 1] if at else ""


def _after(words: list[str], at: int) -> str:
    return words[at + 1] if at + 1 < len(words) else ""


def _is_armour(words: list[str], at: int) -> bool:
    """Not "fuel tanks", "storage tanks", "think tanks"; not the verb of "the currency tanks"."""
    before = _before(words, at)
    return before not in NO_ARMOUR and before.partition("-")[0] not in NO_ARMOUR


def _is_ship(words: list[str], at: int) -> bool:
    """Not the aircraft of "aerial tankers" or "KC-46 tankers"."""
    return NO_SHIPS.isdisjoint(words[max(0, at - 3) : at + 5])


def _is_in_orbit(words: list[str], at: int) -> bool:
    return _after(words, at) not in _TOWNS


def _is_former_soldier(words: list[str], at: int) -> bool:
    """Not the "veteran diplomat"."""
    return _after(words, at) not in _CAREER


def _is_blockade(words: list[str], at: int) -> bool:
    """Not the verb ("to sanction a plan")."""
    return _before(words, at) not in ("to", "would", "will", "must", "not")


def _is_of_ships(words: list[str], at: int) -> bool:
    """Not the verb ("is shipping missiles to")."""
    return _before(words, at) not in (
        "is",
        "are",
        "was",
        "were",
        "began",
        "begin",
        "start",
        "started",
        "and",
    ) and _after(words, at) not in ("the", "a", "them", "it", "its", "cost", "costs")


def _is_at_sea(words: list[str], at: int) -> bool:
    """Not "music piracy" or "software pirates"."""
    return _before(words, at) not in _COPIED and _after(words, at) != "copies"


def _is_of_states(words: list[str], at: int) -> bool:
    """Not the "diplomatic sources" that a story comes from."""
    return _after(words, at) not in ("source", "sources", "official", "officials", "correspondent")


AMBIGUOUS_TOPICS: dict[str, Rule] = {
    "diplomatic": _is_of_states,
    "tanks": _is_armour,
    "tankers": _is_ship,
    "satellite": _is_in_orbit,
    "veteran": _is_former_soldier,
    "sanction": _is_blockade,
    "shipping": _is_of_ships,
    "piracy": _is_at_sea,
    "pirates": _is_at_sea,
}
