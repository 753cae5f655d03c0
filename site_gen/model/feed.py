"""What feeds and the page about them show."""

from datetime import datetime

from msgspec import Struct

from site_gen.model.post import Body, Card, Correction


class FeedLink(Struct, frozen=True):
    """A feed that belongs to a page, for autodiscovery: its media type, title and address."""

    type: str
    title: str
    url: str


class FeedItem(Struct, frozen=True):
    """A post in a feed, with its corrections; `body` is None where feeds hold summaries alone.

    `guid` is the identifier that it had in the feed of an older site; "" for its address.
    """

    post: Card
    body: Body | None
    corrections: tuple[Correction, ...] = ()
    guid: str = ""


class FeedView(Struct, frozen=True, kw_only=True):
    """`rss.xml`, `atom.xml` and the JSON feed: its title, the page it belongs to, its posts.

    `hub` is the WebSub hub that announces its changes, "" for none.
    """

    title: str
    description: str
    home: str
    updated: datetime | None
    items: tuple[FeedItem, ...]
    hub: str = ""


class FeedGroup(Struct, frozen=True):
    """The feeds of one page of the site; `kind` is a tag's kind, "thread", or "" for corrections."""

    title: str
    url: str
    feeds: tuple[FeedLink, ...]
    kind: str = ""


class FeedsView(Struct, frozen=True, kw_only=True):
    """`feeds.html`: every feed of the site, for people; `main` are those of the site itself.

    `groups` are ordered by kind, and `kinds` are those that occur, in the same order.
    """

    main: tuple[FeedLink, ...]
    groups: tuple[FeedGroup, ...]
    kinds: tuple[str, ...]
