"""What is to be done with a seed, by what is known of it and its post: one small table."""

from typing import Literal

from site_gen.model.lock import LockedSeed
from site_gen.model.problem import Problem

Fate = Literal["new", "kept", "update", "conflict", "gone"]


def fate(locked: LockedSeed | None, seed: str, post: str | None) -> Fate:
    """The fate of a seed with digest `seed` whose post's file has digest `post` (None: there is no such file).

    new: make its post. kept: nothing to do. update: the seed changed, nobody edited the post. conflict: the seed
    changed and so did the post. gone: the seed changed, but its post was removed by hand.
    """
    if locked is None:
        return "new"
    if locked.seed == seed:
        return "kept"
    if locked.duplicate_of:
        return "new"
    if post is None:
        return "gone"
    return "update" if post == locked.generated else "conflict"


def conflict(seed: str, post: str) -> Problem:
    """What to say of a seed that changed after its post was edited, with both choices."""
    return Problem(
        seed,
        0,
        0,
        f"The seed changed, but its post {post} was edited by hand and stays as it is.",
        f"Keep the post: site-gen ingest --keep {seed}. Take the seed: site-gen ingest --take {seed} "
        "(the edited post is saved beside it as .bak).",
    )
