"""A feed and its entries, whatever format they were read from."""

from msgspec import Struct


class Content(Struct, frozen=True):
    """The text of an entry: HTML, or plain."""

    text: str
    is_html: bool


class Entry(Struct, frozen=True, kw_only=True):
    """One entry of a feed. `key` identifies it for good; `base` is the address that its relative links begin at."""

    key: str = ""
    title: str = ""
    link: str = ""
    base: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    source: str = ""
    content: Content | None = None
    summary: Content | None = None


class Feed(Struct, frozen=True):
    """The title of a feed, and its entries in their order."""

    title: str
    entries: tuple[Entry, ...]
