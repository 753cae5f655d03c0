"""The warning for seeds whose language was guessed, because the library that tells languages is not installed."""

from collections.abc import Sequence

from site_gen.model.problem import Problem
from site_gen.text.extras import how_to_install

_FEW = 3


def language_notices(seeds: Sequence[str]) -> tuple[Problem, ...]:
    """One warning that names the seeds that do not seem to be in English, and how to tell their language safely."""
    if not seeds:
        return ()
    hint = f"To tell languages safely, install the library: {how_to_install('languages')}"
    if len(seeds) == 1:
        return (Problem(seeds[0], 0, 0, "The language of this seed was guessed from frequent words.", hint),)
    named = ", ".join(seed.partition("/")[2] for seed in seeds[:_FEW])
    named += f" and {len(seeds) - _FEW} more" if len(seeds) > _FEW else ""
    what = f"The languages of {len(seeds)} seeds were guessed from frequent words ({named})."
    return (Problem("seeds", 0, 0, what, hint),)
