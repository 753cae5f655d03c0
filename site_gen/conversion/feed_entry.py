"""A feed and its entries, whatever format they were read from."""

from collections.abc import Mapping

from msgspec import Struct


class Content(Struct, frozen=True):
    """The text of an entry: HTML, or plain. `base` is the address that `xml:base` gives its links; "" for none."""

    text: str
    is_html: bool
    base: str = ""


class Category(Struct, frozen=True):
    """A category as its feed has it: its name, and the scheme or domain that it belongs to."""

    name: str
    scheme: str = ""


class Attachment(Struct, frozen=True):
    """A file that comes with an entry: its address, and its media type where the feed has that."""

    url: str
    type: str = ""
    title: str = ""


class Entry(Struct, frozen=True, kw_only=True):
    """One entry of a feed.

    `key` identifies it for good; with `is_address` it is the address of the entry as well. `base` is the address that
    its relative links begin at. `picture` stands for the entry, `thumbnail` is a small one of it. `other` has the words
    of simple elements in further namespaces, by `{namespace}name`.
    """

    key: str = ""
    is_address: bool = False
    title: str = ""
    link: str = ""
    base: str = ""
    published: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    source: str = ""
    categories: tuple[Category, ...] = ()
    content: Content | None = None
    summary: Content | None = None
    picture: str = ""
    thumbnail: str = ""
    attachments: tuple[Attachment, ...] = ()
    other: Mapping[str, str] = {}


class Feed(Struct, frozen=True):
    """The title of a feed, its entries, the address of its site, its own identifier and address, its authors."""

    title: str
    entries: tuple[Entry, ...]
    home: str = ""
    key: str = ""
    itself: str = ""
    authors: tuple[str, ...] = ()
