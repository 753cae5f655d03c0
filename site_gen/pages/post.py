"""A page for each post."""

from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import and_, is_

from site_gen.model.listing import Listing
from site_gen.model.page import Page, PageInfo, PostView, ThreadBox
from site_gen.model.picture import Rendition
from site_gen.model.post import Post
from site_gen.model.site import Neighbours, Site
from site_gen.model.site_files import Location
from site_gen.pages.social import renditions
from site_gen.pages.thread import boxes
from site_gen.urls import path_of


def posts(site: Site, previous: tuple[Site, Sequence[Page]] | None = None) -> Iterable[Page]:
    """One `post.html` for each post; reuses those of a `previous` site where they are made from the same values."""
    of_thread, drawn = boxes(site), renditions(site)
    reusable: Iterable[Page | None] = repeat(None, len(site.posts))
    if previous is not None and _has_same_boxes(site, previous[0]):
        previous_site, pages = previous
        same = map(and_, map(is_, site.posts, previous_site.posts), map(is_, site.neighbours, previous_site.neighbours))
        reusable = (page if is_same else None for is_same, page in zip(same, pages, strict=True))
    for page, post, neighbours in zip(reusable, site.posts, site.neighbours, strict=True):
        yield page or _page(post, neighbours, of_thread.get(post.card.url), drawn.get(post.card.url))


def _has_same_boxes(site: Site, previous: Site) -> bool:
    """Whether pages of both sites differ only by post and neighbours: boxes of threads and social cards are equal."""
    return (
        len(site.posts) == len(previous.posts)
        and boxes(site) == boxes(previous)
        and renditions(site) == renditions(previous)
    )


def _page(post: Post, neighbours: Neighbours, thread: ThreadBox | None, drawn: Rendition | None) -> Page:
    card = post.card
    return Page(
        path=path_of(card.url),
        template="post.html",
        info=PageInfo(
            url=card.url, title=card.title, kind="post", description=card.summary, translations=post.translations
        ),
        view=PostView(
            post=card,
            body=post.body,
            newer=neighbours.newer,
            older=neighbours.older,
            related=neighbours.related,
            dateline=post.dateline,
            attribution=post.attribution,
            corrections=post.corrections,
            thread=thread,
            extra=post.extra,
            social_card=drawn,
            deck=card.summary if post.deck else "",
        ),
        source=post.source.path,
        listing=Listing(location=_location(post), story=card),
    )


def _location(post: Post) -> Location:
    """The location of a post with the pictures that it shows."""
    card = post.card
    pictures = (card.image, *post.body.pictures) if card.image else post.body.pictures
    return Location(card.url, card.updated or card.date, tuple(dict.fromkeys(one.src for one in pictures)))
