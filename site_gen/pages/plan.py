"""The plan: every page of the site, no two of them on one path."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from operator import is_

from msgspec import Struct

from site_gen.model.page import Page
from site_gen.model.problem import Problem, ValueProblem
from site_gen.model.site import Site
from site_gen.pages.alternates import of_edition, with_translations
from site_gen.pages.archive import archive
from site_gen.pages.corrections import corrections
from site_gen.pages.coverage import coverage
from site_gen.pages.feed import feeds
from site_gen.pages.feed_guide import feed_guide
from site_gen.pages.home import home
from site_gen.pages.hosting import host_files
from site_gen.pages.markdown_copies import guide, markdown_copies
from site_gen.pages.news import news_sitemap
from site_gen.pages.not_found import not_found
from site_gen.pages.pictures import pictures
from site_gen.pages.post import posts
from site_gen.pages.redirect import ALIAS, redirects
from site_gen.pages.search import search
from site_gen.pages.site_files import site_files
from site_gen.pages.sitemap import robots, sitemap
from site_gen.pages.social import social_cards
from site_gen.pages.standing import standing
from site_gen.pages.tag_index import all_terms
from site_gen.pages.term import terms
from site_gen.pages.thread import threads
from site_gen.parsing.redirects import REDIRECTS
from site_gen.text.paths import path_fault
from site_gen.text.same import is_same
from site_gen.urls import address_of

PageMaker = Callable[[Site], Iterable[Page]]
DerivedMaker = Callable[[Site, tuple[Page, ...]], Iterable[Page]]
PAGE_MAKERS: tuple[PageMaker, ...] = (
    posts,
    home,
    terms,
    all_terms,
    archive,
    threads,
    coverage,
    search,
    standing,
    redirects,
    feeds,
    not_found,
    markdown_copies,
    pictures,
    social_cards,
)
# Pages that a site may replace by its own, as a static file or a standing page.
REPLACEABLE: tuple[PageMaker, ...] = (corrections, robots, site_files, host_files)
# Pages that list others: each maker is given all pages that were made before, which say where they are listed.
DERIVED_MAKERS: tuple[DerivedMaker, ...] = (feed_guide, guide, sitemap, news_sitemap)
# Makers that read only settings, phrases, terms, the cards of posts and the date of the site.
_OF_LISTS: tuple[PageMaker, ...] = (terms, all_terms, archive, coverage)
DERIVED_REPLACEABLE: tuple[DerivedMaker, ...] = (feed_guide, guide)


class Plan(Struct, frozen=True):
    """Every page, in the order of the makers; `files` are the static files.

    `shares` are how many pages each of PAGE_MAKERS made, for one edition after the other.

    The last `derived` pages are those of DERIVED_MAKERS.
    """

    pages: tuple[Page, ...] = ()
    shares: tuple[int, ...] = ()
    derived: int = 0
    files: tuple[str, ...] = ()


Previous = tuple[Site, Plan]
# Makers of files that a site with several editions has once.
_OF_SITE: tuple[PageMaker | DerivedMaker, ...] = (
    redirects,
    pictures,
    robots,
    site_files,
    host_files,
    guide,
    sitemap,
    news_sitemap,
)


def plan(
    site: Site, files: Iterable[str] = (), previous: Previous | None = None
) -> tuple[Plan, tuple[Problem | ValueProblem, ...]]:
    """Every page, and the paths that two sources claim.

    `files` are the paths of static files, which are already claimed. `previous` is an earlier site and its plan without
    problems, whose pages are reused where they are made from the same values; the result is the same.
    """
    files = tuple(files)
    parts = tuple(map(tuple, _parts(site, previous)))
    pages = tuple(chain.from_iterable(parts))
    taken = {page.path for page in pages} | set(files)
    pages += tuple(
        page
        for edition in site.every_edition
        for make in REPLACEABLE
        if _makes(make, edition)
        for page in of_edition(make(edition), edition)
        if page.path not in taken
    )
    pages = with_translations(pages, site)
    derived = _derived(site, pages, taken)
    if previous and previous[1].derived:
        derived = _reused(derived, previous[1].pages[-previous[1].derived :])
    pages += derived
    made = Plan(pages, tuple(map(len, parts)), len(derived), files)
    if previous and _same_paths(made, previous[1]):
        return made, ()
    return made, (*misplaced(pages, files), *collisions(pages, files))


def _parts(site: Site, previous: Previous | None) -> Iterator[Iterable[Page]]:
    """The pages of each of PAGE_MAKERS for each edition."""
    editions = site.every_edition
    if previous is None or len(previous[0].editions) != len(site.editions):
        for edition in editions:
            yield from (of_edition(make(edition), edition) if _makes(make, edition) else () for make in PAGE_MAKERS)
        return
    shares, start = iter(previous[1].shares), 0
    for edition, before in zip(editions, previous[0].every_edition, strict=True):
        same_lists = _same_lists(edition, before)
        for make in PAGE_MAKERS:
            share = next(shares)
            previous_pages = previous[1].pages[start : start + share]
            start += share
            if make is posts:
                yield of_edition(posts(edition, (before, previous_pages)), edition)
            elif same_lists and make in _OF_LISTS:
                yield previous_pages
            else:
                yield of_edition(make(edition), edition) if _makes(make, edition) else ()


def _makes(make: PageMaker | DerivedMaker, edition: Site) -> bool:
    return not edition.edition or make not in _OF_SITE


def _same_lists(site: Site, previous: Site) -> bool:
    """Whether all that the makers of _OF_LISTS read is unchanged, as it is if only texts were edited."""
    return (
        site.settings == previous.settings
        and site.phrases == previous.phrases
        and is_same(site.newest, previous.newest)
        and _identical(site.terms, previous.terms)
        and _identical(site.cards, previous.cards)
    )


def _identical(some: Sequence[object], others: Sequence[object]) -> bool:
    return len(some) == len(others) and all(map(is_, some, others))


def _derived(site: Site, pages: tuple[Page, ...], taken: Collection[str]) -> tuple[Page, ...]:
    every = pages
    for make in DERIVED_MAKERS:
        editions = (edition for edition in site.every_edition if _makes(make, edition))
        made = (page for edition in editions for page in of_edition(make(edition, every), edition))
        kept = tuple(page for page in made if make not in DERIVED_REPLACEABLE or page.path not in taken)
        every += with_translations(kept, site)
    return every[len(pages) :]


def _reused(pages: tuple[Page, ...], previous: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages, with previous ones reused where they are the same."""
    by_path = {page.path: page for page in previous}
    same_path = [by_path.get(page.path) for page in pages]
    return tuple(
        old if old is not None and is_same(page, old) else page for page, old in zip(pages, same_path, strict=True)
    )


