"""Which of a text's names become tags: the five to eight that it is about."""

from site_gen.ingesting.names.sighting import Names, Weighed
from site_gen.ingesting.names.tokens import tokens
from site_gen.model.seed import Entity, EntityKind

_FEWEST, _MOST = 5, 8
# What the headline, the lead and the paragraph after it add to a name that stands in them.
_HEADLINE, _LEAD, _SECOND = 1.0, 3.0, 0.8
_MENTIONS_COUNT = 5.0
# The weight from which a name is one that the text is about. A country is named in nearly every defence story, so it
# must be named more plainly than the rest.
_ENOUGH: dict[EntityKind, float] = {
    "country": 1.8,
    "person": 3.6,
    "organisation": 3.6,
    "equipment": 3.0,
    "place": 4.2,
    "topic": 3.4,
}
_AT_MOST: dict[EntityKind, int] = {"topic": 3, "place": 2, "country": 5}
# A country far behind the first one is scenery.
_COUNTRY_SHARE = 0.38
_PLAIN = 0.3


def choose_tags(names: Names, title: str) -> tuple[Entity, ...]:
    """The salient names, weightiest first: those of the headline, of the lead, and those named often.

    Up to eight; names below the mark make up the number to five, but never a
    country, which would mislead, nor a place named once.
    """
    heading = _padded(title)
    ranked = sorted(
        ((_score(weighed, title, heading), weighed) for weighed in names.weighed if _is_taggable(weighed)),
        key=lambda pair: (-pair[0], pair[1].word, pair[1].entity.kind, pair[1].canonical),
    )
    first_country = next((score for score, weighed in ranked if weighed.entity.kind == "country"), 0.0)
    salient: list[Weighed] = []
    rest: list[Weighed] = []
    for score, weighed in ranked:
        kind = weighed.entity.kind
        enough = max(_ENOUGH[kind], _COUNTRY_SHARE * first_country) if kind == "country" else _ENOUGH[kind]
        (salient if score >= enough else rest).append(weighed)
    chosen = _within_bounds([], salient, _MOST)
    if len(chosen) < _FEWEST:
        chosen = _within_bounds(chosen, [weighed for weighed in rest if _may_fill(weighed)], _FEWEST)
    return tuple(weighed.tag for weighed in chosen)


def _within_bounds(chosen: list[Weighed], offered: list[Weighed], most: int) -> list[Weighed]:
    """`chosen` and as many of `offered` as fit, no kind taking all the room."""
    taken = list(chosen)
    for weighed in offered:
        kind = weighed.entity.kind
        if len(taken) < most and sum(one.entity.kind == kind for one in taken) < _AT_MOST.get(kind, most):
            taken.append(weighed)
    return taken


def _may_fill(weighed: Weighed) -> bool:
    kind = weighed.entity.kind
    return kind != "country" and (kind != "place" or weighed.mentions > 1)


def _is_taggable(weighed: Weighed) -> bool:
    """Names in passing (a news agency, "Iraqi forces") are no tags; a country that only its navy hints at may be."""
    return weighed.entity.kind == "country" or weighed.weight >= _PLAIN * weighed.mentions


def _score(weighed: Weighed, title: str, heading: str) -> float:
    score = min(weighed.weight, _MENTIONS_COUNT)
    if weighed.paragraph < 2:
        score += _SECOND if weighed.paragraph else _LEAD
    if _is_in(title, heading, weighed.entity.name) or any(
        _is_in(title, heading, form) for form in weighed.entity.aliases
    ):
        score += _HEADLINE
    return score


def _is_in(title: str, heading: str, form: str) -> bool:
    # Most names are not in the headline at all; only the rest are compared word by word.
    return form in title and _padded(form) in heading


def _padded(text: str) -> str:
    """The words of `text`, so that one name is found in another text by whole words only."""
    return " ".join(("", *tokens(text), ""))
