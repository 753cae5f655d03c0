"""The preview's pages about itself: problems, held posts, timings, and what a page hangs on."""

from pathlib import Path
from typing import Any

import jinja2

from site_gen.model.page import Page
from site_gen.serving.addresses import place_of
from site_gen.serving.studio import Studio

_ENV = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "client"), autoescape=True, trim_blocks=True
)


def about_site(studio: Studio) -> str:
    """`/__site__/`: what the site holds, what is wrong, what is held back, what each stage took."""
    edition = studio.edition
    pages = [file for file in edition.files.values() if isinstance(file, Page)] if edition else []
    notices = edition.notices if edition else ()
    return _ENV.get_template("site.html").render(
        edition=edition,
        pages=len(pages),
        posts=len(edition.indexed.site.posts) if edition else 0,
        problems=[str(problem) for problem in (*studio.problems, *notices)],
        held=edition.indexed.held if edition else (),
    )


def about_page(studio: Studio, address: str) -> str:
    """`/__site__/about?path=/x/`: what the page at an address is made from, and which other pages show it."""
    edition = studio.edition
    page: Any = None
    if edition is not None:
        page = edition.files.get(place_of(address.encode(), edition.root, edition.files).path)
    page = page if isinstance(page, Page) else None
    beside = _showing(studio, page) if page is not None else []
    used = _templates_of(studio, page.template) if page is not None else []
    return _ENV.get_template("page.html").render(address=address, page=page, templates=used, beside=beside)


def _showing(studio: Studio, page: Page) -> list[str]:
    """The addresses of pages that show the post of this one, in a list or as a neighbour."""
    card = getattr(page.view, "post", None)
    if card is None or studio.edition is None:
        return []
    others = (file for file in studio.edition.files.values() if isinstance(file, Page) and file is not page)
    return [other.info.url for other in others if _shows(other.view, card)][:500]


def _shows(view: Any, card: Any) -> bool:
    for name in view.__struct_fields__:
        value = getattr(view, name)
        if value is card:
            return True
        if isinstance(value, tuple) and any(one is card or getattr(one, "post", None) is card for one in value):
            return True
    return False


def _templates_of(studio: Studio, name: str) -> list[str]:
    """The file of a template, and those of all templates that it may use, as the theme has them."""
    edition = studio.edition
    template = edition.theme.templates.get(name) if edition else None
    return [template.path] if template is not None else [name]
