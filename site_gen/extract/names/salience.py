"""Which names of a text become tags: the three to eight that it is about, the most significant first."""

from site_gen.extract.names.sighting import Names, Weighed
from site_gen.extract.names.tokens import tokens
from site_gen.model.seed import Entity, EntityKind

_FEWEST, _USUAL, _MOST = 3, 5, 8
# What the headline, the lead and the words after it add to the score of a name in them. The lead ends with its
# paragraph, or after so many words where one paragraph is the whole text.
_HEADLINE, _LEAD, _SECOND = 1.0, 3.0, 0.8
_LEAD_WORDS, _SECOND_WORDS = 50, 110
# Beats are mentioned in passing more often than names.
_TOPIC_LEAD_WORDS = 32
_MENTIONS_COUNT = 5.0
# The score from which the text is about a name. A country is named in nearly every defence story, so it must be named
# more plainly than the rest.
_ENOUGH: dict[EntityKind, float] = {
    "country": 1.8,
    "person": 3.6,
    "organisation": 3.6,
    "equipment": 3.0,
    "place": 4.2,
    "topic": 3.4,
}
# The least scores of names that fill up the number: named more than twice, or near the lead and again; to reach the
# fewest tags, named twice is enough.
_FILLING, _FILLING_FEWEST = 2.5, 1.8
_AT_MOST: dict[EntityKind, int] = {"topic": 3, "place": 2, "country": 5}
# A country with less than this share of the first one's score is scenery.
_COUNTRY_SHARE = 0.38
_PLAIN = 0.3
# The first letter of the scripts of Japanese, Chinese and Korean, which join words to each other or to particles.
_UNSPACED = "\u3040"
# The country that most defence stories name, whatever they are about: any other one is more significant.
_SCENERY = "USA"
# A place that fills up the number is in the lead, or named as often.
_PLAIN_PLACE = 4.0
_PLAIN_TOPIC = 1.0
_FEWEST_OF_SURNAME = 2
_FEWEST_OF_DATELINE = 2


def choose_tags(names: Names, title: str, *, dateline: str = "", exclude: tuple[str, ...] = ()) -> tuple[Entity, ...]:
    """The salient names, the most significant first: those of the headline, of the lead, and those named often.

    Up to eight; names with lower scores fill up the number to five or three, but never a country, which would mislead.
    `exclude` are those who wrote or sent the text, who are not tags. The place of the `dateline` is where the reporter
    was; it is a tag only if the text names it twice.
    """
    heading = _padded(title)
    folded = {name.casefold() for name in exclude}
    ranked = sorted(
        (
            (_score(weighed, names, title, heading), weighed)
            for weighed in names.weighed
            if _is_taggable(weighed) and not _is_one_of(weighed, folded) and not _is_sent_from(weighed, dateline)
        ),
        key=lambda pair: (-pair[0], pair[1].word, pair[1].entity.kind, pair[1].canonical),
    )
    first_country = next((score for score, weighed in ranked if weighed.entity.kind == "country"), 0.0)
    salient: list[Weighed] = []
    rest: list[tuple[float, Weighed]] = []
    for score, weighed in ranked:
        kind = weighed.entity.kind
        enough = max(_ENOUGH[kind], _COUNTRY_SHARE * first_country) if kind == "country" else _ENOUGH[kind]
        if score >= enough:
            salient.append(weighed)
        elif _may_fill(weighed) and (kind != "place" or score >= _PLAIN_PLACE):
            rest.append((score, weighed))
    chosen = _within_bounds([], salient, _MOST)
    for most, least in ((_USUAL, _FILLING), (_FEWEST, _FILLING_FEWEST)):
        if len(chosen) < most:
            chosen = _within_bounds(chosen, [one for score, one in rest if score >= least and one not in chosen], most)
    return tuple(weighed.tag for weighed in _most_telling_first(chosen, names, title))


