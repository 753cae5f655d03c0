"""Output of commands about posts that ingest is unsure of."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from site_gen.cli.session import Session
from site_gen.model.problem import Problem

if TYPE_CHECKING:
    from site_gen.ingest import Ingested

Unsure = Mapping[str, tuple[str, ...]]
"""Doubts by post; on a dry run, by seed."""


def unsure_of(ingested: "Ingested") -> Unsure:
    """The posts that need a look; on a dry run, the seeds whose posts would."""
    found = {article.seed: tuple(map(str, article.unsure)) for article in ingested.articles if article.unsure}
    return found or ingested.unsure


def say_unsure(session: Session, unsure: Unsure, dry_run: bool = False) -> None:
    """Print how many posts need a look, and where they are shown; on a dry run there are no posts yet."""
    if unsure and dry_run:
        session.say(f"{len(unsure)} of these would need review.", fg="yellow")
    elif unsure:
        session.say(f"{posts_that_need(len(unsure))} review: site-gen review", fg="yellow")


def posts_that_need(count: int) -> str:
    """`1 post needs`, `7 posts need`."""
    return "1 post needs" if count == 1 else f"{count} posts need"


def unsure_problems(unsure: Unsure) -> tuple[Problem, ...]:
    """A problem for each of them, for --strict."""
    hint = "Settle it: edit the post, or site-gen review."
    return tuple(Problem(path, 0, 0, f"Ingest is unsure: {'; '.join(why)}.", hint) for path, why in unsure.items())
