"""Remove days and hours from a sentence before parsing: a headline omits them, and they mislead the parser."""

import re

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_HOURS = (
    r"(?: (?:morning|afternoon|evening|night)"
    r"| at \d{1,2}(?:[:.]\d\d(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)(?: [A-Z]{2,4}\b)?)"
)
_DATE = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})?"
    rf"|\d{{1,2}}(?: ?[-–] ?\d{{1,2}})? {_MONTH})(?:,? (?:19|20)\d\d)?"
)
# "by Friday", "until May 5", "the events of 1 March" are not days on which it was said or done.
_NOT_AFTER = (
    r"(?<!\bby)(?<!until)(?<!through)(?<!\btill)(?<!\bthan)(?<!since)(?<!\bfrom)(?<!\bof)(?<!before)(?<!after)(?<!between)(?<!\bto)(?<!\bthe)(?<!\band)(?<!\ba)(?<!\ban"
    r")"
)
_ON_DAY = re.compile(
    rf",?{_NOT_AFTER} (?:(?:late|early|earlier) )?on {_DAY}{_HOURS}?(?:, {_DATE})?,?(?= [a-z]|[.,]|\Z)"
    rf"|,?{_NOT_AFTER} (?:on )?{_DAY}, {_DATE},?(?=[ .,]|\Z)"
)
_BARE_DAY = re.compile(
    rf"(?<=[a-z]){_NOT_AFTER} (?:(?:late|early) )?{_DAY}{_HOURS}?(?= (?:that|in|at|to|he|she|it|they|the|a|an"
    rf"|after|as|with|by|for|his|her|its|their)\b|[.,])"
)
_ON_DATE = re.compile(
    rf",?{_NOT_AFTER}(?: (?:late |early )?on)? {_DATE}(?=[.,;]|\Z| (?:in|at|to|on|with|for|by|after|as|that|the|a"
    rf"|an|and|following|of|near)\b)"
)
_FIRST = re.compile(rf"^(?:(?:Late|Early) )?[Oo]n {_DAY}{_HOURS}?(?:,? {_DATE})?,? |^[Oo]n {_DATE},? (?=[A-Za-z])")


def without_days(sentence: str) -> str:
    """The sentence without the days on which something was said or done."""
    text = _FIRST.sub("", sentence)
    text = text[:1].upper() + text[1:]
    for pattern in (_ON_DAY, _BARE_DAY, _ON_DATE):
        text = pattern.sub(lambda found: found[0] if _is_needed(found) else _comma(found), text)
    return text if len(text) > len(sentence) // 2 else sentence


def _comma(found: re.Match[str]) -> str:
    """The comma to keep: the one after a day, or one before it that closes an aside; not the two around it."""
    closes = found[0].startswith(",") and not found[0].endswith(",")
    if closes and re.match(r" [a-z]", found.string[found.end() :]) and ", wh" in found.string[: found.start()]:
        return ","
    return "," if found[0].endswith(",") and not found[0].startswith(",") else ""


_LIMIT = re.compile(r"\b(?:not|never|only|no|nor|without|cannot)\b|n[’']t\b")


_ELSEWHERE = re.compile(r" and (?:to|in|at|will|then)\b")
"""A second action, not a second day."""


def _is_needed(found: re.Match[str]) -> bool:
    """Whether a day is negated, limited or quoted, or is one of several."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    is_quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    clause = re.split(r"[,;:]|\b(?:and|but|that)\b", before)[-1]
    several = after.startswith((" and ", " or ", " 1", " 2")) and not _ELSEWHERE.match(after)
    return is_quoted or bool(_LIMIT.search(clause)) or several
