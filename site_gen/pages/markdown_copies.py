"""Files for programs that read plain text: posts as Markdown, and a guide to the newest of them."""

from collections.abc import Iterable, Sequence

from site_gen.model.page import GuideView, Page, PageInfo, TextView
from site_gen.model.site import Site
from site_gen.pages.listing import newest_stories
from site_gen.urls import markdown_address, path_of


def markdown_copies(site: Site) -> Iterable[Page]:
    """`post.md` beside each post's page, where the settings ask for it."""
    if not site.settings.plain.markdown:
        return
    for post in site.posts:
        url = markdown_address(post.card.url)
        yield Page(
            path=path_of(url),
            template="post.md",
            info=PageInfo(url=url, title=post.card.title, kind="text", description=post.card.summary),
            view=TextView(post=post.card, body=post.body, corrections=post.corrections),
            source=post.source.path,
        )


def guide(site: Site, pages: Sequence[Page]) -> Iterable[Page]:
    """`llms.txt`, where the settings ask for it."""
    if not site.settings.plain.llms:
        return
    yield Page(
        path="llms.txt",
        template="llms.txt",
        info=PageInfo(url="/llms.txt", title="llms.txt", kind="file"),
        view=GuideView(
            posts=newest_stories(pages, site.settings.feeds.items),
            markdown_copies=site.settings.plain.markdown,
            pages=tuple(page.listing.guide for page in pages if page.listing.guide is not None),
        ),
        source="llms.txt",
    )
