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
    """One `post.html` a post; that of a `previous` site, whose pages are given, where it is made of the same."""
    of_thread, drawn = boxes(site), renditions(site)
    known: Iterable[Page | None] = repeat(None, len(site.posts))
    if previous is not None and _has_places_of(site, previous[0]):
        before, pages = previous
        same = map(and_, map(is_, site.posts, before.posts), map(is_, site.neighbours, before.neighbours))
        known = (page if stays else None for stays, page in zip(same, pages, strict=True))
    for page, post, beside in zip(known, site.posts, site.neighbours, strict=True):
        yield page or _page(post, beside, of_thread.get(post.card.url), drawn.get(post.card.url))


def _has_places_of(site: Site, before: Site) -> bool:
    """Whether a page of both depends on its post and neighbours alone: the boxes of threads and the cards are alike."""
    return (
        len(site.posts) == len(before.posts) and boxes(site) == boxes(before) and renditions(site) == renditions(before)
    )


def _page(post: Post, beside: Neighbours, thread: ThreadBox | None, drawn: Rendition | None) -> Page:
    card = post.card
    return Page(
        path=path_of(card.url),
        template="post.html",
        info=PageInfo(url=card.url, title=card.title, kind="post", description=card.summary),
        view=PostView(
            post=card,
            body=post.body,
            newer=beside.newer,
            older=beside.older,
            related=beside.related,
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
    """A post with the pictures that it shows."""
    card = post.card
    shown = (card.image, *post.body.pictures) if card.image else post.body.pictures
    return Location(card.url, card.updated or card.date, tuple(dict.fromkeys(one.src for one in shown)))
