"""Pages and what their templates see: the published contract with themes.

A template is given `site` (`SiteView`), `page` (`PageInfo`) and the fields of its view by their names. A `Page` holds
everything its bytes depend on besides theme, site view and engine, so equality of two pages is the dependency check.
"""

from datetime import datetime
from typing import Any

from msgspec import Struct

from site_gen.model.picture import PictureView, Rendition, SocialView
from site_gen.model.post import Attribution, Body, Card, Correction, TermRef


class Link(Struct, frozen=True):
    """A named address."""

    title: str
    url: str


class FeedLink(Struct, frozen=True):
    """A feed that belongs to a page, for autodiscovery: its media type, title and address."""

    type: str
    title: str
    url: str


class SiteView(Struct, frozen=True, kw_only=True):
    """What every template may use as `site`."""

    title: str
    tagline: str
    base_url: str
    language: str
    timezone: str
    menu: tuple[Link, ...]
    pages: tuple[Link, ...]
    publisher: str
    logo: str
    email: str
    feeds: tuple[FeedLink, ...]
    options: dict[str, str]


class PageInfo(Struct, frozen=True, kw_only=True):
    """What every template may use as `page`; `description` is plain text, `kind` the name of the page maker."""

    url: str
    title: str
    kind: str
    description: str = ""
    feeds: tuple[FeedLink, ...] = ()
    index: bool = True


class Pager(Struct, frozen=True):
    """Where a page of a list stands among its sisters; page 1 is the list's own address."""

    number: int
    total: int
    newer: str
    older: str
    first: str
    posts: int


class PostView(Struct, frozen=True, kw_only=True):
    """`post.html`: one article. `body` is rendered HTML by the time the template sees it.

    `social_card` is the picture with its headline, which only the newest posts have.
    """

    post: Card
    body: Body
    newer: Card | None
    older: Card | None
    related: tuple[Card, ...]
    attribution: Attribution | None
    corrections: tuple[Correction, ...]
    thread: str
    extra: dict[str, Any]
    social_card: Rendition | None = None


class HomeView(Struct, frozen=True, kw_only=True):
    """`home.html`: the newest posts, pinned ones first on page 1."""

    posts: tuple[Card, ...]
    pager: Pager
    terms: tuple[TermRef, ...]


class TermView(Struct, frozen=True, kw_only=True):
    """`tag.html`: a tag and a page of its posts. `body` is the tag's own text, or None."""

    term: TermRef
    posts: tuple[Card, ...]
    pager: Pager
    summary: str
    facts: dict[str, str]
    body: Body | None


class TermCount(Struct, frozen=True):
    """A tag and how many posts have it."""

    term: TermRef
    count: int


class TermGroup(Struct, frozen=True):
    """Tags of one kind, by name."""

    kind: str
    terms: tuple[TermCount, ...]


class TermsView(Struct, frozen=True, kw_only=True):
    """`tags.html`: all tags, by kind."""

    groups: tuple[TermGroup, ...]
    count: int


class MonthCount(Struct, frozen=True):
    """A month's first day, its address and how many posts it has."""

    date: datetime
    url: str
    count: int


class YearCount(Struct, frozen=True):
    """A year, its address, its posts and its months."""

    year: int
    url: str
    count: int
    months: tuple[MonthCount, ...]


class ArchiveView(Struct, frozen=True, kw_only=True):
    """`archive.html`: every year and month."""

    years: tuple[YearCount, ...]
    count: int


class YearView(Struct, frozen=True, kw_only=True):
    """`year.html`: the posts of a year by month, newest first."""

    year: int
    months: tuple[MonthCount, ...]
    posts: tuple[Card, ...]
    newer: Link | None
    older: Link | None


class MonthView(Struct, frozen=True, kw_only=True):
    """`month.html`: the posts of a month, newest first; `date` is its first day."""

    date: datetime
    posts: tuple[Card, ...]
    newer: Link | None
    older: Link | None


class StandingView(Struct, frozen=True, kw_only=True):
    """`page.html`: a standing page."""

    title: str
    body: Body
    updated: datetime | None
    extra: dict[str, Any]


class FeedItem(Struct, frozen=True):
    """A post in a feed; `body` is None where feeds hold summaries alone."""

    post: Card
    body: Body | None


class FeedView(Struct, frozen=True, kw_only=True):
    """`rss.xml`, `atom.xml` and the JSON feed: what it is called, the page it belongs to, its posts."""

    title: str
    description: str
    home: str
    updated: datetime | None
    items: tuple[FeedItem, ...]


class Location(Struct, frozen=True):
    """An address in the sitemap with the time its content last moved."""

    url: str
    modified: datetime | None


class SitemapView(Struct, frozen=True, kw_only=True):
    """`sitemap.xml`."""

    locations: tuple[Location, ...]


class SitemapIndexView(Struct, frozen=True, kw_only=True):
    """`sitemapindex.xml`: the parts of a sitemap that is too large for one file."""

    parts: tuple[Location, ...]


class RedirectView(Struct, frozen=True, kw_only=True):
    """`redirect.html`: an address that has moved."""

    to: str


class BareView(Struct, frozen=True, kw_only=True):
    """`404.html` and `robots.txt`: nothing beyond `site` and `page`."""


View = (
    PostView
    | HomeView
    | TermView
    | TermsView
    | ArchiveView
    | YearView
    | MonthView
    | StandingView
    | FeedView
    | SitemapView
    | SitemapIndexView
    | RedirectView
    | PictureView
    | SocialView
    | BareView
)


class Page(Struct, frozen=True):
    """One file of the site to be: where it is written, which template makes it, what that sees.

    `source` names what it comes from, for people: a file, or a tag.
    """

    path: str
    template: str
    info: PageInfo
    view: View
    source: str
