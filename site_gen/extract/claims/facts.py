"""Numbers, dates and quotations of a claim, each of which the source must have as such."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context

from site_gen.extract.claims.quantities import Quantity, quantities
from site_gen.extract.claims.refusal import Refusal

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_SINGLE = re.compile(r"(?<![\w’'])[‘']([^‘’']{3,}?(?:[’'](?=[a-z])[^‘’']*)*)[’'](?!\w)")
_PLAIN = str.maketrans("“”‘’`‑–—", "\"\"'''---")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = {name[:size]: at for at, name in enumerate(_MONTHS, 1) for size in (3, len(name))} | {"sept": 9}
_MONTH_WORD = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(rf"\b(?:({_MONTH_WORD}) (\d{{1,2}})|(\d{{1,2}}) ({_MONTH_WORD}))(?!\d)")
_DAYS = re.compile(
    rf"\b(?:({_MONTH_WORD}) 0?(\d{{1,2}}) ?[-–—to]+ ?0?(\d{{1,2}})"
    rf"|0?(\d{{1,2}})(?:st|nd|rd|th)? ?[-–—to]+ ?0?(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTH_WORD}))(?!\d)"
)
_OF_YEAR = re.compile(
    rf"\b({_MONTH_WORD})(?: \d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})?)?,? (?:of |in )?((?:19|20)\d\d)\b"
)
_RELATIVE = re.compile(
    r"(?i)\b(next|last|this|coming|past|previous|earlier this|later this|later that) "
    r"(week|month|year|summer|autumn|spring|winter|weekend|quarter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)
_TODAY = re.compile(r"(?i)\b(today|yesterday|tomorrow|tonight)\b(?![’']s)")
_QUARTER = re.compile(r"(?i)\b(?:Q([1-4])|(first|second|third|fourth) quarter)\b")
_QUARTERS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_CLOCK = re.compile(r"(?i)\b(\d{1,2}(?:[:.]\d\d)?) ?([ap])\.?m\b\.?(?: (gmt|est|edt|utc|ist|bst|et|pt))?")


def fact_refusals(claim: str, text: str) -> Iterator[Refusal]:
    """What of a claim's numbers, dates and quotations the text of its source does not have."""
    yield from _quotations(claim, text)
    yield from _dates(claim, text)
    yield from _rates(claim, text)
    mine = quantities(claim)
    theirs = quantities(text) if mine else ()
    for number in mine:
        if (found := _number(number, claim, text, theirs)) is not None:
            yield found


def plain(text: str) -> str:
    """Text in lower case with plain quotation marks and dashes."""
    return " ".join(text.translate(_PLAIN).lower().split())


def quotations(text: str) -> tuple[str, ...]:
    """The quotations of a text, as `plain` gives them, without the marks around them."""
    return tuple(plain(found[1]).strip(" ,.;:") for found in (*_QUOTED.finditer(text), *_SINGLE.finditer(text)))


def _quotations(claim: str, text: str) -> Iterator[Refusal]:
    whole = plain(text)
    for words in quotations(claim):
        if words not in whole:
            yield Refusal("quotation", f"the source does not have the words “{words}”")


def _dates(claim: str, text: str) -> Iterator[Refusal]:
    whole = plain(text)
    for day in re.findall(r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", claim):
        if day.lower() not in whole:
            others = [one for one in _WEEKDAYS if one in whole]
            said = f"; it says {others[0].capitalize()}" if others else ""
            yield Refusal("date", f"the source does not say {day}{said}")
    days, months, years = _days(text), _months(text), set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text))
    for one in _days(claim) - days:
        yield Refusal("date", f"the source does not say {one[1]} {_MONTHS[one[0] - 1].capitalize()}")
    for month in _months(claim) - months:
        yield Refusal("date", f"the source does not say {_MONTHS[month - 1].capitalize()}")
    for year in re.findall(r"(?<![\d,.$£€-])(?:19|20)\d\d(?![\d,])", claim):
        if year not in years and f"{year[2:]}" not in re.findall(r"\d\d", text):
            yield Refusal("date", f"the source does not say {year}")
    pairs = _of_years(text)
    for pair in _of_years(claim):
        if pairs and pair not in pairs and any(other[0] == pair[0] for other in pairs):
            yield Refusal("date", f"the source does not say {_MONTHS[pair[0] - 1].capitalize()} {pair[1]}")
    yield from _relative(claim, whole)
    for clock in _CLOCK.finditer(claim):
        if not any(_same_clock(clock, other) for other in _CLOCK.finditer(text)):
            yield Refusal("date", f"the source does not say {clock[0]}")


