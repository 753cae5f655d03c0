"""From raw text to post: what is given, what is derived, and why."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

EntityKind = Literal["country", "place", "person", "organisation", "equipment", "topic"]
DateSource = Literal["header", "sidecar", "dateline", "text", "name", "modified"]
PostType = Literal["news", "analysis", "opinion", "background"]


class Given(Struct, frozen=True, kw_only=True):
    """What a seed's header or its sidecar file says; it wins over everything derived. Empty means not given."""

    title: str = ""
    summary: str = ""
    date: datetime | None = None
    date_source: Literal["header", "sidecar"] = "header"
    slug: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] | None = None
    type: PostType | None = None
    source_name: str = ""
    source_url: str = ""


class Seed(Struct, frozen=True, kw_only=True):
    """One raw article: decoded text as it stands in the file, and the facts around it.

    `text` has line ends normalised to LF and no byte order mark; `header_lines` of its first lines are a header that
    was read into `given`. `modified` is the file's time of modification, in the site's time zone.
    """

    path: str
    text: str
    modified: datetime
    header_lines: int = 0
    given: Given = Given()


class Cut(Struct, frozen=True):
    """A line of the seed that is not in the post: its number (1-based, in the seed), its text, and the rule's name."""

    line: int
    text: str
    rule: str


class Entity(Struct, frozen=True):
    """A name found in the text under its canonical spelling. `aliases` are the other forms met there."""

    name: str
    kind: EntityKind
    iso3: str = ""
    aliases: tuple[str, ...] = ()


class Decision(Struct, frozen=True):
    """One choice of ingest, for a person to read: what (headline, date ...), the value chosen, and why."""

    what: str
    value: str
    why: str


class Article(Struct, frozen=True, kw_only=True):
    """All that ingest makes of one seed. `body` is Markdown that renders to the cleaned text and nothing else."""

    seed: str
    title: str
    summary: str
    date: datetime
    date_source: DateSource
    slug: str
    body: str
    authors: tuple[str, ...] = ()
    type: PostType = "news"
    source_name: str = ""
    source_url: str = ""
    entities: tuple[Entity, ...] = ()
    tags: tuple[Entity, ...] = ()
    cuts: tuple[Cut, ...] = ()
    decisions: tuple[Decision, ...] = ()
    draft: bool = False


class Duplicate(Struct, frozen=True):
    """A seed that says what another one says; `of` is the fuller one that becomes the post."""

    seed: str
    of: str
    why: str
