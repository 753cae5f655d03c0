"""The word lists of the finder, read once from data/words.txt, which says what each is for."""

import re
from importlib import resources

_SECTION = re.compile(r"^\[([^]]+)][^\n]*\n([^\[]*)", re.M)


def _sections() -> dict[str, frozenset[str]]:
    text = (resources.files("site_gen.extract.names") / "data" / "words.txt").read_text("utf-8")
    return {match[1]: frozenset(match[2].split()) for match in _SECTION.finditer(text)}


_WORDS = _sections()

TITLES = _WORDS["titles"]
LAST_TITLES = TITLES - _WORDS["no last titles"]
OFFICES = _WORDS["offices"]
SURNAME_TITLES = _WORDS["surname titles"]
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
SHORT_NAMES = _WORDS["short calls"]
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
GOVERNMENT_WORDS = frozenset(("regime", "administration", "government", "Administration", "Government"))

DESIGNATION_PREFIXES = _WORDS["designation prefixes"]
NUMBERED_THINGS = _WORDS["numbered things"]
SHIP_PREFIXES = _WORDS["ship prefixes"]
FLAGS = {
    "BRP": "PHL", "HDMS": "DNK", "HMAS": "AUS", "HMCS": "CAN", "HMNZS": "NZL", "HMS": "GBR", "HNLMS": "NLD",
    "HSwMS": "SWE", "INS": "IND", "JS": "JPN", "KRI": "IDN", "ROKS": "KOR", "TCG": "TUR", "USCGC": "USA",
    "USNS": "USA", "USS": "USA",
}  # fmt: skip
"""The country whose ships have a prefix; of two with the same prefix, the one with more news."""
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
COMMON_BODIES = _WORDS["common bodies"] | COMMON_TO_STATES | ORGANISATION_WORDS
WORDED_NAMES = _WORDS["worded names"]
NOT_ITS_POLITICS = _WORDS["not its politics"]
COMMERCIAL = _WORDS["commercial"]
NAMED_THINGS = _WORDS["named things"]
THINGS_BEHIND = _WORDS["things behind"]
NEWSPAPERS = _WORDS["newspapers"]
EQUIPMENT_BEHIND = _WORDS["equipment behind"]
HEADS_BEFORE_FOR = _WORDS["heads before for"]
MARKS = frozenset(("Mk", "Mark"))
COMPANY_SUFFIXES = _WORDS["company suffixes"]
NO_NICKNAMES = _WORDS["no nicknames"]
QUALIFIED = _WORDS["qualified"]
CREDITED = _WORDS["credited"]
NO_ARMOUR = _WORDS["no armour"]
NO_SHIPS = _WORDS["no ships"]
LOCATING = _WORDS["locating"]

_STATES = (
    "Alabama,Ala;Alaska;Arizona,Ariz;Arkansas,Ark;California,Calif,CA;Colorado,Colo;Connecticut,Conn;Delaware,Del;"
    "Florida,Fla;Georgia,Ga,GA;Hawaii;Idaho;Illinois,Ill;Indiana,Ind;Iowa;Kansas,Kan;Kentucky,Ky;Louisiana,La;Maine;"
    "Maryland,Md,MD;Massachusetts,Mass;Michigan,Mich;Minnesota,Minn;Mississippi,Miss;Missouri,Mo;Montana,Mont;"
    "Nebraska,Neb;Nevada,Nev;New Hampshire,N.H.;New Jersey,N.J.,NJ;New Mexico,N.M.;New York,N.Y.,NY;"
    "North Carolina,N.C.;North Dakota,N.D.;Ohio;Oklahoma,Okla;Oregon,Ore;Pennsylvania,Pa,PA;Rhode Island,R.I.;"
    "South Carolina,S.C.;South Dakota,S.D.;Tennessee,Tenn;Texas,Tex,TX;Utah;Vermont,Vt;Virginia,Va,VA;Wash;"
    "West Virginia,W.Va.;Wisconsin,Wis;Wyoming,Wyo;Puerto Rico"
)
_PROVINCES = (
    "Alberta;British Columbia,B.C.;Manitoba;New Brunswick;Newfoundland;Nova Scotia,N.S.;Ontario,Ont;"
    "Prince Edward Island;Quebec,Que;Saskatchewan"
)


def _jurisdictions() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for iso3, names in (("USA", _STATES), ("CAN", _PROVINCES)):
        for name in re.split("[;,]", names):
            words = tuple(name.split(" "))
            found[words[0]] = (*found.get(words[0], ()), (words, iso3))
    return found


JURISDICTIONS = _jurisdictions()
"""States and provinces by first word: all their words, and their country."""
