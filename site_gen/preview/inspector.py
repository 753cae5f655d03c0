"""The preview's pages about itself: problems, held posts, timings, and what hangs on what."""

from collections import Counter
from pathlib import Path
from typing import Any

import jinja2

from site_gen.indexing.index import url_of
from site_gen.model.page import Page
from site_gen.preview.addresses import place_of
from site_gen.preview.preview_site import Edition, Studio
from site_gen.theming.environment import fresh_environment
from site_gen.theming.parsed import closures

_ENV = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "client"), autoescape=True, trim_blocks=True
)


def about_site(studio: Studio) -> str:
    """`/__site__/`: what the site holds, what is wrong, what is held back, what each stage took."""
    edition = studio.edition
    pages = sum(isinstance(file, Page) for file in edition.files.values()) if edition else 0
    return _ENV.get_template("site.html").render(
        edition=edition,
        pages=pages,
        posts=len(edition.indexed.site.posts) if edition else 0,
        problems=[str(problem) for problem in (*studio.problems, *studio.flaws)],
        warnings=[str(warning) for warning in (edition.notices if edition else ())],
        held=edition.indexed.held if edition else (),
        unsure=_unsure(edition) if edition else (),
        templates=_pages_by_template(edition) if edition else (),
    )


def about_page(studio: Studio, address: str) -> str:
    """`/__site__/about?path=/x/`: what the page at an address is made from, and which other pages show it."""
    edition = studio.edition
    page: Any = None
    if edition is not None:
        page = edition.files.get(place_of(address.encode(), edition.root, edition.files).path)
    page = page if isinstance(page, Page) else None
    beside = _showing(studio, page) if page is not None else []
    used = _templates_of(edition, page.template) if edition is not None and page is not None else []
    return _ENV.get_template("page.html").render(address=address, page=page, templates=used, beside=beside)


def _showing(studio: Studio, page: Page) -> list[str]:
    """The addresses of pages that show the post of this one, in a list or as a neighbour."""
    card = getattr(page.view, "post", None)
    if card is None or studio.edition is None:
        return []
    others = (file for file in studio.edition.files.values() if isinstance(file, Page) and file is not page)
    root = studio.edition.root
    return [root + other.info.url for other in others if _shows(other.view, card)][:500]


def _shows(view: Any, card: Any) -> bool:
    for name in view.__struct_fields__:
        value = getattr(view, name)
        if value is card:
            return True
        if isinstance(value, tuple) and any(one is card or getattr(one, "post", None) is card for one in value):
            return True
    return False


def _templates_of(edition: Edition, name: str) -> list[str]:
    """The files of a template and of all that it extends, includes or imports, its own first."""
    templates = edition.theme.templates
    if name not in templates:
        return []
    others = (part for part in _closures(edition)[name] if part != name)
    return [templates[part].path for part in (name, *others)]


def _unsure(edition: Edition) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """The posts that need review: address, headline, source and doubts."""
    entries = (fact.entry for _, fact in sorted(edition.sources.items()) if fact.entry is not None)
    return [
        (edition.root + url_of(entry, edition.settings), entry.front.title, entry.source.path, doubts)
        for entry in entries
        if (doubts := edition.seeds.doubts_of(entry))
    ]


def _pages_by_template(edition: Edition) -> list[tuple[str, int]]:
    """The file of each template that any page is made with, and how many pages are."""
    templates = edition.theme.templates
    pages = Counter(file.template for file in edition.files.values() if isinstance(file, Page))
    by_part: Counter[str] = Counter()
    for name, parts in _closures(edition).items():
        by_part.update(dict.fromkeys(parts, pages[name]))
    return [(templates[part].path, count) for part, count in by_part.most_common() if count]


def _closures(edition: Edition) -> dict[str, tuple[str, ...]]:
    return closures(edition.theme.templates, fresh_environment(edition.theme, edition.settings.base_url))
