"""Old addresses lead to new ones."""

from collections.abc import Iterable

from site_gen.model.machine import RedirectView
from site_gen.model.page import Page, PageInfo
from site_gen.model.site import Site
from site_gen.pages.listing import file_of


def redirects(site: Site) -> Iterable[Page]:
    """`redirect.html` at each alias of a post or standing page."""
    for post in site.posts:
        for alias in post.aliases:
            yield _redirect(alias, post.card.url, post.card.title, post.source.path)
    for page in site.standing:
        for alias in page.front.aliases:
            yield _redirect(alias, page.url, page.front.title, page.source.path)


def _redirect(alias: str, to: str, title: str, source: str) -> Page:
    url = alias if alias.endswith("/") or "." in alias.rpartition("/")[2] else alias + "/"
    return Page(
        path=file_of(url),
        template="redirect.html",
        info=PageInfo(url=to, title=title, kind="redirect", index=False),
        view=RedirectView(to=to),
        source=f"an alias in {source}",
    )