def _same_clock(one: re.Match[str], other: re.Match[str]) -> bool:
    same = one[1].replace(".", ":") == other[1].replace(".", ":") and one[2].lower() == other[2].lower()
    return same and (not one[3] or (one[3] or "").lower() == (other[3] or "").lower())


def _relative(claim: str, text: str) -> Iterator[Refusal]:
    said = {_relation(found) for found in _RELATIVE.finditer(text)}
    units = {unit for _, unit in said}
    for found in _RELATIVE.finditer(claim):
        relation = _relation(found)
        if relation not in said and (relation[1] in units or relation[0] != "this"):
            yield Refusal("date", f"the source does not say “{found[0]}”")
    for found in _TODAY.finditer(claim):
        if found[1].lower() not in text:
            yield Refusal("date", f"the source does not say “{found[0]}”")
    quarters = {found[1] or _QUARTERS[found[2].lower()] for found in _QUARTER.finditer(text)}
    for found in _QUARTER.finditer(claim):
        if (found[1] or _QUARTERS[found[2].lower()]) not in quarters:
            yield Refusal("date", f"the source does not say {found[0]}")


def _relation(found: re.Match[str]) -> tuple[str, str]:
    which = found[1].lower()
    which = {"coming": "next", "past": "last", "previous": "last"}.get(which, which)
    return which.rpartition(" ")[2], found[2].lower()


def _month(word: str) -> int:
    low = word.lower().rstrip(".")
    return _MONTH.get(
        low, _MONTH.get(low[:3], 0) if low[:3] != "may" and _MONTHS[_MONTH.get(low[:3], 1) - 1].startswith(low) else 0
    )


def _months(text: str) -> set[int]:
    found = {_month(word) for word in re.findall(rf"\b{_MONTH_WORD}(?!\w)", text) if word != "May"}
    if re.search(
        r"\b(?:in|of|on|until|by|since|from|late|early|mid|last|next) May\b|\bMay (?:\d|of)|\d May\b|-May\b", text
    ):
        found.add(5)
    return found - {0}


def _days(text: str) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for one in _DAYS.finditer(text):
        month = _month(one[1] or one[6])
        for day in (one[2] or one[4], one[3] or one[5]):
            found.add((month, int(day)))
    for one in _DAY.finditer(text):
        found.add((_month(one[1] or one[4]), int(one[2] or one[3])))
    return {(month, day) for month, day in found if month}


def _of_years(text: str) -> set[tuple[int, str]]:
    return {(_month(found[1]), found[2]) for found in _OF_YEAR.finditer(text)} - {(0, "")}


def in_dates(text: str) -> list[tuple[int, int]]:
    """Spans of days, months, years and times of day, whose numbers count nothing."""
    spans = [found.span() for pattern in (_DAY, _DAYS, _OF_YEAR, _CLOCK, _QUARTER) for found in pattern.finditer(text)]
    return spans + [found.span() for found in re.finditer(r"(?<![\d,.$£€-])(?:19|20)\d\d(?![\d,])", text)]


def _number(number: Quantity, claim: str, text: str, theirs: tuple[Quantity, ...]) -> Refusal | None:
    if any(begin <= number.start < end for begin, end in in_dates(claim)):
        return None
    same = [other for other in theirs if other.value == number.value and (other.ordinal or not number.ordinal)]
    if not same and number.value == 1 and not number.unit:
        return None
    is_two = number.value == 2 and not number.ordinal and not number.unit
    if not same and is_two and re.search(r"(?i)\b(?:both|two|pair|twin)\b", text):
        return None
    if not same and (_is_half(number, text) or _is_converted(number, text, theirs)):
        return None
    if not same and (_is_fraction(number, text) or any(_is_rounded(number, other) for other in theirs)):
        return None
    if not same:
        return _other_number(number, theirs)
    is_age = claim[number.end : number.end + 4] in ("-old", " old")
    if number.ordinal or is_age or any(_same_unit(number, other) for other in same):
        return _bound(number, [other for other in same if _same_unit(number, other)] or same)
    other = same[0]
    return Refusal("unit", f"the source says {other.text}, not {number.text}")


