"""Warnings: problems that keep nothing from being published."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from site_gen.images.derive import maker
from site_gen.indexing.editions import edition_tag
from site_gen.indexing.index import Indexed
from site_gen.model.ledger import ThemeFact
from site_gen.model.post import TagEntry
from site_gen.model.problem import Problem, ValueProblem
from site_gen.model.settings import Settings
from site_gen.pages.home import idle_sections
from site_gen.pages.redirect import idle_redirects
from site_gen.parsing.oddities import early_dates
from site_gen.pipeline.excerpts import with_excerpts
from site_gen.pipeline.phrases import missing_strings, untranslated_templates
from site_gen.pipeline.read import Sources
from site_gen.pipeline.settings import SETTINGS
from site_gen.pipeline.strays import strays
from site_gen.text.did_you_mean import did_you_mean
from site_gen.text.extras import how_to_install
from site_gen.text.language.tags import canonical
from site_gen.theming.theme import Theme


class Notices(Struct, frozen=True):
    """Warnings of a build; `kept` are those that a build of the same files would give again.

    `ignored` are files that nothing reads, `external` are warnings whose cause is outside of the site.
    """

    ignored: tuple[Problem, ...]
    kept: tuple[Problem, ...]
    external: tuple[Problem, ...]

    @property
    def all(self) -> tuple[Problem, ...]:
        """All of them."""
        return self.ignored + self.kept + self.external


def notices_of(
    root: Path,
    passed: Iterable[str],
    sources: Sources,
    indexed: Indexed,
    theme: Theme,
    checked: ThemeFact,
    lost: tuple[Problem, ...],
) -> Notices:
    """The warnings of a site that is built or shown; `passed` are files of content/ that nothing reads.

    `lost` are those of addresses that would vanish.
    """
    of_texts = [warning for fact in sources.facts.values() for warning in fact.warnings]
    site = indexed.site
    zone = ZoneInfo(site.settings.timezone)
    published = (entry for one in indexed.every_edition for entry in one.published)
    dated = (entry for entry in published if entry.front.updated or entry.front.corrections)
    early = [warning for entry in dated for _, warning in early_dates(entry, site.as_of, zone)]
    kept: list[Problem | ValueProblem] = [
        *checked.warnings,
        *of_texts,
        *early,
        *indexed.notices,
        *lost,
        *_idle_tag_texts(sources.tags, indexed),
    ]
    kept += _languages_of_names(sources, site.settings)
    kept += [*_idle_sections(indexed), *idle_redirects(site), *_foreign_words(site.settings, theme)]
    languages = [edition.settings.language for edition in site.every_edition]
    phrases = (*site.phrases, *theme.phrases)
    kept += missing_strings(languages, phrases, site.settings)
    kept += untranslated_templates(languages, phrases, theme)
    return Notices(strays(root, passed), tuple(sorted(with_excerpts(root, kept))), _lone_sizes(sources))


def _foreign_words(settings: Settings, theme: Theme) -> tuple[ValueProblem, ...]:
    """A warning where the site's language is none of those that a theme of its own says it is written in.

    The program's themes say all by strings, and so do not say it.
    """
    base = theme.templates.get("base.html")
    languages = [language.partition("-")[0].lower() for language in theme.languages]
    wanted = settings.language.partition("-")[0].lower()
    if wanted in languages or not languages or base is None or base.path.startswith(theme.own):
        return ()
    what = f"The site's language is '{settings.language}', but the theme's own words are {_named(theme.languages)}."
    hint = (
        f"Translate its templates in a theme of your own that says 'languages: [{wanted}]' in its theme.yaml; "
        "your texts and dates stay as they are."
    )
    return (ValueProblem(SETTINGS, ("language",), what, hint),)


def _named(languages: tuple[str, ...]) -> str:
    return "English" if languages == ("en",) else "in " + " and ".join(f"'{one}'" for one in languages)


def _languages_of_names(sources: Sources, settings: Settings) -> Iterator[Problem]:
    """Files that are named like a translation of the one beside them, but whose language is none of the site."""
    texts = {text.source.path: text.language for text in sources.posts}
    texts |= {text.source.path: text.language for text in sources.pages}
    for path, language in texts.items():
        name, dot, tag = path.removesuffix(".md").rpartition(".")
        tag = canonical(tag) if dot else ""
        if tag and f"{name}.md" in texts and tag not in (language, settings.language, *settings.languages):
            what = f"The language '{tag}', which the file's name says, is none of the site: it is not a translation."
            hint = f"Add '{tag}' to 'languages:' in site.yaml, or write 'language: {tag}' and 'translation_of:'."
            yield Problem(path, 0, 0, what, hint)


def _idle_tag_texts(tags: tuple[TagEntry, ...], indexed: Indexed) -> Iterator[Problem]:
    """Texts in content/tags/ that no published tag shows."""
    settings = indexed.site.settings
    used = {(one.site.edition, term.ref.slug) for one in indexed.every_edition for term in one.site.terms}
    for tag in tags:
        edition = edition_tag(tag.language, settings)
        if (edition, tag.slug) not in used:
            of_language = f" in the language '{edition}'" if edition else ""
            what = f"No published post{of_language} has a tag with the slug '{tag.slug}'."
            yield Problem(tag.source.path, 0, 0, what, "It is shown nowhere.")


def _idle_sections(indexed: Indexed) -> Iterator[ValueProblem]:
    """Sections of the front page whose tag no published post has."""
    idle = [idle_sections(one.site) for one in indexed.every_edition]
    for name in (name for name in idle[0] if all(name in others for others in idle)):
        hint = did_you_mean(name, sorted(term.ref.name for term in indexed.site.terms), "The section is not shown.")
        what = f"No published post has the tag '{name}'."
        at = indexed.site.settings.sections.index(name)
        yield ValueProblem(SETTINGS, ("sections", at), what, hint)


def _lone_sizes(sources: Sources) -> tuple[Problem, ...]:
    """A warning where pictures are shown in one size because Pillow is missing."""
    photographs = [path for path, picture in sources.pictures.items() if picture.fact.kind not in ("svg", "ico")]
    if not photographs or maker():
        return ()
    what = "Pillow is not installed: pictures are shown in the one size they have, and posts share the site's card."
    return (Problem(min(photographs), 0, 0, what, f"Install it: {how_to_install('images')}"),)
