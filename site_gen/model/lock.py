"""seeds.lock: which seed became which post, and what was generated. Committed with the site."""

from msgspec import Struct


class LockedSeed(Struct, frozen=True, omit_defaults=True):
    """What became of a seed whose bytes (with its sidecar's) had this digest.

    `post` is the file made from it and `generated` the digest of the bytes then written; `duplicate_of` names the
    fuller seed where there is no post.
    """

    seed: str
    post: str = ""
    generated: str = ""
    date_source: str = ""
    duplicate_of: str = ""


class SeedLock(Struct, frozen=True):
    """All seeds ever taken in, by path."""

    seeds: dict[str, LockedSeed] = {}
