"""Pages and what their templates see: the published contract with themes.

A template is given `site` (`SiteView`), `page` (`PageInfo`) and the fields of its view by their names. A `Page` holds
everything its bytes depend on apart from theme, site view and engine, so comparing two pages is the dependency check.
"""

from datetime import datetime
from typing import Any

from msgspec import Struct

from site_gen.model.coverage import CountryShape, LegendKey, YearCoverage
from site_gen.model.feed import FeedLink, FeedsView, FeedView
from site_gen.model.front import Front
from site_gen.model.listing import UNLISTED, Listing
from site_gen.model.lists import IndexGroup, MonthCount, TermCount, TermGroup, WeekPart, YearCount, YearPart
from site_gen.model.menu import MenuLink
from site_gen.model.picture import DrawnIconView, Picture, PictureView, Rendition, SocialView
from site_gen.model.post import Attribution, Body, Card, Correction, TermRef, Translation
from site_gen.model.site_files import (
    BareView,
    ContactView,
    GuideLink,
    HeadersView,
    IconView,
    KeyView,
    NewsSitemapView,
    NotFoundView,
    RedirectView,
    RulesView,
    SitemapIndexView,
    SitemapView,
)
from site_gen.model.theme import OptionValue


class Link(Struct, frozen=True):
    """A named address."""

    title: str
    url: str


class LanguageLink(Struct, frozen=True):
    """A language of the site: its tag, what readers choose it by, its front page."""

    language: str
    name: str
    url: str


class SiteView(Struct, frozen=True, kw_only=True):
    """What every template may use as `site`; `nav_links` are the pages for looking things up.

    `rights` says who holds the rights, `profiles` are the publisher's pages elsewhere. `search` is the page that
    searches the texts, "" without one.

    `prefix` is the folder of the addresses in the page's language, as in `(site.prefix ~ '/tags/')|url`; `home` and
    `archive` are in it. `languages` are all that the site is published in, if it is more than one.
    """

    title: str
    tagline: str
    base_url: str
    language: str
    timezone: str
    menu: tuple[MenuLink, ...]
    pages: tuple[Link, ...]
    publisher: str
    logo: str
    email: str
    feeds: tuple[FeedLink, ...]
    nav_links: tuple[Link, ...]
    options: dict[str, OptionValue]
    search: str = ""
    fediverse: str = ""
    markdown_copies: bool = False
    rights: str = ""
    prefix: str = ""
    home: str = "/"
    archive: str = "/archive/"
    languages: tuple[LanguageLink, ...] = ()
    profiles: tuple[str, ...] = ()


class PageInfo(Struct, frozen=True, gc=False, kw_only=True):
    """What every template may use as `page`; `description` is plain text, `kind` the name of the page maker.

    `language` is that of the page's interface, "" for the site's; templates and `site` are in that language.
    `translations` are the languages in which the page exists, its own among them; none if that is the only one.
    """

    url: str
    title: str
    kind: str
    description: str = ""
    feeds: tuple[FeedLink, ...] = ()
    index: bool = True
    language: str = ""
    translations: tuple[Translation, ...] = ()


class Pager(Struct, frozen=True):
    """The place of a page among the pages of a list; page 1 has the list's own address."""

    number: int
    total: int
    newer: str
    older: str
    first: str
    posts: int


class ThreadBox(Struct, frozen=True):
    """What a post shows of its developing story: up to three posts on either side, each side newest first.

    `count` is how many posts the story has, this one included; `url` is its page.
    """

    name: str
    url: str
    count: int
    later: tuple[Card, ...]
    earlier: tuple[Card, ...]


class PostView(Struct, frozen=True, gc=False, kw_only=True):
    """`post.html`: one article. Templates get `body` as rendered HTML.

    `social_card` is the picture with its headline, which only the newest posts have. `deck` is the summary where it
    says more than the beginning of the text.
    """

    post: Card
    body: Body
    newer: Card | None
    older: Card | None
    related: tuple[Card, ...]
    dateline: str
    attribution: Attribution | None
    corrections: tuple[Correction, ...]
    thread: ThreadBox | None
    extra: dict[str, Any]
    social_card: Rendition | None = None
    deck: str = ""


class Section(Struct, frozen=True):
    """A section of the front page: a tag, and its newest posts that are not above it or in another section."""

    term: TermRef
    posts: tuple[Card, ...]


class HomeView(Struct, frozen=True, kw_only=True):
    """`home.html`: the newest posts, pinned ones first; page 1 has `sections`, whose posts may be in `posts` too.

    If there are posts, page 1 also has a `front`, which says where each is, and `newest`, the date of the newest.
    """

    posts: tuple[Card, ...]
    sections: tuple[Section, ...]
    pager: Pager
    terms: tuple[TermRef, ...]
    front: Front | None = None
    newest: datetime | None = None


