"""Which country a text is about, and so whose army "the Army" is."""

from bisect import bisect_left

from msgspec import Struct

from site_gen.extract.names.gazetteer import FormUse
from site_gen.extract.names.sighting import Nation, Sighting

# How much a mention shows that the text is about the country. A body of the country (`hint`) shows much.
_EVIDENCE: dict[FormUse, float] = {
    "name": 1.0,
    "demonym": 1.0,
    "capital": 0.7,
    "metonym": 0.7,
    "hint": 1.0,
    "located": 0.2,
    "address": 0.3,
    "doubtful": 0.3,
}
# Uses that name a country so plainly that a service named soon after is probably that country's.
_PLAIN = frozenset(("name", "demonym", "capital", "metonym", "hint"))
_LEAD_WORDS = 60
_LEAD_COUNTS = 2.0
_FIRST_NAMED = 1.0
_DATELINE = 1.5
# From this share of the first country's weight, a second one may be meant where it was named last.
_RIVAL = 0.5
# From this share, it is uncertain whose army is meant.
_CLOSE = 0.8


def leading_nation(sightings: list[Sighting], dateline: str) -> Nation:
    """The country that a text is most about; `dateline` is the code of the country that the text was sent from."""
    weights: dict[str, float] = {}
    for sighting in sightings:
        evidence = _EVIDENCE.get(sighting.use, 0.0) if sighting.kind == "country" else 0.0
        if evidence and sighting.iso3:
            counts = _LEAD_COUNTS if sighting.word < _LEAD_WORDS else 1.0
            weights[sighting.iso3] = weights.get(sighting.iso3, 0.0) + evidence * counts
    for first in list(weights)[:1]:
        weights[first] += _FIRST_NAMED
    if dateline:
        weights[dateline] = weights.get(dateline, 0.0) + _DATELINE
    ranked = sorted(weights, key=lambda code: -weights[code])
    if not ranked:
        return Nation()
    share = weights[ranked[1]] / weights[ranked[0]] if len(ranked) > 1 else 0.0
    return Nation(ranked[0], ranked[1] if share >= _RIVAL else "", share >= _CLOSE)


class Turns(Struct, frozen=True):
    """The mentions of the two countries that a text's services may belong to: places and codes, in order."""

    words: tuple[int, ...]
    codes: tuple[str, ...]


def turns_between(nation: Nation, sightings: list[Sighting]) -> Turns:
    """All plain mentions of a nation and its rival; none where there is no rival."""
    two = (nation.code, nation.rival) if nation.rival else ()
    named = sorted(
        (sighting.word, sighting.iso3)
        for sighting in sightings
        if sighting.iso3 in two and sighting.kind == "country" and sighting.use in _PLAIN
    )
    return Turns(tuple(word for word, _ in named), tuple(code for _, code in named))


def nation_at(word: int, nation: Nation, turns: Turns) -> str:
    """The code of the country whose service is named at a word: of two possible ones, the one named last."""
    at = bisect_left(turns.words, word)
    return turns.codes[at - 1] if at else nation.code
