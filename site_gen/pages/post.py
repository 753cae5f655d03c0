"""A page for each post."""

from collections.abc import Iterable

from site_gen.model.page import Page, PageInfo, PostView
from site_gen.model.site import Site
from site_gen.pages.listing import file_of
from site_gen.pages.social import renditions
from site_gen.pages.thread import boxes


def posts(site: Site) -> Iterable[Page]:
    """One `post.html` a post."""
    of_thread = boxes(site)
    drawn = renditions(site)
    for post, beside in zip(site.posts, site.neighbours, strict=True):
        card = post.card
        yield Page(
            path=file_of(card.url),
            template="post.html",
            info=PageInfo(url=card.url, title=card.title, kind="post", description=card.summary),
            view=PostView(
                post=card,
                body=post.body,
                newer=beside.newer,
                older=beside.older,
                related=beside.related,
                attribution=post.attribution,
                corrections=post.corrections,
                thread=of_thread.get(card.url),
                extra=post.extra,
                social_card=drawn.get(card.url),
            ),
            source=post.source.path,
        )
