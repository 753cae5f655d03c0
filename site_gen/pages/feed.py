"""RSS, Atom and JSON feeds of the site, of each tag and thread, and of corrections."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from site_gen.media_types import ATOM, JSON_FEED, RSS
from site_gen.model.feed import FeedGroup, FeedItem, FeedLink, FeedView
from site_gen.model.listing import UNLISTED, Listing
from site_gen.model.page import Page, PageInfo
from site_gen.model.post import Card, Post
from site_gen.model.settings import Settings
from site_gen.model.site import Site
from site_gen.pages.language import strings
from site_gen.pages.listing import last_modified
from site_gen.pages.moments import with_distinct_moments
from site_gen.pages.notices import CORRECTIONS, as_card, notices
from site_gen.pages.thin_tags import full_tags
from site_gen.urls import path_of


class Format(NamedTuple):
    """A format of feeds: the name of its files, its template, its media type, its name for people."""

    file: str
    template: str
    type: str
    label: str


FORMATS = {
    "rss": Format("feed.xml", "rss.xml", RSS, "RSS"),
    "atom": Format("atom.xml", "atom.xml", ATOM, "Atom"),
    "json": Format("feed.json", "feed.json", JSON_FEED, "JSON Feed"),
}
FEED_FILES = tuple(kind.file for kind in FORMATS.values())


class _Subject(NamedTuple):
    """The subject of feeds: the page that they belong to, its name, and a tag's kind, "thread" or "" for corrections.

    The `kind` of the site itself is None.
    """

    home: str
    name: str
    about: str
    kind: str | None = None


def feed_links(home: str, title: str, settings: Settings) -> tuple[FeedLink, ...]:
    """The feeds of the page at `home`, for autodiscovery."""
    chosen = [FORMATS[name] for name in settings.feeds.formats]
    return tuple(FeedLink(kind.type, f"{title} ({kind.label})", home + kind.file) for kind in chosen)


def feeds(site: Site) -> Iterable[Page]:
    """`rss.xml`, `atom.xml` and the JSON feed: of the site, of each tag and thread, and of corrections."""
    settings = site.settings
    posts = {post.card.url: post for post in site.posts}
    cards = with_distinct_moments(site.cards)
    by_url = {card.url: card for card in cards}
    catalog = strings(site)
    yield from _feeds(_Subject(f"{site.prefix}/", settings.title, settings.tagline), cards, site, posts)
    for term in full_tags(site):
        about = catalog.said("Reports on %(name)s.", name=term.ref.name)
        subject = _Subject(term.ref.url, term.ref.name, about, term.ref.kind)
        yield from _feeds(subject, _newest(term.posts, by_url, site), site, posts)
    for thread in site.threads:
        about = catalog.said("Reports on %(name)s.", name=thread.name)
        subject = _Subject(thread.url, thread.name, about, "thread")
        yield from _feeds(subject, _newest(thread.posts, by_url, site), site, posts)
    corrected = with_distinct_moments(as_card(notice, catalog) for notice in notices(site))
    subject = _Subject(
        site.prefix + CORRECTIONS,
        catalog.gettext("Corrections"),
        catalog.said("What %(site)s has put right.", site=settings.title),
        "",
    )
    yield from _feeds(subject, corrected, site, {})


def _item(card: Card, post: Post | None, site: Site) -> FeedItem:
    """A post as an item; a correction, which is not a post, has only a card."""
    if post is None:
        return FeedItem(card, None)
    body = post.body if site.settings.feeds.content == "full" else None
    return FeedItem(card, body, post.corrections, post.guid)


def _newest(cards: Sequence[Card], by_url: Mapping[str, Card], site: Site) -> tuple[Card, ...]:
    """The newest cards with the moments of the site's own feed: an entry has the same moment in every feed."""
    return tuple([by_url[card.url] for card in cards[: site.settings.feeds.items]])


def _feeds(subject: _Subject, cards: Sequence[Card], site: Site, posts: Mapping[str, Post]) -> Iterable[Page]:
    settings, home = site.settings, subject.home
    newest = tuple(cards[: settings.feeds.items])
    title = subject.name if subject.kind is None else f"{subject.name} · {settings.title}"
    view = FeedView(
        title=title,
        description=subject.about or title,
        home=home,
        updated=last_modified(newest),
        items=tuple(_item(card, posts.get(card.url), site) for card in newest),
        hub=settings.feeds.hub,
    )
    for name in settings.feeds.formats:
        kind = FORMATS[name]
        yield Page(
            path=path_of(home + kind.file),
            template=kind.template,
            info=PageInfo(url=home + kind.file, title=title, kind="feed", description=subject.about),
            view=view,
            source=f"the {kind.label} feed of {home}",
            listing=_listing(subject, settings),
        )


def _listing(subject: _Subject, settings: Settings) -> Listing:
    if subject.kind is None:
        return UNLISTED
    links = feed_links(subject.home, subject.name, settings)
    return Listing(feeds=FeedGroup(subject.name, subject.home, links, subject.kind))
