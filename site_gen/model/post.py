"""The two phases of a post: what its file says (`Entry`), and what the index makes of it (`Post`)."""

from datetime import date as Day
from datetime import datetime
from typing import Any, Literal

from msgspec import Struct

from site_gen.model.picture import Picture, Reference
from site_gen.model.seed import PostType


class Source(Struct, frozen=True, gc=False):
    """A file of the site: its path from the root, with `/`, and the digest of its bytes."""

    path: str
    digest: str


class WrittenDate(Struct, frozen=True, gc=False):
    """A date of a file: the moment in the site's zone, the day as it is written, and whether it has a time of day.

    Without a time the moment is the beginning of the day. The day is used in addresses, whatever the zone.
    """

    moment: datetime
    day: Day
    timed: bool


class Image(Struct, frozen=True, forbid_unknown_fields=True):
    """A post's picture; `focus` is the point that stays visible when it is cropped, as `text/focus.py` reads it."""

    src: str
    alt: str
    credit: str = ""
    caption: str = ""
    focus: str = ""


class Correction(Struct, frozen=True, forbid_unknown_fields=True):
    """What was corrected, and when."""

    date: datetime
    text: str


class Attribution(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The original source of a report."""

    name: str = ""
    url: str = ""


class FrontMatter(Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """The keys of a post. `docs/reference/front-matter.md` is made from this and from `ABOUT` in tools/reference."""

    title: str
    date: WrittenDate | None = None
    updated: datetime | None = None
    slug: str = ""
    summary: str = ""
    dateline: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    type: PostType = "news"
    draft: bool = False
    expires: datetime | None = None
    image: Image | None = None
    aliases: tuple[str, ...] = ()
    guid: str = ""
    pinned: bool = False
    source: Attribution | None = None
    corrections: tuple[Correction, ...] = ()
    thread: str = ""
    language: str = ""
    translation_of: str = ""
    seed: str = ""
    entities: dict[str, tuple[str, ...]] = {}
    extra: dict[str, Any] = {}


class PageMatter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The keys a standing page may have."""

    title: str
    slug: str = ""
    summary: str = ""
    updated: datetime | None = None
    draft: bool = False
    aliases: tuple[str, ...] = ()
    menu: int | None = None
    language: str = ""
    translation_of: str = ""
    extra: dict[str, Any] = {}


class TagMatter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The keys a tag's own text (`content/tags/<slug>.md`) may have."""

    title: str = ""
    summary: str = ""
    image: Image | None = None
    facts: dict[str, str] = {}


class TextLink(Struct, frozen=True):
    """A link of a text to another by file name, `[b](b.md#part)`, or to a place that the text itself does not have.

    `href` is as it is written; line and column are places in its file.
    """

    href: str
    line: int
    column: int = 1


class LinkTarget(Struct, frozen=True):
    """The address of such a link on the site; `url` is "" where its text is not published: the link is not shown."""

    href: str
    url: str


class Body(Struct, frozen=True, gc=False):
    """A text in Markdown, identified by its content: its path, the digest of the text alone, its number of words.

    The text itself stays on disk until it is rendered. `trusted` bodies may hold raw HTML; in `seeded` ones, which were
    made from a seed, addresses without markup are no links. `language` is that by whose rules it is typeset, "" for
    English. `asks` are the pictures that it refers to, in order; the
    index makes `pictures` of them, as they are published, and `targets` of `links`.
    """

    path: str
    digest: str
    words: int
    trusted: bool = False
    seeded: bool = False
    language: str = ""
    asks: tuple[Reference, ...] = ()
    pictures: tuple[Picture, ...] = ()
    links: tuple[TextLink, ...] = ()
    targets: tuple[LinkTarget, ...] = ()


class Entry(Struct, frozen=True, gc=False):
    """What one file of `content/posts/` says.

    `deck` says whether its summary says more than the beginning of its text. `date`, `day` and `timed` are those of
    `WrittenDate`, from the front matter or the file's name. `language` is from there, too; "" for the site's own.
    """

    source: Source
    front: FrontMatter
    date: datetime
    day: Day
    timed: bool
    slug: str
    body: Body
    excerpt: str
    deck: bool = False
    language: str = ""


class Translation(Struct, frozen=True):
    """A page in one of the languages that it exists in: the language's tag, the address, the title.

    `original` says whether the others were translated from it.
    """

    language: str
    url: str
    title: str
    original: bool = False


class PageEntry(Struct, frozen=True):
    """What one file of `content/pages/` says; `url` is its address, `language` "" for the site's own.

    The index puts the language's folder before the address, and adds the `translations`.
    """

    source: Source
    front: PageMatter
    url: str
    body: Body
    excerpt: str
    language: str = ""
    translations: tuple[Translation, ...] = ()


class TagEntry(Struct, frozen=True):
    """What one file of `content/tags/` says of the tag with that slug, in a language; "" for the site's own."""

    source: Source
    front: TagMatter
    slug: str
    body: Body
    language: str = ""


SourceEntry = Entry | PageEntry | TagEntry  # what one file of content/ says

# The kinds of tags, in the order in which pages show them.
TERM_KINDS = ("country", "organisation", "person", "equipment", "place", "topic")


class TermRef(Struct, frozen=True):
    """A tag as a post shows it."""

    name: str
    slug: str
    url: str
    kind: str


class Card(Struct, frozen=True, gc=False):
    """All that *other* pages may show of a post. `language` is "" where it is that of the pages that list it."""

    url: str
    title: str
    date: datetime
    updated: datetime | None
    summary: str
    authors: tuple[str, ...]
    tags: tuple[TermRef, ...]
    type: PostType
    pinned: bool
    image: Picture | None
    language: str = ""


class Post(Struct, frozen=True, gc=False):
    """A published post: its source, its card, its body, and what else its own page shows.

    `deck` says whether its page shows the summary, since that says more than the beginning of the text.
    `translations` are all languages that it is published in, its own among them; none if that is the only one.
    """

    source: Source
    card: Card
    body: Body
    aliases: tuple[str, ...] = ()
    dateline: str = ""
    attribution: Attribution | None = None
    corrections: tuple[Correction, ...] = ()
    thread: str = ""
    extra: dict[str, Any] = {}
    deck: bool = False
    translations: tuple[Translation, ...] = ()
    guid: str = ""


class Withheld(Struct, frozen=True):
    """A post that is not published now, and why; `until` is when that changes without an edit, if it does."""

    path: str
    title: str
    reason: Literal["draft", "scheduled", "expired"]
    until: datetime | None
    url: str