def _most_telling_first(chosen: list[Weighed], names: Names, title: str) -> list[Weighed]:
    """The tags with a name of the lead before a topic and before the country that the text is mostly about.

    The country stays first if the headline begins with its name: "Poland to buy helicopters".
    """
    nation = names.nation.code
    if not chosen or not _is_general(chosen[0], nation, title):
        return chosen
    for at, weighed in enumerate(chosen):
        if _is_in_lead(weighed, names, _LEAD_WORDS) and _is_telling(weighed, nation, title):
            return [weighed, *chosen[:at], *chosen[at + 1 :]]
    return sorted(chosen, key=lambda weighed: weighed.entity.kind == "topic")


def _is_general(weighed: Weighed, nation: str, title: str) -> bool:
    entity = weighed.entity
    if entity.kind == "country":
        return entity.iso3 == nation and not title.startswith(entity.name)
    return entity.kind == "topic"


def _is_telling(weighed: Weighed, nation: str, title: str) -> bool:
    is_other_country = weighed.entity.kind == "country" and nation not in ("", _SCENERY)
    return not is_other_country and not _is_general(weighed, nation, title)


def _is_sent_from(weighed: Weighed, dateline: str) -> bool:
    is_place = weighed.entity.kind == "place" and weighed.mentions < _FEWEST_OF_DATELINE
    return is_place and weighed.canonical.casefold() in dateline.casefold()


def _is_one_of(weighed: Weighed, folded: set[str]) -> bool:
    entity = weighed.entity
    return bool(folded) and any(form.casefold() in folded for form in (entity.name, weighed.canonical, *entity.aliases))


def _within_bounds(chosen: list[Weighed], offered: list[Weighed], most: int) -> list[Weighed]:
    """`chosen` and as many of `offered` as fit, with a limit for each kind."""
    taken = list(chosen)
    for weighed in offered:
        kind = weighed.entity.kind
        if len(taken) < most and sum(one.entity.kind == kind for one in taken) < _AT_MOST.get(kind, most):
            taken.append(weighed)
    return taken


def _may_fill(weighed: Weighed) -> bool:
    kind = weighed.entity.kind
    if kind == "topic":
        return weighed.weight >= _PLAIN_TOPIC
    return kind != "country"


def _is_taggable(weighed: Weighed) -> bool:
    """False for names in passing (a news agency, "Iraqi forces"), but not for a country that only its navy hints at.

    Also false for a person who is named once and never in full.
    """
    if weighed.entity.kind == "person" and " " not in weighed.canonical and weighed.mentions < _FEWEST_OF_SURNAME:
        return False
    return weighed.entity.kind == "country" or weighed.weight >= _PLAIN * weighed.mentions


def _is_in_lead(weighed: Weighed, names: Names, words: int) -> bool:
    """Whether a name is in the lead or in a title above it, where a person may be the author and does not count."""
    is_above = weighed.paragraph < names.lead and weighed.entity.kind != "person"
    return (is_above or weighed.paragraph == names.lead) and weighed.word < names.lead_word + words


def _score(weighed: Weighed, names: Names, title: str, heading: str) -> float:
    score = min(weighed.weight, _MENTIONS_COUNT)
    lead_words = _TOPIC_LEAD_WORDS if weighed.entity.kind == "topic" else _LEAD_WORDS
    if _is_in_lead(weighed, names, lead_words):
        score += _LEAD
    elif weighed.paragraph < names.lead + 2 and weighed.word < names.lead_word + _SECOND_WORDS:
        score += _SECOND
    if _is_in(title, heading, weighed.entity.name) or any(
        _is_in(title, heading, form) for form in weighed.entity.aliases
    ):
        score += _HEADLINE
    return score


def _is_in(title: str, heading: str, form: str) -> bool:
    # Most names are not in the headline; only the others are compared word by word, where the script has words.
    return form in title and (form[0] >= _UNSPACED or _padded(form) in heading)


def _padded(text: str) -> str:
    """The words of `text` between spaces, so that a name is found in it by whole words only."""
    return " ".join(("", *tokens(text), ""))
