"""What a source gives: its items, each with its old address, and what belongs to the site as a whole."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Literal

from msgspec import Struct

from site_gen.model.problem import Problem, Result

NOT_YET = "its old address had a page for all; it is answered once this draft is published"
"""What is lost with a text that readers saw in part, before they paid or signed in."""


class Term(Struct, frozen=True):
    """A category or tag of an item, by its name and by the slug that its old address has."""

    kind: Literal["category", "tag"]
    name: str
    slug: str = ""


class Loss(Struct, frozen=True):
    """What an item had that its text here has not, or has otherwise; `line` counts in the item's text, 0 means all."""

    line: int
    what: str


class Item(Struct, frozen=True, kw_only=True):
    """One item of a source.

    `key` identifies it in its source for good, `place` says where it is there. `address` is its old path below the home
    of the old site, "" where it had none. `draft` says why it is not public, "" where it is; `skipped` why it is not
    imported. `body` is what the source says, `html` the same as HTML (None: it is Markdown). `words` is the text
    whose words are counted.
    """

    key: str
    kind: Literal["post", "page", "picture", "other"]
    place: str
    title: str = ""
    address: str = ""
    more_addresses: tuple[str, ...] = ()
    base: str = ""
    """The full address that relative links begin at; "" where it is the item's own."""
    guid: str = ""
    date: datetime | None = None
    timed: bool = True
    updated: datetime | None = None
    slug: str = ""
    draft: str = ""
    skipped: str = ""
    authors: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    summary: str = ""
    body: str = ""
    html: str | None = None
    markdown: str = ""
    """The text without macros, where `html` is None."""
    words: str = ""
    picture: str = ""
    parent: str = ""
    """The key of the item that a picture belongs to."""
    picture_alt: str = ""
    picture_caption: str = ""
    expires: datetime | None = None
    language: str = ""
    file: str = ""
    """Its path in the source, by which other items link to it and relative addresses begin; "" in an export."""
    losses: tuple[Loss, ...] = ()
    later: "Callable[[Item], Item] | None" = None
    """Gives the item with its text, where a source does not hold all texts at once."""

    def whole(self) -> "Item":
        """The item with its text."""
        return self.later(self) if self.later else self

    @property
    def addresses(self) -> tuple[str, ...]:
        """Its old addresses, each once."""
        return tuple(filter(None, dict.fromkeys((self.address, *self.more_addresses))))


class OldSite(Struct, frozen=True, kw_only=True):
    """What the old site says of itself, as far as the source tells: "" for what it does not.

    `language` is a tag like `en` or `pt-BR`, `timezone` the name of a zone.
    """

    title: str = ""
    tagline: str = ""
    language: str = ""
    timezone: str = ""


class Export(Struct, frozen=True, kw_only=True):
    """All that was read. `home` is the old site's full address; `feeds` are old addresses of its feed.

    Where `home` is not in the export (`is_home_known`), it may be a guess, and keys are those of the whole platform.
    """

    form: str
    items: tuple[Item, ...]
    site: OldSite = OldSite()
    home: str = ""
    is_home_known: bool = True
    is_guid_address: bool = False
    """Whether the identifier of a post in feeds is its full address."""
    feeds: tuple[str, ...] = ()
    archives: tuple[tuple[str, str], ...] = ()
    """Addresses of lists, with the kind of their terms: `("/category/", "category")`, of which those are the beginning,
    or `("/tag/{slug}.html", "tag")`. Those of feeds of a list are of the kind "category feed" or "tag feed"."""
    list_feed: str = "feed/"
    """What follows the address of a list in that of its feed."""
    redirects: tuple[tuple[str, str], ...] = ()
    """Other old addresses, and where each leads: to an old or a new address, elsewhere, "feed", "gone", to the list of
    a term ("term:tag:NATO") or to its feed ("feed:tag:NATO")."""
    hosts: tuple[str, ...] = ()
    """Ends of the names of other hosts that its pictures were on, such as `.bp.blogspot.com`."""
    sitemaps: tuple[Path, ...] = ()
    """Sitemaps in the source: each address in them is answered."""
    media: tuple[Path, ...] = ()
    """Folders of the source in which its pictures are."""
    problems: tuple[Problem, ...] = ()
    spelled: Callable[[Item, str], str] = lambda _, href: href
    """What a link means that the source has its own spelling for: an address, or `REF` and a path in the source."""


Reader = Callable[[Path, tzinfo], Result[Export]]
