"""A site in parts that are made apart: shards, what each of them says of itself, and the whole put together."""

from msgspec import Struct

from site_gen.model.deployment import FileFact
from site_gen.model.program import Program


class Shard(Struct, frozen=True):
    """One of the parts of a site: its number, from 1, and how many there are."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


class Unit(Struct, frozen=True, array_like=True):
    """What one shard makes as a whole: a file, or a search index, whose path is that of its folder with a "/".

    The key is a digest of what its bytes depend on, apart from what all units share.
    """

    path: str
    key: str


class Origin(Struct, frozen=True, kw_only=True):
    """What a site was made with: equal for all shards of one site, and compared to say where they differ.

    `settings`, `markup`, `templates` and `phrases` are digests of what all pages share; `as_of` is the clock, which may
    differ between shards where no post comes due in between.
    """

    program: Program
    base_url: str
    settings: str
    markup: str
    templates: str
    phrases: str
    as_of: str


class ShardNote(Struct, frozen=True, kw_only=True):
    """What a shard says of itself; `plan` is the digest of the whole site's plan, the same for all of its shards.

    While it is not `finished`, its files may be of this build or an earlier one.
    """

    shard: Shard
    plan: str
    origin: Origin
    units: tuple[Unit, ...] = ()
    files: dict[str, FileFact] = {}
    finished: bool = False


class SiteNote(Struct, frozen=True, kw_only=True):
    """What a site that was put together says of itself: its plan, what it was made with, every file."""

    plan: str
    origin: Origin
    shards: int
    files: dict[str, FileFact]
