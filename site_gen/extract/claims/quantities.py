"""The numbers of a text with their scale and unit: "a 304 mln dlr contract" has 304,000,000 dollars."""

import re
from decimal import Decimal

from msgspec import Struct

_SMALL = {
    word: number
    for number, word in enumerate(
        (
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        )
    )
}  # fmt: skip
_TENS = {
    word: 10 * at
    for at, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth",
        ),
        1,
    )
}  # fmt: skip
_SCALES = {
    **dict.fromkeys(("hundred", "hundreds"), 100),
    **dict.fromkeys(("thousand", "thousands", "k"), 1_000),
    **dict.fromkeys(("lakh", "lakhs"), 100_000),
    **dict.fromkeys(("million", "millions", "mln", "mn", "m"), 1_000_000),
    **dict.fromkeys(("crore", "crores", "cr"), 10_000_000),
    **dict.fromkeys(("billion", "billions", "bln", "bn"), 1_000_000_000),
    **dict.fromkeys(("trillion", "trillions", "trln"), 1_000_000_000_000),
    **dict.fromkeys(("dozen", "dozens"), 12),
}
_UNITS = {
    "usd": "$ us$ dollar dollars dlr dlrs usd",
    "gbp": "£ pound pounds stg sterling gbp",
    "eur": "€ euro euros eur",
    "jpy": "¥ yen jpy",
    "inr": "₹ rs rupee rupees inr",
    "rouble": "rouble roubles ruble rubles",
    "yuan": "yuan renminbi",
    "mark": "marks",
    "franc": "franc francs",
    "crown": "crown crowns krona kroner kronor",
    "cent": "cent cents",
    "percent": "% percent pct per-cent",
    "km": "km kilometre kilometres kilometer kilometers kms",
    "mile": "mile miles mi",
    "nautical": "nm nmi",
    "metre": "metre metres meter meters m",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "kg": "kg kilogram kilograms kilo kilos",
    "tonne": "tonne tonnes ton tons",
    "lb": "pound-weight lb lbs",
    "litre": "litre litres liter liters",
    "barrel": "barrel barrels bpd",
    "second": "sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs",
    "day": "day days",
    "week": "week weeks",
    "month": "month months",
    "year": "year years yr yrs",
    "decade": "decade decades",
    "century": "century centuries",
    "mph": "mph",
    "kmh": "kmh kph km/h",
    "mw": "mw megawatt megawatts",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_YEARS = {"decade": 10, "century": 100}
_DIGITS = re.compile(r"\d+(?:,\d+)*(?:\.\d+)?")
_TOKEN = re.compile(
    r"US\$|[$£€¥₹]|\d+(?:st|nd|rd|th)\b|\d+(?:,\d+)*(?:\.\d+)?(?=[-\s]?[A-Za-z%£$€]|\W|\Z)|%|[A-Za-z]+(?:/h)?|[-–—]|\S"
)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_FRACTION = re.compile(r"(?i)\b(a|one|two|three|four)[- ](thirds?|quarters?|fifths?|sixths?|tenths?)\b(?= of\b)")
_BEFORE = {
    "most": "up to;as much as;as many as;maximum;at most;no more than;not more than;as high as",
    "least": "at least;minimum;no fewer than;no less than;not less than",
    "more": "more than;over;above;exceeding;upwards of;in excess of",
    "less": "less than;fewer than;under;below;nearly;almost;close to;just under",
    "about": "about;around;some;roughly;approximately;approx;an estimated;estimated;near;circa",
}
_UNDER = re.compile(r"(?:^|\s)(?:under|over)(?: an?| the)?\Z")
_BOUND = tuple((bound, phrase) for bound, phrases in _BEFORE.items() for phrase in phrases.split(";"))


class Quantity(Struct, frozen=True):
    """A number as written at `start` to `end` of the text; its value with its scale; its unit; its bound.

    `unit` is "" where there is none; `bound` is "most", "least", "more", "less", "about" or "".
    """

    text: str
    value: Decimal
    unit: str
    bound: str
    start: int
    end: int
    ordinal: bool = False


def quantities(text: str) -> tuple[Quantity, ...]:
    """All numbers of a text in order. Numbers that belong to a name ("F-16", "Q3") are none."""
    tokens = list(_TOKEN.finditer(text))
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        quantity, at = _quantity(text, tokens, at)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _quantity(text: str, tokens: list[re.Match[str]], at: int) -> tuple[Quantity | None, int]:
    first = tokens[at]
    word = first[0].lower()
    if word in _ORDINALS or re.fullmatch(r"\d+(?:st|nd|rd|th)", word):
        place = _ORDINALS.get(word) or int(word[:-2])
        return Quantity(first[0], Decimal(place), "", "", first.start(), first.end(), ordinal=True), at + 1
    if (fraction := _FRACTION.match(text, first.start())) is not None:
        value = Decimal(_SMALL.get(fraction[1].lower(), 1)) * 100 / _PARTS[fraction[2].lower().rstrip("s")]
        after = next((n for n, token in enumerate(tokens) if token.start() >= fraction.end()), len(tokens))
        return Quantity(fraction[0], value, "percent", _bound(text, *fraction.span()), *fraction.span()), after
    value_of, place = _value(tokens, at)
    if value_of is None or _in_a_name(text, first):
        return None, max(at + 1, place)
    value, last = value_of, place - 1
    if place < len(tokens) and (scale := _scale(tokens[place], tokens[last], text)):
        value, last, place = value * scale, place, place + 1
    unit = _currency_before(tokens, at)
    while not unit and place < len(tokens) and tokens[place][0] in "-–":
        place += 1
    if not unit and place < len(tokens):
        unit = _UNIT_OF.get(tokens[place][0].lower(), "")
        if (unit and unit not in ("percent",) and place - last <= 2) or unit == "percent":
            last = place
    if unit in _YEARS:
        value, unit = value * _YEARS[unit], "year"
    start, end = first.start(), tokens[last].end()
    return Quantity(text[start:end], value, unit, _bound(text, start, end), start, end), last + 1


def _value(tokens: list[re.Match[str]], at: int) -> tuple[Decimal | None, int]:
    """The number that begins at a token, and where the tokens after it begin."""
    word = tokens[at][0]
    low = word.lower()
    if _DIGITS.fullmatch(word):
        return Decimal(word.replace(",", "")), at + 1
    if low in _TENS:
        after = at + 1
        if after < len(tokens) and tokens[after][0] == "-":
            after += 1
        unit = _SMALL.get(tokens[after][0].lower(), 0) if after < len(tokens) else 0
        return (Decimal(_TENS[low] + unit), after + 1) if 0 < unit < 10 else (Decimal(_TENS[low]), at + 1)
    if low in _SMALL:
        return Decimal(_SMALL[low]), at + 1
    if low == "half" and at + 2 < len(tokens) and tokens[at + 1][0].lower() == "a":
        return (Decimal("0.5"), at + 2) if tokens[at + 2][0].lower() in _SCALES else (None, at + 1)
    if low in ("dozen", "dozens", "hundreds", "thousands", "millions", "billions", "hundred", "decade", "decades"):
        return Decimal(1), at
    return None, at + 1


def _scale(token: re.Match[str], before: re.Match[str], text: str) -> int:
    """The scale that a token names after a number; "m" only right behind it ("30m" of money, but also metres)."""
    low = token[0].lower()
    between = text[before.end() : token.start()]
    if low in ("m", "k", "cr", "mn", "bn") and between not in ("", " "):
        return 0
    return 0 if low == "m" and between else _SCALES.get(low, 0)


def _currency_before(tokens: list[re.Match[str]], at: int) -> str:
    if not at:
        return ""
    before = tokens[at - 1][0].lower()
    if before == "." and at > 1:
        before = tokens[at - 2][0].lower()
    return _UNIT_OF.get(before, "") if before in ("$", "us$", "£", "€", "¥", "₹", "rs", "inr", "usd", "eur") else ""


def _in_a_name(text: str, first: re.Match[str]) -> bool:
    """Whether a number in digits is a part of a word: "F-16", "S-400", "Mk1A", "5G"."""
    if not first[0][0].isdigit():
        return False
    before = text[max(0, first.start() - 2) : first.start()]
    after = text[first.end() : first.end() + 2]
    if re.search(r"[A-Za-z]\Z|[A-Z]-\Z", before) and not re.search(r"(?i)(?:rs|us)\Z", before):
        return True
    return bool(re.match(r"[A-Z](?![a-z])", after)) or bool(re.match(r"-?[A-Z]{2}", after))


def _bound(text: str, start: int, end: int) -> str:
    """The bound of a number by the words around it; none of "under a five-year deal"."""
    if text[end : end + 1] == "+":
        return "more"
    if text[:start].lower().endswith("sub-"):
        return "less"
    before = " ".join(text[:start].lower().split()[-5:]).rstrip(" $£€₹")
    found = next((bound for bound, phrase in _BOUND if re.search(rf"(?:^|\s){phrase}(?: [a-z]+\.?)?\Z", before)), "")
    return "" if found and _UNDER.search(before) and re.match(r"[\w.,]+-[a-z]", text[start:]) else found
