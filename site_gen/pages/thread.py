"""Developing stories: a page for each, and the box that its posts show."""

from collections import Counter
from collections.abc import Iterable, Mapping

from site_gen.model.listing import Listing
from site_gen.model.page import Page, PageInfo, ThreadBox, ThreadView
from site_gen.model.site import Site, Thread
from site_gen.model.site_files import Location
from site_gen.pages.feed import feed_links
from site_gen.pages.language import strings
from site_gen.pages.listing import last_modified
from site_gen.urls import path_of

_SHOWN = 3  # posts on either side
_EXPLAINING = ("background", "analysis")
_MOST_TERMS = 12


def threads(site: Site) -> Iterable[Page]:
    """`thread.html`: the posts of each developing story, newest first."""
    catalog = strings(site)
    for thread in site.threads:
        yield Page(
            path=path_of(thread.url),
            template="thread.html",
            info=PageInfo(
                url=thread.url,
                title=thread.name,
                kind="thread",
                description=catalog.counted(
                    "The story so far: %(name)s, in %(num)s report.",
                    "The story so far: %(name)s, in %(num)s reports.",
                    len(thread.posts),
                    name=thread.name,
                ),
                feeds=feed_links(thread.url, f"{thread.name} · {site.settings.title}", site.settings),
            ),
            view=_view(thread),
            source=f"the thread '{thread.name}'",
            listing=Listing(location=Location(thread.url, last_modified(thread.posts))),
        )


def _view(thread: Thread) -> ThreadView:
    explaining = tuple(card for card in thread.posts if card.type in _EXPLAINING)[:_SHOWN]
    counts = Counter(term for card in thread.posts for term in card.tags)
    frequent = sorted(counts, key=lambda term: (-counts[term], term.name))[:_MOST_TERMS]
    return ThreadView(name=thread.name, posts=thread.posts, start=explaining, terms=tuple(frequent))


def boxes(site: Site) -> Mapping[str, ThreadBox]:
    """What each post of a thread shows of it, by the post's address."""
    return {card.url: _box(thread, at) for thread in site.threads for at, card in enumerate(thread.posts)}


def _box(thread: Thread, at: int) -> ThreadBox:
    """The newest of the later posts, and the latest of the earlier ones."""
    later = thread.posts[: min(at, _SHOWN)]
    return ThreadBox(thread.name, thread.url, len(thread.posts), later, thread.posts[at + 1 : at + 1 + _SHOWN])
