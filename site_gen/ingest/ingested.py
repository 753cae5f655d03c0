"""The options of an ingest, and its result."""

from pathlib import Path

from msgspec import Struct

from site_gen.ingest.asking import Asking
from site_gen.ingest.far_seeds import FarSeeds
from site_gen.ingest.ignored import Ignored
from site_gen.model.assistance import Refused
from site_gen.model.problem import Problem
from site_gen.model.seed import Article, Duplicate
from site_gen.remote import Cluster
from site_gen.workers import Jobs


class IngestOptions(Struct, frozen=True, kw_only=True):
    """Which seeds to ingest, and what to do where the post was edited (`take` the seed, or `keep` the post).

    `again` makes unedited posts from scratch from unchanged seeds, with the current rules. Without `asking` no
    assistant is asked, whatever the settings say. A `cluster` reads seeds and derives articles instead of `jobs`.
    """

    paths: tuple[str, ...] = ()
    dry_run: bool = False
    take: bool = False
    keep: bool = False
    again: bool = False
    jobs: Jobs = None
    asking: Asking | None = None
    cluster: Cluster | None = None

    def far(self, root: Path) -> FarSeeds | None:
        """The seeds of a site on the cluster, if there is one."""
        return FarSeeds(self.cluster, root) if self.cluster is not None else None


class AssistedPosts(Struct, frozen=True):
    """The result of asking an assistant: posts with proposals that passed the check, posts with its words, refusals.

    `refused` are pairs of a post and what was refused about it.
    """

    proposed: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    refused: tuple[tuple[str, Refused], ...] = ()
    notices: tuple[Problem, ...] = ()


class Ingested(Struct, frozen=True, kw_only=True):
    """The result of an ingest. `made` maps each seed to the post written for it; `articles` are set on a dry run only.

    `unsure` are the posts that need a review, each with its doubts. `ignored` are files among the seeds that are not
    ingested; `notices` report them too.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    kept: int = 0
    made: dict[str, str] = {}
    duplicates: tuple[Duplicate, ...] = ()
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    unsure: dict[str, tuple[str, ...]] = {}
    ignored: tuple[Ignored, ...] = ()
    assisted: AssistedPosts = AssistedPosts()
