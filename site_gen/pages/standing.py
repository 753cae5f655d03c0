"""Standing pages: about, contact, corrections policy ..."""

from collections.abc import Iterable

from site_gen.model.listing import Listing
from site_gen.model.page import Page, PageInfo, StandingView
from site_gen.model.site import Site
from site_gen.model.site_files import GuideLink, Location
from site_gen.urls import path_of


def standing(site: Site) -> Iterable[Page]:
    """`page.html` for each file of `content/pages/`."""
    for page in site.standing:
        yield Page(
            path=path_of(page.url),
            template="page.html",
            info=PageInfo(
                url=page.url,
                title=page.front.title,
                kind="page",
                description=page.excerpt,
                translations=page.translations,
            ),
            view=StandingView(
                title=page.front.title, body=page.body, updated=page.front.updated, extra=page.front.extra
            ),
            source=page.source.path,
            listing=Listing(
                location=Location(page.url, page.front.updated), guide=GuideLink(page.front.title, page.url)
            ),
        )
