"""The names of a text's things in the language of the site."""

from site_gen.extract.names.sighting import Names
from site_gen.model.seed import Entity
from site_gen.text.known_names import shown_name


def shown_entities(names: Names, language: str) -> tuple[Entity, ...]:
    """The entities of a text, those that have a name in the site's `language` under it; others as the text has them."""
    if language in ("", "en"):
        return names.entities
    return tuple(_shown(one.entity, one.canonical, language) for one in names.weighed)


def shown_tags(tags: tuple[Entity, ...], language: str) -> tuple[Entity, ...]:
    """Tags with canonical names under those of the site's `language`, where it has any."""
    if language in ("", "en"):
        return tags
    return tuple(_shown(tag, tag.name, language) for tag in tags)


def _shown(entity: Entity, canonical: str, language: str) -> Entity:
    own = shown_name(entity.kind, canonical, language)
    if own in (entity.name, canonical):
        return entity
    forms = dict.fromkeys((entity.name, canonical, *entity.aliases))
    return Entity(own, entity.kind, entity.iso3, tuple(form for form in forms if form != own))
