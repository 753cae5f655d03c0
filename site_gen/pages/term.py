"""The pages of each tag."""

from collections.abc import Iterable

from msgspec.structs import replace

from site_gen.indexing.facts import NOTHING_KNOWN, KnownFacts, known_facts
from site_gen.model.feed import FeedLink
from site_gen.model.listing import Listing
from site_gen.model.page import Page, PageInfo, Pager, TermView
from site_gen.model.post import Card
from site_gen.model.site import Site, Term
from site_gen.model.site_files import Location
from site_gen.pages.feed import feed_links
from site_gen.pages.language import strings
from site_gen.pages.listing import last_modified, slices
from site_gen.pages.thin_tags import is_thin
from site_gen.text.language.catalog import Catalog
from site_gen.text.slug import fold
from site_gen.urls import path_of


def terms(site: Site) -> Iterable[Page]:
    """`tag.html`: the posts of each tag, newest first, with the tag's own text on its first page."""
    built_in = known_facts() if site.settings.dossiers.facts else {}
    catalog = strings(site)
    for term in site.terms:
        facts = built_in.get((term.ref.kind, fold(term.ref.name)), NOTHING_KNOWN)
        thin = is_thin(term, site.settings)
        feeds = () if thin else feed_links(term.ref.url, f"{term.ref.name} · {site.settings.title}", site.settings)
        for url, pager, shown in slices(term.ref.url, term.posts, site.settings.page_size):
            page = _term_page(term, url, pager, shown, feeds, catalog, index=not thin)
            yield _first_page(page, term, facts) if pager.number == 1 else page


def _first_page(page: Page, term: Term, built_in: KnownFacts) -> Page:
    """The first page of a tag, with its text, picture, facts and dossier. Facts of the site replace built-in ones."""
    entry = term.entry
    own = entry.front.facts if entry else {}
    dossier = replace(term.dossier, source="" if own else built_in.source)
    body = entry.body if entry and entry.body.words else None
    view = replace(page.view, facts=own or built_in.facts, dossier=dossier, body=body, image=term.image)
    posts = page.view.posts  # type: ignore[union-attr]
    location = Location(page.info.url, last_modified(posts)) if page.info.index else None
    return replace(page, view=view, listing=Listing(location=location))


def _term_page(
    term: Term,
    url: str,
    pager: Pager,
    shown: tuple[Card, ...],
    feeds: tuple[FeedLink, ...],
    catalog: Catalog,
    index: bool,
) -> Page:
    name = (term.entry.front.title if term.entry else "") or term.ref.name
    summary = term.entry.front.summary if term.entry else ""
    return Page(
        path=path_of(url),
        template="tag.html",
        info=PageInfo(
            url=url,
            title=name
            if pager.number == 1
            else catalog.said("%(name)s, page %(number)s", name=name, number=pager.number),
            kind="tag",
            description=summary or catalog.said("All reports on %(name)s, newest first.", name=name),
            feeds=feeds,
            index=index,
        ),
        view=TermView(
            term=term.ref,
            title=name,
            posts=shown,
            pager=pager,
            summary=summary,
            facts={},
            dossier=None,
            body=None,
        ),
        source=f"the tag '{term.ref.name}'",
    )