class Dossier(Struct, frozen=True, kw_only=True):
    """A summary of a tag's posts; nothing in it depends on posts without the tag.

    `months` are the numbers of posts in each month from the oldest post to the newest. `start` are the texts that
    explain, for a reader who is new to the tag; `beside` are the other tags of the same posts, by kind, most frequent
    first. `source` says where facts that the site did not write itself come from.
    """

    oldest: datetime
    newest: datetime
    months: tuple[int, ...]
    busiest: tuple[MonthCount, ...]
    years: tuple[YearPart, ...]
    start: tuple[Card, ...]
    beside: tuple[TermGroup, ...]
    source: str = ""


class TermView(Struct, frozen=True, kw_only=True):
    """`tag.html`: a tag and a page of its posts. `title` is that of the tag's own text, or else its name.

    `body` is the tag's own text and `image` its picture; they and `dossier` are on page 1 alone.
    """

    term: TermRef
    title: str
    posts: tuple[Card, ...]
    pager: Pager
    summary: str
    facts: dict[str, str]
    dossier: Dossier | None
    body: Body | None
    image: Picture | None = None


class TermsView(Struct, frozen=True, kw_only=True):
    """`tags.html`: all tags, by kind."""

    groups: tuple[IndexGroup, ...]
    count: int


class CoverageView(Struct, frozen=True, kw_only=True):
    """`coverage.html`: what the site has written about, where and when.

    `box` is the map's SVG view box, `rest` the outlines of all countries without a post. `countries` are all that have
    posts, `groups` the most frequent tags of each kind; both by number of posts. The legends say which numbers of
    posts a shade of the map and of the calendar stands for.
    """

    count: int
    box: str
    shapes: tuple[CountryShape, ...]
    rest: str
    map_legend: tuple[LegendKey, ...]
    day_legend: tuple[LegendKey, ...]
    countries: tuple[TermCount, ...]
    years: tuple[YearCoverage, ...]
    groups: tuple[TermGroup, ...]


class SearchView(Struct, frozen=True, kw_only=True):
    """`search.html`: `index` is the address of the folder of Pagefind's index, "" where there is none.

    `kinds` are the kinds of tags by which the index is filtered, in addition to `year`. For readers without the index,
    `terms` are the most frequent tags, and `years` those of the archive.
    """

    index: str
    kinds: tuple[str, ...]
    terms: tuple[TermCount, ...]
    years: tuple[Link, ...]


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
    """`month.html`: the posts of a month, newest first; `date` is its first day.

    `weeks`, newest first, divide a month with too many posts for one glance; others have none.
    """

    date: datetime
    posts: tuple[Card, ...]
    weeks: tuple[WeekPart, ...]
    newer: Link | None
    older: Link | None


class StandingView(Struct, frozen=True, kw_only=True):
    """`page.html`: a standing page."""

    title: str
    body: Body
    updated: datetime | None
    extra: dict[str, Any]


class Notice(Struct, frozen=True):
    """A correction with its post; `url` is its address on the page of the post."""

    post: Card
    date: datetime
    text: str
    url: str


class CorrectionsView(Struct, frozen=True, kw_only=True):
    """`corrections.html`: every correction, newest first."""

    notices: tuple[Notice, ...]


class ThreadView(Struct, frozen=True, kw_only=True):
    """`thread.html`: a developing story, its posts newest first.

    `start` are those of its posts that explain, for a reader who is new to it; `terms` its most frequent tags.
    """

    name: str
    posts: tuple[Card, ...]
    start: tuple[Card, ...] = ()
    terms: tuple[TermRef, ...] = ()


class TextView(Struct, frozen=True, kw_only=True):
    """`post.md`: a post for programs that read Markdown; its `content.html` is the text as it was written."""

    post: Card
    body: Body
    corrections: tuple[Correction, ...]


class GuideView(Struct, frozen=True, kw_only=True):
    """`llms.txt` (https://llmstxt.org): the newest posts, as Markdown if there are `markdown_copies`.

    `pages` are other pages that help to find things.
    """

    posts: tuple[Card, ...]
    markdown_copies: bool
    pages: tuple[GuideLink, ...] = ()


View = (
    PostView
    | HomeView
    | TermView
    | TermsView
    | CoverageView
    | SearchView
    | ArchiveView
    | YearView
    | MonthView
    | StandingView
    | NotFoundView
    | FeedView
    | SitemapView
    | SitemapIndexView
    | NewsSitemapView
    | CorrectionsView
    | ThreadView
    | FeedsView
    | IconView
    | HeadersView
    | ContactView
    | KeyView
    | TextView
    | GuideView
    | RedirectView
    | RulesView
    | PictureView
    | SocialView
    | DrawnIconView
    | BareView
)


class Page(Struct, frozen=True, gc=False):
    """One planned file of the site: its path, the template that renders it, and what the template sees.

    `source` names its origin for people: a file, or a tag. `listing` is for the pages that list others.
    """

    path: str
    template: str
    info: PageInfo
    view: View
    source: str
    listing: Listing = UNLISTED
