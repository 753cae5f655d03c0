"""The values of ingest: what a seed gives, what is derived from it, and why."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

EntityKind = Literal["country", "place", "person", "organisation", "equipment", "topic"]
DateSource = Literal["header", "sidecar", "dateline", "text", "name", "modified"]
PostType = Literal["news", "analysis", "opinion", "background"]


class Given(Struct, frozen=True, kw_only=True):
    """What a seed says about itself, in its header, its sidecar file or its text; it wins over everything derived.

    Empty means not given. `timed` says whether the date has a time of day; without one the time is midnight.
    """

    title: str = ""
    summary: str = ""
    date: datetime | None = None
    date_source: DateSource = "header"
    timed: bool = False
    dateline: str = ""
    slug: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] | None = None
    type: PostType | None = None
    source_name: str = ""
    source_url: str = ""
    draft: bool = False


class SeedPicture(Struct, frozen=True, kw_only=True):
    """A picture that came within a seed's file. Markdown shows it by its name: `![alt](name)`.

    `name` is the name of a file, unlike those of the file's other pictures.
    """

    name: str
    data: bytes
    alt: str = ""
    caption: str = ""
    credit: str = ""


class Seed(Struct, frozen=True, kw_only=True):
    """One raw article: the decoded text of its file, and facts about it.

    `text` has line ends normalised to LF and no byte order mark; its first `header_lines` lines are a header that was
    read into `given`. `markup` says how the text is written; "" is plain text, whose form is guessed. `modified` is the
    file's time of modification, in the site's time zone. `notes` are decisions that were made before.
    """

    path: str
    text: str
    modified: datetime
    header_lines: int = 0
    given: Given = Given()
    markup: Literal["", "markdown"] = ""
    pictures: tuple[SeedPicture, ...] = ()
    notes: "tuple[Decision, ...]" = ()


class Cut(Struct, frozen=True):
    """A line of the seed that is not in the post: its number (1-based, in the seed), its text, and the rule's name."""

    line: int
    text: str
    rule: str


class Entity(Struct, frozen=True):
    """A name found in the text under its canonical spelling. `aliases` are its other forms in the text."""

    name: str
    kind: EntityKind
    iso3: str = ""
    aliases: tuple[str, ...] = ()


class Decision(Struct, frozen=True):
    """One choice of ingest, for people to read: what was chosen (headline, date ...), the value, and why."""

    what: str
    value: str
    why: str


class Converted(Struct, frozen=True, kw_only=True):
    """One text that a file holds, as Markdown, with what the file says about it and the pictures that it holds.

    A file of several texts names each: `part` is that name, the same however often the file is saved, and `source` is
    all that the file says of this text, which shows whether it changed. Both are "" where the file is one text. Lines
    of `text` should be those of the file where that has lines.
    """

    text: str
    given: Given = Given()
    pictures: tuple[SeedPicture, ...] = ()
    part: str = ""
    source: str = ""
    notes: tuple[Decision, ...] = ()


class Doubt(Struct, frozen=True):
    """What ingest is unsure of in a post, and why, worded for the editor who reviews it."""

    about: Literal["headline", "summary", "date", "tags", "slug", "cut", "text", "pictures"]
    why: str

    def __str__(self) -> str:
        return f"{self.about}: {self.why}"


class Article(Struct, frozen=True, kw_only=True):
    """The result of ingest for one seed. `body` is Markdown that renders to the cleaned text and nothing else.

    `timed` is as in `Given`. `other_titles` are the next best headlines; `other_dates` the dates that were not chosen.
    `aliases` are addresses that a post had before an editor gave it another date. `language` is that of the text as a
    tag, empty where it is the site's. The body shows `pictures` by the address `seed:name`, until it is known where
    their files are. `drafted`: its seed says that it is a draft.
    `language_guessed`: the library that tells languages was missing.
    """

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
    timed: bool = False
    dateline: str = ""
    language: str = ""
    language_guessed: bool = False
    unsure: tuple[Doubt, ...] = ()
    other_titles: tuple[str, ...] = ()
    other_dates: tuple[Decision, ...] = ()
    draft: bool = False
    drafted: bool = False
    aliases: tuple[str, ...] = ()
    pictures: tuple[SeedPicture, ...] = ()

    def entity(self, name: str) -> Entity:
        """The entity with this name, in whatever form; a topic where the text has none of that name."""
        known = (*self.tags, *self.entities)
        folded = name.casefold()
        found = (one for one in known if folded in {form.casefold() for form in (one.name, *one.aliases)})
        return next(found, Entity(name, "topic"))


class Duplicate(Struct, frozen=True):
    """A seed with the same content as another; `of` is the fuller one, which becomes the post."""

    seed: str
    of: str
    why: str
