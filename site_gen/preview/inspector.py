"""The preview's pages about itself: problems, posts that are held, timings, and dependencies."""

from collections import Counter
from pathlib import Path
from typing import Any

import jinja2

from site_gen.indexing.index import url_of
from site_gen.model.page import Page
from site_gen.preview.addresses import destination_of
from site_gen.preview.preview_site import PreviewSite, PreviewSnapshot
from site_gen.theming.environment import fresh_environment
from site_gen.theming.parsed import closures

_ENV = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "client"), autoescape=True, trim_blocks=True
)


def about_site(preview_site: PreviewSite) -> str:
    """`/__site__/`: what the site contains, what is wrong, what is held, the time of each stage."""
    current = preview_site.current
    pages = sum(isinstance(file, Page) for file in current.files.values()) if current else 0
    return _ENV.get_template("site.html").render(
        current=current,
        pages=pages,
        posts=current.indexed.site.post_count if current else 0,
        problems=[str(problem) for problem in (*preview_site.problems, *preview_site.page_errors)],
        warnings=[str(warning) for warning in (current.notices if current else ())],
        withheld=current.indexed.withheld if current else (),
        unsure=_unsure(current) if current else (),
        templates=_pages_by_template(current) if current else (),
    )


def about_page(preview_site: PreviewSite, address: str) -> str:
    """`/__site__/about?path=/x/`: what the page at an address is made from, and which other pages show it."""
    current = preview_site.current
    page: Any = None
    if current is not None:
        page = current.files.get(destination_of(address.encode(), current.root, current.files).path)
    page = page if isinstance(page, Page) else None
    others = _pages_showing(preview_site, page) if page is not None else []
    used = _templates_of(current, page.template) if current is not None and page is not None else []
    return _ENV.get_template("page.html").render(address=address, page=page, templates=used, beside=others)


def _pages_showing(preview_site: PreviewSite, page: Page) -> list[str]:
    """The addresses of pages that show the post of this one, in a list or as a neighbour."""
    card = getattr(page.view, "post", None)
    if card is None or preview_site.current is None:
        return []
    others = (file for file in preview_site.current.files.values() if isinstance(file, Page) and file is not page)
    root = preview_site.current.root
    return [root + other.info.url for other in others if _shows(other.view, card)][:500]


def _shows(view: Any, card: Any) -> bool:
    for name in view.__struct_fields__:
        value = getattr(view, name)
        if value is card:
            return True
        if isinstance(value, tuple) and any(one is card or getattr(one, "post", None) is card for one in value):
            return True
    return False


def _templates_of(current: PreviewSnapshot, name: str) -> list[str]:
    """The files of a template and of everything that it extends, includes or imports, its own first."""
    templates = current.theme.templates
    if name not in templates:
        return []
    others = (part for part in _closures(current)[name] if part != name)
    return [templates[part].path for part in (name, *others)]


def _unsure(current: PreviewSnapshot) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """The posts that need review: address, headline, source and doubts."""
    entries = (fact.entry for _, fact in sorted(current.sources.items()) if fact.entry is not None)
    return [
        (current.root + url_of(entry, current.settings), entry.front.title, entry.source.path, doubts)
        for entry in entries
        if (doubts := current.seeds.doubts_of(entry))
    ]


def _pages_by_template(current: PreviewSnapshot) -> list[tuple[str, int]]:
    """The file of each template in use, and how many pages are rendered with it."""
    templates = current.theme.templates
    pages = Counter(file.template for file in current.files.values() if isinstance(file, Page))
    by_part: Counter[str] = Counter()
    for name, parts in _closures(current).items():
        by_part.update(dict.fromkeys(parts, pages[name]))
    return [(templates[part].path, count) for part, count in by_part.most_common() if count]


def _closures(current: PreviewSnapshot) -> dict[str, tuple[str, ...]]:
    return closures(current.theme.templates, fresh_environment(current.theme, current.settings.base_url))
