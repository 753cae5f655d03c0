"""The closed vocabularies of the finder, read once from data/words.txt, which says what each is for."""

import re
from importlib import resources

_SECTION = re.compile(r"^\[([^]]+)][^\n]*\n([^\[]*)", re.M)


def _sections() -> dict[str, frozenset[str]]:
    text = (resources.files("site_gen.ingesting.names") / "data" / "words.txt").read_text("utf-8")
    return {match[1]: frozenset(match[2].split()) for match in _SECTION.finditer(text)}


_WORDS = _sections()

TITLES = _WORDS["titles"]
CALLS = TITLES - _WORDS["no last titles"]
OFFICES = _WORDS["offices"]
SURNAME_CALLS = _WORDS["surname titles"]
ABBREVIATED_TITLES = _WORDS["abbreviated titles"]
ROLES = _WORDS["roles"]
PARTICLES = _WORDS["particles"]
SPEECH = _WORDS["speech"]

ORGANISATION_WORDS = _WORDS["organisation words"]
ORGANISATION_HEADS = _WORDS["organisation heads"]
JOINT_HEADS = _WORDS["joint heads"]
SYSTEMS = _WORDS["systems"]
GENERIC_BEFORE_SYSTEMS = _WORDS["generic"]
NUMBERED_UNITS = _WORDS["numbered units"]
NUMBERS = frozenset(("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"))
SHORT_CALLS = _WORDS["short calls"]
CONNECTORS = _WORDS["connectors"]
COMMON_TO_STATES = _WORDS["common to states"]
STATE_BODIES = _WORDS["state bodies"]
STATE_PAIRS = frozenset(
    (
        *(f"{what} forces" for what in ("armed", "security", "special", "ground")),
        *(f"{what} ministry" for what in ("defence", "defense", "foreign", "interior")),
        *("air force", "coast guard", "intelligence service", "intelligence services"),
    )
)
RULES = frozenset(("regime", "administration", "government", "Administration"))

DESIGNATION_PREFIXES = _WORDS["designation prefixes"]
NUMBERED_THINGS = _WORDS["numbered things"]
SHIP_PREFIXES = _WORDS["ship prefixes"]
MONTHS = _WORDS["months"]
DAYS = _WORDS["days"]
FUNCTION_WORDS = _WORDS["function words"]
STARTERS = FUNCTION_WORDS | _WORDS["headings"]
THINGS = _WORDS["things"]
NOT_NAMES = STARTERS | MONTHS | DAYS | THINGS | TITLES | {"Foreign", "Defense", "Defence", "Security"}

ASKING = _WORDS["asking"]
GEORGIA_BODIES = _WORDS["georgia state bodies"]
GEORGIA_NEIGHBOURS = _WORDS["georgia neighbours"]
KITCHEN = _WORDS["kitchen"]
