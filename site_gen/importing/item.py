"""What a source gives: its items, each with its old address, and what belongs to the site as a whole."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Literal

from msgspec import Struct

from site_gen.model.problem import Problem, Result


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


class Export(Struct, frozen=True, kw_only=True):
    """All that was read. `home` is the old site's full address; `feeds` are old addresses of its feed."""

    form: str
    items: tuple[Item, ...]
    home: str = ""
    feeds: tuple[str, ...] = ()
    archives: tuple[tuple[str, str], ...] = ()
    """Beginnings of the addresses of lists, with the kind of their terms: `("/category/", "category")`."""
    media: tuple[Path, ...] = ()
    """Folders of the source in which its pictures are."""
    problems: tuple[Problem, ...] = ()


Reader = Callable[[Path, tzinfo], Result[Export]]