def _same_paths(plan: Plan, previous_plan: Plan) -> bool:
    return (
        plan.files == previous_plan.files
        and len(plan.pages) == len(previous_plan.pages)
        and all(
            page is previous or page.path == previous.path
            for page, previous in zip(plan.pages, previous_plan.pages, strict=True)
        )
    )


def misplaced(pages: Iterable[Page], files: Iterable[str]) -> tuple[Problem, ...]:
    """Problems of pages and static files at paths that no file of a site may have."""
    paths = [*((file, f"static/{file}") for file in files), *((page.path, page.source) for page in pages)]
    faults = ((path, source, fault) for path, source in paths if (fault := path_fault(path)))
    return tuple(
        Problem(_file_of(source) or "site.yaml", 1, 1, f"The path '{path}' {fault}.", "Give it another name or slug.")
        for path, source, fault in faults
    )


def collisions(pages: tuple[Page, ...], files: Iterable[str] = ()) -> tuple[ValueProblem, ...]:
    """Problems of pages on one path, on paths that differ in case alone, or on a path below the file of another."""
    files = tuple(files)
    if _are_disjoint([path.casefold() for path in (*files, *(page.path for page in pages))]):
        return ()
    owners = {path.casefold(): f"static/{path}" for path in files}
    clashes: dict[tuple[str, str], Page] = {}  # two sources that share several files are reported once
    for page in pages:
        path = page.path.casefold()
        if path in owners and page.source == REDIRECTS:
            continue  # reported with its line in redirects.yaml: pages/redirect.py
        if path in owners:
            clashes.setdefault((page.source, owners[path]), page)
        else:
            owners[path] = page.source
    for page in pages:
        parts = page.path.casefold().split("/")
        for depth in range(1, len(parts)):
            parent = owners.get("/".join(parts[:depth]))
            if parent is not None:
                clashes.setdefault((page.source, parent), page)
    return tuple(_clash(page, owner) for (_, owner), page in clashes.items())


def _are_disjoint(paths: list[str]) -> bool:
    """Whether no two paths are the same, and none is the folder of another."""
    distinct = set(paths)
    folders = {path.rpartition("/")[0] for path in distinct}
    above = folders
    while above:
        above = {folder.rpartition("/")[0] for folder in above} - folders
        folders |= above
    return len(distinct) == len(paths) and distinct.isdisjoint(folders - {""})


def _clash(page: Page, owner: str) -> ValueProblem:
    """The problem, reported for a file that the user can fix: the page's own, else the owner of the path."""
    url = address_of(page.path)
    where = _file_of(page.source) or _file_of(owner) or "site.yaml"
    what = "This page" if where == page.source else page.source[0].upper() + page.source[1:]
    hint = "Give one of them another slug, alias or place."
    keys = ("aliases",) if page.source.startswith(ALIAS) else ("slug",)
    return ValueProblem(where, keys, f"{what} would be written to {url}, which belongs to {owner}.", hint)


def _file_of(source: str) -> str:
    """The file that a page comes from, if it is one of the site's."""
    path = source.removeprefix(ALIAS)
    return path if path.startswith(("content/", "static/", REDIRECTS)) else ""
