"""Which of a text's names become tags: the five to eight that it is about."""

from site_gen.ingesting.names.sighting import Names, Weighed
from site_gen.model.seed import Entity

_MOST = 8


def choose_tags(names: Names, title: str) -> tuple[Entity, ...]:
    """The salient names, weightiest first: those of the headline, those named early and those named often."""
    scored = [(_score(weighed, title), weighed) for weighed in names.weighed]
    scored.sort(key=lambda pair: (-pair[0], pair[1].word, pair[1].entity.kind))
    return tuple(_tag(weighed) for _, weighed in scored[:_MOST])


def _score(weighed: Weighed, title: str) -> float:
    forms = (weighed.entity.name, *weighed.entity.aliases)
    headline = 2.0 if any(form in title for form in forms) else 0.0
    early = 2.0 / (1 + weighed.paragraph)
    return weighed.weight + headline + early


def _tag(weighed: Weighed) -> Entity:
    entity, name = weighed.entity, weighed.canonical
    aliases = tuple(form for form in (entity.name, *entity.aliases) if form != name)
    return Entity(name, entity.kind, entity.iso3, aliases)
