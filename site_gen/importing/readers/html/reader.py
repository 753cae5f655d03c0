"""A folder of HTML: a generated or saved site. Its pages say by their markup which of them are articles.

A feed in the folder gives identifiers, a sitemap addresses. Needs the extra `documents` (lxml, Trafilatura).
"""

from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path

from site_gen.conversion.limits import LARGEST_TEXT
from site_gen.conversion.missing import MissingExtra
from site_gen.importing.item import Export
from site_gen.importing.readers.html.addresses import addressed, home_of
from site_gen.importing.readers.html.items import Site, archives_of, items_of, redirects_of
from site_gen.importing.readers.html.marks import Facts
from site_gen.importing.readers.html.page import SourcePage, read_page
from site_gen.importing.readers.html.site_feeds import feeds_in
from site_gen.model.problem import Problem, Result
from site_gen.storage.files import read_whole, walk

SUFFIXES = (".html", ".htm", ".xhtml")


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The articles and pages of a site, in the order of their paths."""
    try:
        import trafilatura  # noqa: F401 - the pages need it, and lxml, which comes with it
    except ImportError:
        missing = MissingExtra("documents", "HTML")
        return Result(None, (Problem(path.name, 0, 0, missing.what, missing.hint),))
    root = _site_in(path)
    pages = list(_pages(root, zone))
    if not pages:
        what = "There is no page in this folder: no file ends in .html."
        return Result(None, (Problem(path.name, 0, 0, what, "Name the folder of the built or saved site."),))
    known = feeds_in(root)
    home = home_of(pages, (feed.home for feed in known.feeds.values()), known.listed)
    site = Site(home, tuple(addressed(pages, home, known.listed)), known.feeds, zone)
    items = items_of(site)
    return Result(
        Export(
            form="HTML",
            items=items,
            home=home,
            is_home_known=bool(home),
            feeds=tuple(f"/{name}" for name in known.feeds),
            archives=archives_of(site),
            redirects=redirects_of(site, items),
            sitemaps=known.sitemaps,
            media=(root,),
        )
    )


def _site_in(path: Path) -> Path:
    """The folder of the site: what was saved by wget is in one that is named like its host."""
    inside = [one for one in path.iterdir() if not one.name.startswith(".")]
    is_host = len(inside) == 1 and inside[0].is_dir() and "." in inside[0].name
    return inside[0] if is_host else path


def _pages(root: Path, zone: tzinfo) -> Iterator[SourcePage]:
    for name, stamp in sorted(walk(root, SUFFIXES, misnamed=[], any_case=True, texts=(".site_gen",))):
        if stamp.size > LARGEST_TEXT:
            why = f"it has {stamp.size // 1_000_000} MB; at most {LARGEST_TEXT // 1_000_000} MB are read"
            yield SourcePage(path=name, facts=Facts("error", why))
        else:
            yield read_page(name, read_whole(root / name), zone)
