"""What a site in several languages has not translated yet."""

from collections.abc import Sequence

from msgspec import Struct

from site_gen.indexing.translations import Text, groups_of
from site_gen.model.settings import Settings
from site_gen.text.language.site_languages import site_languages


class Untranslated(Struct, frozen=True):
    """The file of an original, the languages that it exists in, and those of the site that it lacks."""

    path: str
    languages: tuple[str, ...]
    missing: tuple[str, ...]


def untranslated(texts: Sequence[Text], settings: Settings) -> dict[str, Untranslated]:
    """The originals that lack a language of the site, by their files. A draft counts: somebody is at work on it."""
    wanted = (settings.language, *site_languages(settings).others)
    groups, _ = groups_of(texts, settings)
    found = {group.original: tuple(group.languages.values()) for group in groups}
    grouped = {path for group in groups for path in group.languages}
    found |= {
        text.source.path: (text.language or settings.language,) for text in texts if text.source.path not in grouped
    }
    return {
        path: Untranslated(path, languages, missing)
        for path, languages in found.items()
        if (missing := tuple(tag for tag in wanted if tag not in languages))
    }
