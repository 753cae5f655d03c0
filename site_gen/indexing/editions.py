"""The parts of a site by language: each with its own address, settings and posts."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from site_gen.model.post import Entry, PageEntry, TagEntry
from site_gen.model.settings import LanguageSettings, Settings, TagSettings
from site_gen.text.language.site_languages import site_languages
from site_gen.text.language.tags import primary
from site_gen.text.slug import slugify

_Entry = TypeVar("_Entry", Entry, PageEntry, TagEntry)


class Edition(Struct, frozen=True):
    """The part of the site in one language: its tag, the folder of its addresses, the settings as its pages show them.

    Tag and folder of the site's own language are "".
    """

    language: str
    prefix: str
    settings: Settings


def editions_of(settings: Settings) -> tuple[Edition, ...]:
    """The editions of a site, that in its own language first. Without `languages` the settings are its own."""
    if not settings.languages and not any(tag.names for tag in settings.tags.values()):
        return (Edition("", "", settings),)
    own = settings.language
    first = Edition("", "", _localised(settings, own, settings.languages.get(own, LanguageSettings()), False))
    others = (
        Edition(tag, _prefix(tag), _localised(settings, tag, settings.languages[tag], True))
        for tag in other_languages(settings)
    )
    return (first, *others)


def other_languages(settings: Settings) -> tuple[str, ...]:
    """The languages of a site besides its own."""
    return site_languages(settings).others


def edition_tag(language: str, settings: Settings) -> str:
    """The edition that a text in a language belongs to; "" for that of the site's own, which has all others, too.

    A region that is no edition itself belongs to the edition of its language: `pt` to `pt-BR` and the reverse.
    """
    if not language or not settings.languages:
        return ""
    others = other_languages(settings)
    if language in others:
        return language
    if primary(language) == primary(settings.language):
        return ""
    return next((tag for tag in others if primary(tag) == primary(language)), "")


def prefix_of(language: str, settings: Settings) -> str:
    """The folder of the addresses of texts in a language: "" or, for example, "/uk"."""
    tag = edition_tag(language, settings)
    return _prefix(tag) if tag else ""


def foreign(language: str, edition: Edition) -> str:
    """The language of a text where its edition's pages must name it: where it is not theirs."""
    return "" if language in (edition.language, primary(edition.language)) else language


def by_edition(entries: Iterable[_Entry], settings: Settings) -> dict[str, tuple[_Entry, ...]]:
    """The entries of each edition, by its tag, in their order; `settings` are those of the whole site."""
    parts: dict[str, list[_Entry]] = {}
    for entry in entries:
        parts.setdefault(edition_tag(entry.language, settings), []).append(entry)
    return {tag: tuple(part) for tag, part in parts.items()}


def _prefix(tag: str) -> str:
    return f"/{tag.lower()}"


def _localised(settings: Settings, tag: str, own: LanguageSettings, other: bool) -> Settings:
    """The settings of an edition. Its tags have the same slugs as those of all others, so that pages can be paired."""
    tags = {
        key: replace(
            one,
            name=_display_name(one, tag),
            aliases=tuple(dict.fromkeys((*one.aliases, *filter(None, (one.name, *one.names.values()))))),
            slug=one.slug or slugify(key, language=settings.language),
        )
        for key, one in settings.tags.items()
    }
    return replace(
        settings,
        language=tag,
        title=own.title or settings.title,
        tagline=own.tagline or settings.tagline,
        menu=own.menu if other else (own.menu or settings.menu),
        tags=tags,
    )


def _display_name(tag: TagSettings, language: str) -> str:
    return tag.names.get(language) or tag.names.get(primary(language)) or tag.name
