"""The page for addresses that do not exist."""

from collections.abc import Iterable

from site_gen.model.page import Page, PageInfo
from site_gen.model.site import Site
from site_gen.model.site_files import NotFoundView
from site_gen.pages.language import strings
from site_gen.urls import path_of


def not_found(site: Site) -> Iterable[Page]:
    """`404.html`, with the site's own title and text where it has them; those of other editions only with a text."""
    own = site.page_404
    if site.edition and own is None:
        return
    url = f"{site.prefix}/404.html"
    title, about = (own.front.title, own.excerpt) if own else (strings(site).gettext("Page not found"), "")
    yield Page(
        path=path_of(url),
        template="404.html",
        info=PageInfo(url=url, title=title, kind="404", description=about, index=False),
        view=NotFoundView(title=own.front.title, body=own.body) if own else NotFoundView(),
        source=own.source.path if own else "the 404 page",
    )