_RATE = re.compile(
    r"(?i)(?:%|percent|pct|\d|dollars?|million|billion|mln|bln|pounds?)[^.,;]{0,12}?"
    r"\b(?:a|per|an|each) (second|minute|hour|day|week|month|year|person|unit)\b"
)


def _rates(claim: str, text: str) -> Iterator[Refusal]:
    """Rates with another unit of time: "25% a month" for "25% a year"."""
    said = {found[1].lower() for found in _RATE.finditer(text)}
    for found in _RATE.finditer(claim):
        if said and found[1].lower() not in said:
            yield Refusal("unit", f"the source does not say “a {found[1]}”")


_CONVERTED = {"day": ("hour", 24), "week": ("day", 7), "year": ("month", 12)}


def _is_converted(number: Quantity, text: str, theirs: tuple[Quantity, ...]) -> bool:
    """Whether a time is said in another unit: "24 hours" for "a day"."""
    if number.value == 1 and number.unit and re.search(rf"(?i)\b(?:an?|per|each) {number.unit}\b", text):
        return True
    for large, (small, factor) in _CONVERTED.items():
        if number.unit == small and number.value == factor and re.search(rf"(?i)\b(?:a|one) {large}\b", text):
            return True
        for other in theirs:
            if {number.unit, other.unit} == {large, small}:
                one, two = (number, other) if number.unit == large else (other, number)
                if one.value * factor == two.value:
                    return True
    return False


def _is_half(number: Quantity, text: str) -> bool:
    low = text.lower()
    return (number.value == 50 and number.unit == "percent" and " half " in low) or (
        number.unit == "year" and number.value == 25 and "quarter century" in low
    )


def _is_fraction(number: Quantity, text: str) -> bool:
    """Whether a fraction is in the text with nothing that it is a part of: "by around a third"."""
    parts = re.search(r"(?i)(?:third|quarter|fifth|sixth|tenth)s?\Z", number.text)
    return bool(parts and re.search(rf"(?i)\b{re.escape(number.text)}\b", text))


def _is_rounded(number: Quantity, other: Quantity) -> bool:
    """Whether a number is a longer one of the source to fewer places, at least two: "9.2 million" for 9,208,223."""
    digits = number.value.normalize()
    places = len(digits.as_tuple().digits)
    if number.ordinal or other.ordinal or places < 2 or not _same_unit(number, other):
        return False
    longer = len(other.value.normalize().as_tuple().digits) > places
    return longer and Context(prec=places, rounding=ROUND_HALF_UP).plus(other.value) == number.value


_SPEEDS = frozenset(("mph", "mile"))


def _same_unit(one: Quantity, other: Quantity) -> bool:
    if one.unit == other.unit or not one.unit:
        return True
    if {one.unit, other.unit} <= _SPEEDS:
        return True
    return not other.unit and one.unit in ("second",)


def _other_number(number: Quantity, theirs: tuple[Quantity, ...]) -> Refusal:
    near = [other for other in theirs if other.unit == number.unit and other.ordinal == number.ordinal]
    digits = "".join(sorted(str(number.value)))
    twins = [other for other in near if "".join(sorted(str(other.value))) == digits] or (near if len(near) == 1 else [])
    said = f"the source says {twins[0].text}, not {number.text}" if twins else f"the source does not say {number.text}"
    return Refusal("number", said)


_BOUNDS = {"most": "at most", "least": "at least", "more": "more than", "less": "less than", "about": "about"}


def _bound(number: Quantity, same: list[Quantity]) -> Refusal | None:
    bounds = {other.bound for other in same}
    if number.bound in bounds or (bounds & {""} and number.bound in ("", "about")):
        return None
    if number.bound == "" and bounds <= {"most"}:
        return Refusal("hedge", f"the source says “{_BOUNDS['most']}” of {number.text}")
    if number.bound and bounds <= {"", "about"} and number.bound != "about":
        return Refusal("number", f"the source does not say “{_BOUNDS[number.bound]} {number.text}”")
    if number.bound == "" or number.bound == "about":
        return None
    opposite = {
        "most": {"least", "more"},
        "least": {"most", "less"},
        "more": {"most", "less"},
        "less": {"least", "more"},
    }
    if bounds <= opposite[number.bound]:
        return Refusal("number", f"the source does not say “{_BOUNDS[number.bound]} {number.text}”")
    return None
