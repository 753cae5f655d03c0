"""A theme, assembled from the site's own templates, the theme and its parents."""

import hashlib
from collections.abc import Mapping
from importlib import resources

from msgspec import Struct

from site_gen.model.language import Phrases
from site_gen.model.theme import OptionValue, StaticFile, Stylesheet, Template, ThemeFolder

REQUIRED = (
    "404.html",
    "archive.html",
    "home.html",
    "month.html",
    "page.html",
    "post.html",
    "tag.html",
    "tags.html",
    "year.html",
)
BUILT_IN = (
    "_corrections.html",
    "_thread.html",
    "atom.xml",
    "corrections.html",
    "coverage.html",
    "favicon.svg",
    "feeds.html",
    "headers.txt",
    "rules.txt",
    "key.txt",
    "llms.txt",
    "news-sitemap.xml",
    "opensearch.xml",
    "post.md",
    "redirect.html",
    "robots.txt",
    "rss.xml",
    "search.html",
    "security.txt",
    "site.webmanifest",
    "sitemap.xml",
    "sitemapindex.xml",
    "thread.html",
)
PARTS = (  # what templates may import or include
    "_data.html",
    "_figure.html",
    "_languages.html",
    "_media.xml",
    "_opening.html",
    "_social.html",
)
SLOTS = ("_head_extra.html", "_body_end.html", "_footer_extra.html")  # empty, for a site to fill
_SITES = "templates/"


class Theme(Struct, frozen=True):
    """Templates by name, static files and stylesheets by path, option values; the first in the chain to have one wins.

    `digest` is that of the templates. `styles` are the published stylesheets, once they are bundled.
    `layers` are the folders of templates, the first in the chain first, and `own` those of the site itself; `replaced`
    are templates in place of which another of the same name is used. `languages` are those of the words of the first in
    the chain that says so; `phrases` are strings of the interface in the themes' own `i18n/`.
    """

    name: str
    templates: dict[str, Template]
    static: dict[str, StaticFile]
    sheets: dict[str, Stylesheet]
    options: dict[str, OptionValue]
    digest: str
    styles: dict[str, bytes] = {}
    layers: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    replaced: tuple[Template, ...] = ()
    languages: tuple[str, ...] = ()
    phrases: tuple[Phrases, ...] = ()

    def layer_of(self, template: Template) -> int:
        """The number of a template's folder in the chain; built-in templates come last."""
        return next((at for at, layer in enumerate(self.layers) if template.path.startswith(layer)), len(self.layers))


def assemble(
    site_templates: tuple[Template, ...], chain: tuple[ThemeFolder, ...], options: dict[str, OptionValue]
) -> Theme:
    """One theme from the site's own templates, the theme, its parents and the built-in templates."""
    templates: dict[str, Template] = {}
    layers = (site_templates, *(folder.templates for folder in chain), _built_in())
    for layer in layers:
        for template in layer:
            templates.setdefault(template.name, template)
    lowest_first = chain[::-1]
    static = {file.path: file for folder in lowest_first for file in folder.static}
    sheets = {sheet.path: sheet for folder in lowest_first for sheet in folder.sheets}
    return Theme(
        name=chain[0].name,
        templates=dict(sorted(templates.items())),
        static=dict(sorted(static.items())),
        sheets=dict(sorted(sheets.items())),
        options=options,
        digest=_digest(templates),
        layers=(_SITES, *(f"{folder.path}/templates/" for folder in chain)),
        own=(_SITES, *(f"{folder.path}/templates/" for folder in chain if not folder.is_shipped)),
        replaced=tuple(one for layer in layers for one in layer if templates[one.name] is not one),
        languages=_languages(chain),
        phrases=_phrases(chain),
    )


def _languages(chain: tuple[ThemeFolder, ...]) -> tuple[str, ...]:
    return next((folder.matter.languages for folder in chain if folder.matter.languages), ())


def _phrases(chain: tuple[ThemeFolder, ...]) -> tuple[Phrases, ...]:
    return tuple(phrases for folder in chain for phrases in folder.phrases)


def _built_in() -> tuple[Template, ...]:
    folder = resources.files("site_gen.theming").joinpath("builtin")
    return tuple(
        Template(name, folder.joinpath(name).read_text(encoding="utf-8"), f"built-in {name}")
        for name in (*BUILT_IN, *PARTS, *SLOTS)
    )


def _digest(templates: dict[str, Template]) -> str:
    state = hashlib.blake2b(digest_size=16)
    for name in sorted(templates):
        state.update(f"{name}\0{templates[name].text}\0".encode())
    return state.hexdigest()


def closure_digests(theme: Theme, closures: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """By the name of each template the digest of everything it is made of, whose names are in `closures`."""
    digests = {}
    for name, parts in closures.items():
        state = hashlib.blake2b(digest_size=16)
        for part in parts:
            state.update(f"{part}\0{theme.templates[part].text}\0".encode())
        digests[name] = state.hexdigest()
    return digests


def is_part(path: str) -> bool:
    """Whether a stylesheet only exists to be imported by others: its name begins with `_`."""
    return path.rpartition("/")[2].startswith("_")


def fingerprinted(path: str, digest: str) -> str:
    """The published path of a theme's static file, whose name contains its digest."""
    stem, dot, suffix = path.rpartition(".")
    return f"assets/{stem}.{digest[:10]}.{suffix}" if dot else f"assets/{path}.{digest[:10]}"
