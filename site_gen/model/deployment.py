"""What is live at a target, and what a deployment would change there."""

from msgspec import Struct

from site_gen.model.ledger import Stamp
from site_gen.model.problem import Problem


class FileFact(Struct, frozen=True, array_like=True):
    """A deployed file: the digest of its bytes and their number. An empty digest: an interrupted run left it open."""

    digest: str
    size: int


class Manifest(Struct, frozen=True, kw_only=True):
    """One deployment, as it is kept at the target.

    `posts` are headlines by address from the site's root, `feeds` the addresses of a feed's items by the feed's own.
    `release` is its name, `when` its time (ISO 8601), `commit` that of the site's repository, if it is in one.
    `unfinished` while it is under way: then `files` is all that may be at the target. `stamps` are those of the files
    of a release on a disk that this machine reads: equal ones spare reading a file again.
    """

    release: str
    when: str
    base_url: str
    commit: str = ""
    files: dict[str, FileFact]
    posts: dict[str, str] = {}
    feeds: dict[str, tuple[str, ...]] = {}
    unfinished: bool = False
    stamps: dict[str, Stamp] = {}


class Differences(Struct, frozen=True, kw_only=True):
    """Paths at a target that are not as its manifest says, each in order.

    `unknown` are files that the manifest does not name. Where the target is `shared`, somebody else may have put them
    there; otherwise they are in a folder that is the deployment's alone.
    """

    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    shared: bool = False

    @property
    def damage(self) -> bool:
        """Whether readers do not find what was deployed."""
        return bool(self.missing or self.changed or (self.unknown and not self.shared))


class Moved(Struct, frozen=True):
    """A post that is found at another address than before."""

    old: str
    new: str
    headline: str


class Editorial(Struct, frozen=True, kw_only=True):
    """What readers will notice. Addresses count from the site's root.

    `vanishing` are addresses of pages and feeds that lead nowhere afterwards; `again` the items, by feed, that feed
    readers will show as new though they were published before.
    """

    new: tuple[tuple[str, str], ...] = ()
    headlines: tuple[tuple[str, str, str], ...] = ()
    moved: tuple[Moved, ...] = ()
    vanishing: tuple[str, ...] = ()
    again: tuple[tuple[str, str], ...] = ()


class Plan(Struct, frozen=True, kw_only=True):
    """Paths that are put, put anew, taken away and left, each in order; and the same in an editor's words."""

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
        """All paths whose bytes travel."""
        return self.added + self.changed

    @property
    def empty(self) -> bool:
        """Whether the target is already as it shall be."""
        return not (self.added or self.changed or self.removed or self.first)


class Deployment(Struct, frozen=True, kw_only=True):
    """What a deployment did: `notices` are warnings of its build, `warnings` those of what was to follow it."""

    target: str
    plan: Plan
    done: bool
    warnings: tuple[str, ...] = ()
    notices: tuple[Problem, ...] = ()
