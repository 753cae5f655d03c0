"""Splits text into sentences by a language's table; English by its own rules."""

import re
from functools import cache, lru_cache

from site_gen.extract.languages.language import Language, Sentences
from site_gen.extract.languages.words import any_of, anywhere
from site_gen.text import sentences as english

_CLOSING = "\"'”’»)\\]“‘』」"
_CLOSING_DENSE = ")）\\]］】〕"
"""What may follow a stop where no blank does, besides the language's own closing quotation marks."""
_NEXT = re.compile(r"\s*([(\[\"“„«'‘¿¡—–-]*)\s*(\S)")
_INITIAL = re.compile(r"(?:^|[\s(«„“\"-])[^\W\d_]\Z")
_ORDINAL = re.compile(r"(?<![\w.,:/–-])\d{1,3}\Z")
_LONGEST_QUOTATION = 600
_LOOK_BACK = 24
"""Characters in which an abbreviation is looked for."""


@lru_cache(maxsize=256)  # headline, summary, date and names split the same paragraphs
def sentences_of(text: str, language: Language) -> tuple[str, ...]:
    """The sentences of one paragraph, in order, stripped."""
    if language.table is None:
        return english.sentences(text)
    rules = language.table.sentences
    spans = _quotations(text, rules.quotes)
    found, begin = [], 0
    for stop in _stops(rules).finditer(text):
        if any(first < stop.end() <= last for first, last in spans) or not _ends(text, stop, rules):
            continue
        found.append(text[begin : stop.end()].strip())
        begin = stop.end()
    rest = text[begin:].strip()
    return tuple(sentence for sentence in (*found, rest) if sentence)


@cache
def _stops(rules: Sentences) -> re.Pattern[str]:
    stops = re.escape(rules.stops)
    if rules.spaced:
        return re.compile(rf"(?<![{stops}])[{stops}]+[{_CLOSING}]*(?=\s)")
    marks = re.escape("".join(pair[1] for pair in rules.quotes))
    return re.compile(rf"(?<![{stops}])[{stops}]+[{marks}{_CLOSING_DENSE}]*(?P<blank>\s*)")


@cache
def _shortened(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Where an abbreviation with its full stops is; "z. B." may be written "z.B."."""
    bare = tuple(phrase.rstrip(".") for phrase in phrases)
    pattern = any_of(bare).replace(r"\.\s+", r"\.\s*")
    return re.compile(rf"(?<![\w.])(?:{pattern})\.", re.IGNORECASE)


def _within(text: str, place: int, phrases: tuple[str, ...]) -> str:
    """The abbreviation that the full stop at a place belongs to, up to its own last one; empty for none."""
    pattern = _shortened(phrases)
    found = (match for match in pattern.finditer(text, max(0, place - _LOOK_BACK), place + _LOOK_BACK))
    return next((match.group() for match in found if match.start() < place < match.end()), "")


def ends_shortened(text: str, rules: Sentences) -> bool:
    """Whether the full stop at the end of a text belongs to an abbreviation or a unit: "у 2021 р."."""
    place = len(text) - 1
    return text.endswith(".") and any(_within(text, place, words) for words in (rules.abbreviations, rules.units))


def _ends(text: str, stop: re.Match[str], rules: Sentences) -> bool:
    """Whether a stop is the end of a sentence."""
    following = _NEXT.match(text, stop.end())
    if following is None:
        return True
    first = following[2]
    if rules.cased and first.islower():
        return False
    is_quoted = stop.group().rstrip()[-1] not in rules.stops
    if is_quoted and anywhere(rules.continuations).match(text, stop.end()):
        return False
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    before = text[max(0, stop.start() - _LOOK_BACK) : stop.start()]
    if _within(text, stop.start(), rules.abbreviations):
        return False
    if _INITIAL.search(before) and (before[-1].isupper() or not rules.cased):
        return False
    if rules.ordinals and _ORDINAL.search(before):
        return False
    unit = _within(text, stop.start(), rules.units)
    is_last = bool(unit) and before.endswith(unit[:-1])
    return not unit or (is_last and not first.isdigit())


def _quotations(text: str, pairs: tuple[str, ...]) -> list[tuple[int, int]]:
    """The spans within quotation marks; a mark that is not closed within 600 characters opens nothing."""
    spans = []
    for pair in pairs:
        opened, closed = pair[0], pair[1]
        pattern = rf"{re.escape(opened)}[^{re.escape(opened + closed)}]{{0,{_LONGEST_QUOTATION}}}{re.escape(closed)}"
        # The end is that of the quoted words: a stop right before the mark is outside, so that it can end a sentence.
        spans += [(found.start(), found.end() - 1) for found in re.finditer(pattern, text)]
    return spans
