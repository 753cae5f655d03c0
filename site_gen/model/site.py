"""The index of the whole site as one value: everything that pages are made from."""

from datetime import datetime
from functools import cached_property

from msgspec import Struct

from site_gen.model.language import Phrases
from site_gen.model.page import Dossier
from site_gen.model.picture import Picture, PictureView
from site_gen.model.post import Card, PageEntry, Post, TagEntry, TermRef
from site_gen.model.redirect import Redirect
from site_gen.model.settings import Settings


class Term(Struct, frozen=True):
    """A tag with its posts, newest first, and their dossier; `entry` is its own text, `image` its picture."""

    ref: TermRef
    posts: tuple[Card, ...]
    dossier: Dossier
    entry: TagEntry | None = None
    image: Picture | None = None


class Month(Struct, frozen=True):
    """The posts of one month, newest first; `number` is 1 to 12."""

    year: int
    number: int
    url: str
    posts: tuple[Card, ...]


class Year(Struct, frozen=True):
    """The months of one year that have posts, newest first."""

    number: int
    url: str
    months: tuple[Month, ...]

    @property
    def count(self) -> int:
        """Posts in the year."""
        return sum(len(month.posts) for month in self.months)


class Thread(Struct, frozen=True):
    """A developing story of two posts or more, newest first."""

    name: str
    slug: str
    url: str
    posts: tuple[Card, ...]


class RelatedIndex(Struct, frozen=True):
    """For each post, newest first, the numbers of its related posts; `key` is a digest of what they depend on."""

    key: bytes = b""
    numbers: tuple[tuple[int, ...], ...] = ()


NOTHING_RELATED = RelatedIndex()


class Neighbours(Struct, frozen=True, gc=False):
    """What a post's page shows of other posts."""

    newer: Card | None
    older: Card | None
    related: tuple[Card, ...]


class Site(Struct, frozen=True, dict=True):
    """Settings and content of the site as it is published at one moment. Posts are newest first.

    `pictures` are the files of all pictures that are shown, by path; `maker` is the program that draws social cards, ""
    for none. `redirects` are those of redirects.yaml; posts have their own aliases. `page_404` is the text of the 404
    page. `newest` is the date of the site: that of its newest post or update. `phrases` are strings of the interface
    that the site says itself. `expired` are the addresses of posts that have expired.

    `editions` are the parts of the site in other languages, each with its own settings and posts; redirects are the
    site's alone. `edition` is the language of such a part and `prefix` the folder of its addresses.
    """

    settings: Settings
    posts: tuple[Post, ...]
    neighbours: tuple[Neighbours, ...]
    terms: tuple[Term, ...]
    threads: tuple[Thread, ...]
    years: tuple[Year, ...]
    standing: tuple[PageEntry, ...]
    as_of: datetime
    pictures: dict[str, PictureView] = {}
    maker: str = ""
    redirects: tuple[Redirect, ...] = ()
    page_404: PageEntry | None = None
    newest: datetime | None = None
    phrases: tuple[Phrases, ...] = ()
    expired: tuple[str, ...] = ()
    edition: str = ""
    prefix: str = ""
    editions: tuple["Site", ...] = ()

    @property
    def every_edition(self) -> tuple["Site", ...]:
        """The site's own part and all others."""
        return (self, *self.editions)

    @property
    def post_count(self) -> int:
        """The posts in all languages."""
        return sum(len(edition.posts) for edition in self.every_edition)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The cards of all posts, newest first."""
        return tuple(post.card for post in self.posts)
