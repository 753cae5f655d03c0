"""seeds.lock: which seed became which post, what was generated, what is unsure about it. Committed with the site."""

from msgspec import Struct

from site_gen.model.assistance import Answer
from site_gen.model.post import Entry


class LockedSeed(Struct, frozen=True, omit_defaults=True):
    """The result of ingest for a seed whose bytes (with those of its sidecar) have this digest.

    `post` is the file made from it and `generated` the digest of the bytes that were written; `duplicate_of` names the
    fuller seed where there is no post.

    `unsure` are the doubts that are not settled ("headline: why"), `accepted` those that an editor has accepted.
    `pictures` are the files of pictures that were written for the post, each with the digest of its bytes.

    `title`, `summary` and `tags` are those that an editor chose; a `date_source` of "editor" says it of the date.
    `held` is a post that is a draft only because of its doubts.
    """

    seed: str
    post: str = ""
    generated: str = ""
    date_source: str = ""
    duplicate_of: str = ""
    unsure: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    title: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    held: bool = False
    pictures: dict[str, str] = {}
    assistant: Answer | None = None

    def doubts_of(self, digest: str | None) -> tuple[str, ...]:
        """The doubts about a post whose bytes now have this digest; any edit settles them all."""
        return self.unsure if digest == self.generated else ()


class SeedLock(Struct, frozen=True):
    """All seeds that were ever ingested, by path."""

    seeds: dict[str, LockedSeed] = {}

    def doubts_of(self, post: Entry) -> tuple[str, ...]:
        """The doubts about a post that are not settled, whatever its file is called now."""
        locked = self.seeds.get(post.front.seed)
        return locked.doubts_of(post.source.digest) if locked is not None else ()
