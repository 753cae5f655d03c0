"""Ambiguous names of countries, resolved by the words around them."""

from collections.abc import Callable, Container

from site_gen.extract.names.gazetteer import FormUse
from site_gen.extract.names.tokens import SENTENCE_ENDS
from site_gen.extract.names.vocabulary import (
    ASKING,
    GEORGIA_BODIES,
    GEORGIA_NEIGHBOURS,
    KITCHEN,
    LAST_TITLES,
    NOT_ITS_POLITICS,
    NOT_NAMES,
    SPEECH,
)

# From the words of a paragraph and a place in them: whether the country is meant there.
Rule = Callable[[list[str], int], bool]

_FINE_CHINA = frozenset(("cabinet", "cup", "cups", "plate", "plates", "teapot", "shop"))


_BESIDE_CAPITALS = frozenset(("East", "West", "North", "South", "Old", "New", "Greater", "Central", "Soviet"))


def is_country(words: list[str], start: int, end: int, use: FormUse, known: Container[str]) -> bool:
    """False where the words around a country's name at `start` to `end` show another meaning.

    `known` are words that are names by themselves.
    """
    is_after_capital = start > 0 and words[start - 1][0].isupper() and use in ("capital", "name")
    if is_after_capital and _makes_name(words, start - 1, known):
        return False
    if end < len(words) and words[end] in NOT_ITS_POLITICS and use in ("capital", "demonym", "name"):
        return use == "name" and words[end][0].islower()
    return words[start] not in AMBIGUOUS or is_country_word(words, start)


def _makes_name(words: list[str], at: int, known: Container[str]) -> bool:
    """True for a capitalised word that makes the country after it part of another name, such as that of a club."""
    word = words[at]
    if word in _BESIDE_CAPITALS or word in known or at == 0 or words[at - 1] in SENTENCE_ENDS:
        return False
    return word not in NOT_NAMES and word not in LAST_TITLES and word.isalpha()


def is_country_word(words: list[str], at: int) -> bool:
    """False where the word at `at` is spelled like a country but means another thing."""
    rule = AMBIGUOUS.get(words[at])
    return rule is None or rule(words, at)


def _after(words: list[str], at: int) -> str:
    return words[at + 1] if at + 1 < len(words) else ""


def _before(words: list[str], at: int) -> str:
    return words[at - 1] if at else ""


def _is_country_georgia(words: list[str], at: int) -> bool:
    """Not the state of the United States: "Fort Moore, Georgia", "Georgia Tech", "Georgia and Florida"."""
    if _after(words, at) in GEORGIA_BODIES:
        return False
    return GEORGIA_NEIGHBOURS.isdisjoint(words[max(0, at - 6) : at + 5])


def _is_no_forename(words: list[str], at: int) -> bool:
    """Not a person's first or last name: "Michael Jordan", "Chad Brown", "Rep. Jordan"."""
    after, before = _after(words, at), _before(words, at)
    if before in ("Mr", "Mrs", "Ms", "Sgt", "Rep", "Sen") or (before == "." and at > 1 and words[at - 2] in _PERSONAL):
        return False
    return not (after[:1].isupper() and at + 2 < len(words) and words[at + 2] in SPEECH and after.istitle())


def _is_no_bird(words: list[str], at: int) -> bool:
    """Not the bird at the start of a sentence: "Turkey sandwiches were served"."""
    return KITCHEN.isdisjoint(words[at + 1 : at + 3]) and _before(words, at).lower() not in KITCHEN


def _is_no_porcelain(words: list[str], at: int) -> bool:
    return _after(words, at) not in _FINE_CHINA


def _is_no_pronoun(words: list[str], at: int) -> bool:
    """Not "us" in a line in capitals: "JOIN US NOW", "Follow US"."""
    return not (_before(words, at) in ASKING or _is_shouted(_before(words, at)) or _is_shouted(_after(words, at)))


def _is_shouted(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word.isupper() and word not in _FAMILIAR_CAPITALS


def _is_no_verb(words: list[str], at: int) -> bool:
    """Not "Polish the brass" or "Polish your boots"."""
    return _after(words, at) not in ("the", "your", "it", "his", "her", "up", "off")


_PERSONAL = frozenset(
    ("Mr", "Mrs", "Ms", "Sgt", "Rep", "Sen", "Lt", "Capt", "Col", "Maj", "Gen", "Dr", "Spc", "Pvt", "Cpl")
)
_FAMILIAR_CAPITALS = frozenset(
    ("NATO", "AFRICOM", "CENTCOM", "USAID", "AUKUS", "ISIL", "ISIS", "UAE", "DOD", "CIA", "FBI")
)

AMBIGUOUS: dict[str, Rule] = {
    "Georgia": _is_country_georgia,
    "Georgian": _is_country_georgia,
    "Jordan": _is_no_forename,
    "Chad": _is_no_forename,
    "Israel": _is_no_forename,
    "Turkey": _is_no_bird,
    "China": _is_no_porcelain,
    "US": _is_no_pronoun,
    "Polish": _is_no_verb,
}
