"""Addresses on the site. One that ends with `/` is the file index.html there, any other is a file itself."""

from site_gen.indexing.editions import prefix_of
from site_gen.indexing.known_tags import KnownTags
from site_gen.model.post import Entry
from site_gen.model.settings import Settings
from site_gen.text.slug import fold, slugify


class PostAddresses:
    """The addresses of posts by the `permalink` pattern of the settings."""

    __slots__ = ("_pattern", "_sections", "_settings")

    def __init__(self, settings: Settings) -> None:
        self._pattern, self._settings = settings.permalink, settings
        self._sections = _sections(settings) if "{section}" in self._pattern else {}

    def of(self, entry: Entry) -> str:
        """A post's address, by the day in its file. Without a section, that part of the address is left out."""
        day = entry.day
        url = self._pattern.format(
            year=f"{day.year:04d}",
            month=f"{day.month:02d}",
            day=f"{day.day:02d}",
            slug=entry.slug,
            type=entry.front.type,
            section=self._section_of(entry),
        )
        url = url.replace("//", "/")
        return prefix_of(entry.language, self._settings) + url if entry.language else url

    def _section_of(self, entry: Entry) -> str:
        found = (self._sections.get(fold(tag), "") for tag in entry.front.tags) if self._sections else ()
        return next(filter(None, found), "")


def configured_slug(key: str, settings: Settings) -> str:
    """The slug of a tag that the settings describe, by its key there."""
    return settings.tags[key].slug or slugify(key, language=settings.language)


def tag_slug(name: str, settings: Settings) -> str:
    """The slug of a tag, by any of the names that the settings give it."""
    folded = fold(name)
    for key, tag in settings.tags.items():
        if folded in {fold(key), fold(tag.name), *map(fold, (*tag.names.values(), *tag.aliases))}:
            return configured_slug(key, settings)
    return slugify(name, language=settings.language)


def section_slugs(name: str, settings: Settings) -> tuple[str, ...]:
    """The slugs that the tag of a section may have: that of its name, and that of the name to show of what it means."""
    shown = KnownTags((), settings.language).name_of(fold(name), True)
    own = tag_slug(name, settings)
    return (own, slugify(shown, language=settings.language)) if shown else (own,)


def _sections(settings: Settings) -> dict[str, str]:
    """The slug of each section, by all folded names that posts may use for it."""
    found = {fold(name): tag_slug(name, settings) for name in settings.sections}
    known = KnownTags((), settings.language)
    found |= {fold(shown): slug for name, slug in tuple(found.items()) if (shown := known.name_of(name, True))}
    slugs = set(found.values())
    for key, tag in settings.tags.items():
        slug = configured_slug(key, settings)
        if slug in slugs:
            found |= {fold(name): slug for name in (key, tag.name, *tag.names.values(), *tag.aliases) if name}
    return found


NOT_FOUND_PAGE = "/404/"  # the address of content/pages/404.md, whose text is shown at /404.html


def term_url(slug: str, prefix: str = "") -> str:
    """A tag's address; `prefix` is the folder of its edition's addresses."""
    return f"{prefix}/tags/{slug}/"


def thread_url(slug: str, prefix: str = "") -> str:
    """A developing story's address."""
    return f"{prefix}/threads/{slug}/"


def year_url(year: int, prefix: str = "") -> str:
    """A year's address."""
    return f"{prefix}/{year:04d}/"


def month_url(year: int, month: int, prefix: str = "") -> str:
    """A month's address."""
    return f"{prefix}/{year:04d}/{month:02d}/"


def page_url(base: str, number: int) -> str:
    """The address of a page of a list."""
    return base if number == 1 else f"{base}page/{number}/"
