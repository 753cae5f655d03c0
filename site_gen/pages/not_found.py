"""The page for addresses that do not exist."""

from collections.abc import Iterable

from site_gen.model.page import Page, PageInfo
from site_gen.model.site import Site
from site_gen.model.site_files import NotFoundView


def not_found(site: Site) -> Iterable[Page]:
    """`404.html`, with the site's own title and text where it has them."""
    own = site.page_404
    title, about = (own.front.title, own.excerpt) if own else ("Page not found", "")
    yield Page(
        path="404.html",
        template="404.html",
        info=PageInfo(url="/404.html", title=title, kind="404", description=about, index=False),
        view=NotFoundView(title=own.front.title, body=own.body) if own else NotFoundView(),
        source=own.source.path if own else "the 404 page",
    )
