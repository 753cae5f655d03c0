"""The word lists of the rules, read once from words.txt, which says what each is for."""

import re
from importlib.resources import files

_SECTION = re.compile(r"^\[([^]]+)][^\n]*\n([^\[]*)", re.M)


def _sections() -> dict[str, tuple[str, ...]]:
    text = (files("site_gen.extract.headline") / "words.txt").read_text("utf-8")
    return {found[1]: tuple(found[2].split()) for found in _SECTION.finditer(text)}


_WORDS = _sections()


def _set(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in _WORDS[name])


def _pairs(name: str) -> frozenset[tuple[str, str]]:
    """Pairs of a word and each word that goes with it: "ask:for"."""
    detached = (entry.partition(":") for entry in _WORDS[name])
    return frozenset((word, other) for word, _, others in detached for other in others.split(","))


NEUTRAL_SPEECH = _set("neutral speech")
SPEECH = _set("neutral speech", "speech")
MEDIA = _set("media")
DAYS = _set("days")
MONTHS = _set("months")
TIMES = _set("times", "days", "months")
AROUND_DAYS = _set("around days")
FILLERS = _set("fillers")
CONDITIONS = _set("conditions")
HEDGES = _set("hedges")
LIMITING = _set("limiting")
PRONOUNS = _set("pronouns")
PLURALS = _set("plurals")
GENERIC = _set("generic")
NAMELESS = _set("nameless")
ASKS_TO = _set("asks to")
ASKS_SOMEBODY = _set("asks somebody")
OFFICES = _set("offices")
OFFICE_WORDS = _set("office words", "offices")
RANKS = _set("ranks")
SPOKESPERSONS = _set("spokespersons")
TITLES = _set("titles")
HONORIFICS = _set("honorifics", "titles")
FIRMS = _set("firms")
LOCATIONS = _set("locations")
BACKGROUND = _set("background")
REQUIRED = _pairs("required")
NOUNS_REQUIRE = _pairs("nouns require")
STATES = _set("states")
STANCES = _set("stances")
AIMS = _set("aims")
FAMILY_NAMES = _set("family names")
PRAISE = _set("praise")
