"""A theme put together: what a site's templates, its theme and its theme's parents make of one another."""

import hashlib
from importlib import resources

from msgspec import Struct

from site_gen.model.theme import StaticFile, Template, ThemeFolder

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
BUILT_IN = ("atom.xml", "redirect.html", "robots.txt", "rss.xml", "sitemap.xml", "sitemapindex.xml")


class Theme(Struct, frozen=True):
    """Templates by name, static files by path, and option values; the first in the chain that has one wins."""

    name: str
    templates: dict[str, Template]
    static: dict[str, StaticFile]
    options: dict[str, str]
    digest: str


def assemble(site_templates: tuple[Template, ...], chain: tuple[ThemeFolder, ...], options: dict[str, str]) -> Theme:
    """One theme from the site's own templates, the theme, its parents and the built-in templates."""
    templates: dict[str, Template] = {}
    for layer in (site_templates, *(folder.templates for folder in chain), _built_in()):
        for template in layer:
            templates.setdefault(template.name, template)
    static: dict[str, StaticFile] = {}
    values: dict[str, str] = {}
    for folder in chain:
        for file in folder.static:
            static.setdefault(file.path, file)
        for name, option in folder.matter.options.items():
            values.setdefault(name, option.default)
    return Theme(
        name=chain[0].name,
        templates=dict(sorted(templates.items())),
        static=dict(sorted(static.items())),
        options=values | options,
        digest=_digest(templates),
    )


def _built_in() -> tuple[Template, ...]:
    folder = resources.files("site_gen.theming").joinpath("builtin")
    return tuple(
        Template(name, folder.joinpath(name).read_text(encoding="utf-8"), f"built-in {name}") for name in BUILT_IN
    )


def _digest(templates: dict[str, Template]) -> str:
    state = hashlib.blake2b(digest_size=16)
    for name in sorted(templates):
        state.update(f"{name}\0{templates[name].text}\0".encode())
    return state.hexdigest()


def fingerprinted(file: StaticFile) -> str:
    """The path a theme's static file is published at: its name changes when its bytes do."""
    stem, dot, suffix = file.path.rpartition(".")
    return f"assets/{stem}.{file.digest[:10]}.{suffix}" if dot else f"assets/{file.path}.{file.digest[:10]}"
