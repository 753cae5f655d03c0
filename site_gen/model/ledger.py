"""What one build stores for the next. It may be deleted: the next build is merely slower."""

from collections.abc import Set
from datetime import datetime

from msgspec import Struct

from site_gen.model.page import SiteView
from site_gen.model.picture import PictureFact
from site_gen.model.post import Entry, PageEntry, SourceEntry, TagEntry, Withheld
from site_gen.model.problem import Problem
from site_gen.model.site import NOTHING_RELATED, RelatedIndex


class Stamp(Struct, frozen=True, array_like=True, gc=False):
    """Cheap evidence that a file is unchanged: its size, time of modification (ns) and inode.

    For sources also the time of the last change of the inode (ns), which no program can set back; not for written
    files, since the rename that puts them in place is such a change.
    """

    size: int
    modified: int
    inode: int
    changed: int = 0


NO_STAMP = Stamp(-1, 0, 0)


class StampTable(Struct, frozen=True, array_like=True):
    """The stamps of many files, packed: their paths with zero bytes between, and a row of the same length for each."""

    paths: bytes = b""
    rows: bytes = b""
    count: int = 0


class SourceFact(Struct, frozen=True, gc=False):
    """A source file as it was read: its stamp and digest, its entry or picture if it has one, and warnings."""

    stamp: Stamp
    digest: str
    entry: Entry | None = None
    page: PageEntry | None = None
    tag: TagEntry | None = None
    picture: PictureFact | None = None
    warnings: tuple[Problem, ...] = ()

    @property
    def source_entry(self) -> SourceEntry | None:
        """The entry of the file, whatever kind of text it is."""
        return self.entry or self.page or self.tag


class PageFact(Struct, frozen=True, array_like=True, gc=False):
    """A file as it was written: the key of the page it was made from, the digest of its bytes, its stamp.

    `parts` holds a checksum (4 bytes) of each field of the page's view, to find out later which of them changed.
    """

    key: bytes
    content: bytes
    stamp: Stamp
    parts: bytes = b""


class SharedInputs(Struct, frozen=True):
    """What pages depend on apart from their value, as digests: the program, the site view, each template's closure.

    `phrases` are the strings of the interface that site and theme say themselves.
    """

    program: str
    site: str
    markup: str
    templates: dict[str, str]
    phrases: str = ""


class ThemeFact(Struct, frozen=True):
    """A theme that passed its checks: the digest of each template with all it refers to, its stylesheets.

    `styles` are the stylesheets as they are published, by path; `warnings` are those about the theme.
    """

    digest: str
    templates: dict[str, str]
    styles: dict[str, bytes] = {}
    warnings: tuple[Problem, ...] = ()


class Ledger(Struct, frozen=True):
    """The last build: what it read and wrote, its shared inputs, and what was asked for.

    With the same sources its result is the same from `as_of` until `until`, the next moment at which a post is due or
    expires. Related posts are expensive to find, and are kept as long as posts and their tags stay the same.
    """

    reading: str = ""
    sources: dict[str, SourceFact] = {}
    shared_inputs: SharedInputs = SharedInputs("", "", "", {})
    pages: dict[str, PageFact] = {}
    theme: ThemeFact = ThemeFact("", {})
    asked: str = ""
    as_of: datetime | None = None
    until: datetime | None = None
    beside: RelatedIndex = NOTHING_RELATED

    def asks_the_same(self, asked: str, moment: datetime, paths: Set[str]) -> bool:
        """Whether the same is asked of the same files, and the same posts are published at this moment."""
        return self.asked == asked and self.holds_at(moment) and self.sources.keys() == paths

    def holds_at(self, moment: datetime) -> bool:
        """Whether the same posts are published at another moment."""
        return self.as_of is not None and self.as_of <= moment and (self.until is None or moment < self.until)


class ShownTexts(Struct, frozen=True):
    """Which pages show which texts, and what else it takes to render them again when nothing but a text was edited.

    `rows` has eight bytes for each text on each page: a checksum of the text's path, and the page's number in the
    ledger. `linked` are the texts whose headings others link to. `site` and `others` are the views of the site that
    pages see. `ledger` is the tag of the ledger that this belongs to.
    """

    rows: bytes
    linked: tuple[str, ...]
    site: SiteView
    others: tuple[SiteView, ...]
    ledger: bytes = b""


class UpToDateRecord(Struct, frozen=True):
    """Evidence that a build would change nothing: what was asked, the stamps of all inputs and outputs, its warnings.

    It is valid from `as_of` until `until`, the next moment at which a post is due or expires, or from which a recorded
    address may count as lost. Sources are in the order of their paths, and outputs in that of the ledger: the pages,
    then the copied files.
    """

    asked: str
    as_of: datetime
    until: datetime | None
    sources: StampTable
    outputs: StampTable
    pages: int
    withheld: tuple[Withheld, ...]
    texts: ShownTexts
    warnings: tuple[Problem, ...] = ()
