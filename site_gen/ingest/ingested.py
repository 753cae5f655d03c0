"""What an ingest is asked for, and what became of the seeds."""

from msgspec import Struct

from site_gen.ingest.ignored import Ignored
from site_gen.model.problem import Problem
from site_gen.model.seed import Article, Duplicate
from site_gen.workers import Jobs


class IngestOptions(Struct, frozen=True, kw_only=True):
    """Which seeds, and what to do with those whose post a person edited (`take` the seed, or `keep` the post).

    `again` makes untouched posts from scratch from seeds that did not change, with today's rules.
    """

    paths: tuple[str, ...] = ()
    dry_run: bool = False
    take: bool = False
    keep: bool = False
    again: bool = False
    jobs: Jobs = None


class Ingested(Struct, frozen=True, kw_only=True):
    """What became of the seeds. `made` maps each seed to the post written for it; `articles` are there on a dry run.

    `unsure` are the posts that want a look, each with its doubts. `ignored` are files among the seeds that are not
    taken in; `notices` report them too.
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
