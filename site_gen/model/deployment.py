"""What is live at a target, and what a deployment would change there."""

from collections.abc import Mapping

from msgspec import Struct

from site_gen.model.ledger import PageFact, Stamp
from site_gen.model.problem import Problem


class FileFact(Struct, frozen=True, array_like=True):
    """A deployed file: the digest of its bytes and their number. The digest is empty after an interrupted run."""

    digest: str
    size: int


def inventory(files: Mapping[str, PageFact]) -> dict[str, FileFact]:
    """Every file of a site by its path, from the record of the build that wrote it."""
    return {path: FileFact(fact.content.hex(), fact.stamp.size) for path, fact in sorted(files.items())}


class Manifest(Struct, frozen=True, kw_only=True):
    """One deployment, as it is kept at the target.

    `posts` are headlines by address from the site's root, `feeds` the addresses of a feed's items by the feed's own.
    `release` is its name, `when` its time (ISO 8601), `commit` that of the site's repository, if it is in one.
    `pending_pictures` is the number of those that are published as they came until their sizes are made.
    While it is `unfinished`, `files` is all that may be at the target. `stamps` are those of the files of a release on
    a disk that this machine reads: a file with an equal stamp is not read again.
    """

    release: str
    when: str
    base_url: str
    commit: str = ""
    files: dict[str, FileFact]
    posts: dict[str, str] = {}
    feeds: dict[str, tuple[str, ...]] = {}
    unfinished: bool = False
    pending_pictures: int = 0
    stamps: dict[str, Stamp] = {}


class Differences(Struct, frozen=True, kw_only=True):
    """Paths at a target that differ from its manifest, each in order.

    `unknown` are files that the manifest does not name. Where the target is `shared`, someone else may have put them
    there; otherwise they are in a folder of the deployment alone.
    """

    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    shared: bool = False

    @property
    def damage(self) -> bool:
        """Whether readers find anything other than what was deployed."""
        return bool(self.missing or self.changed or (self.unknown and not self.shared))


class Moved(Struct, frozen=True):
    """A post whose address has changed."""

    old: str
    new: str
    headline: str


class Editorial(Struct, frozen=True, kw_only=True):
    """What readers will notice. Addresses are relative to the site's root.

    `vanishing` are addresses of pages and feeds that will not exist afterwards; `again` are the items, by feed, that
    feed readers will show as new although they were published before.
    """

    new: tuple[tuple[str, str], ...] = ()
    headlines: tuple[tuple[str, str, str], ...] = ()
    moved: tuple[Moved, ...] = ()
    vanishing: tuple[str, ...] = ()
    again: tuple[tuple[str, str], ...] = ()


class Plan(Struct, frozen=True, kw_only=True):
    """Paths that are added, changed, removed and unchanged, each in order; and the same in an editor's terms."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    editorial: Editorial
    first: bool
    new: Manifest
    old: Manifest | None
    differences: Differences = Differences()

    @property
    def puts(self) -> tuple[str, ...]:
        """All paths whose bytes are uploaded."""
        return self.added + self.changed

    @property
    def empty(self) -> bool:
        """Whether there is nothing to change at the target."""
        return not (self.added or self.changed or self.removed or self.first)


class Deployment(Struct, frozen=True, kw_only=True):
    """What a deployment did: `notices` are warnings of its build, `warnings` those of the steps after it."""

    target: str
    plan: Plan
    done: bool
    warnings: tuple[str, ...] = ()
    notices: tuple[Problem, ...] = ()
