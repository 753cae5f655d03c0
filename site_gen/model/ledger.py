"""What is remembered from one build to the next. Disposable: without it a build is merely slower."""

from datetime import datetime

from msgspec import Struct

from site_gen.model.picture import PictureFact
from site_gen.model.post import Entry, PageEntry, SourceEntry, TagEntry, Withheld
from site_gen.model.problem import Problem
from site_gen.model.site import NOTHING_RELATED, RelatedIndex


class Stamp(Struct, frozen=True, array_like=True):
    """Cheap evidence that a file is as it was: its size, time of modification (ns) and inode.

    Of sources also the time at which the system last changed anything about it (ns), which no program can set back; of
    written files not, since the rename that puts them in place counts as such a change.
    """

    size: int
    modified: int
    inode: int
    changed: int = 0


NO_STAMP = Stamp(-1, 0, 0)


class SourceFact(Struct, frozen=True):
    """A source file as it was read: its stamp, its digest, what it said or shows, if it does, what is odd."""

    stamp: Stamp
    digest: str
    entry: Entry | None = None
    page: PageEntry | None = None
    tag: TagEntry | None = None
    picture: PictureFact | None = None
    warnings: tuple[Problem, ...] = ()

    @property
    def said(self) -> SourceEntry | None:
        """What the file said, whatever kind of file it is."""
        return self.entry or self.page or self.tag


class PageFact(Struct, frozen=True, array_like=True):
    """A file as it was written: the key of the page it was made from, the digest of its bytes, its stamp.

    `parts` holds a checksum of each field of the page's view, to say later which of them changed.
    """

    key: bytes
    content: bytes
    stamp: Stamp
    parts: tuple[int, ...] = ()


class SharedInputs(Struct, frozen=True):
    """What pages depend on besides their value, as digests: the program, the site's view, each template's closure."""

    program: str
    site: str
    markup: str
    templates: dict[str, str]


class ThemeFact(Struct, frozen=True):
    """A theme that was checked and found good: the digest of each template with all it refers to, its stylesheets.

    `styles` are the stylesheets as they are published, by path; `warnings` are what is odd about it.
    """

    digest: str
    templates: dict[str, str]
    styles: dict[str, bytes] = {}
    warnings: tuple[Problem, ...] = ()


class Ledger(Struct, frozen=True):
    """The last build: what was read, what was written, in which surroundings, and what was asked for.

    With the same sources it would be the same from `as_of` until `until`, the next moment at which a post comes due or
    expires. Which posts are related is dear to find out, and is kept for as long as posts and their tags stay.
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

    def holds_at(self, moment: datetime) -> bool:
        """Whether the same posts are published at another moment."""
        return self.as_of is not None and self.as_of <= moment and (self.until is None or moment < self.until)


class UpToDateRecord(Struct, frozen=True):
    """Proof that a build would do nothing: what it was asked, the stamps of all that it read and wrote, its warnings.

    It holds from `as_of` until `until`, the next moment at which a post comes due or expires.
    """

    asked: str
    as_of: datetime
    until: datetime | None
    sources: dict[str, Stamp]
    outputs: dict[str, Stamp]
    pages: int
    withheld: tuple[Withheld, ...]
    warnings: tuple[Problem, ...] = ()
