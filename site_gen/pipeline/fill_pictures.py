"""Makes the sizes of pictures that are missing, and nothing else: what `--pictures later` left for another time."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from site_gen import workers
from site_gen.model.page import Page
from site_gen.model.picture import PictureView
from site_gen.model.problem import Problem, raise_problems
from site_gen.pipeline.made_pictures import MadePictures
from site_gen.pipeline.pictures import PictureRenderer
from site_gen.pipeline.render_bodies import Unreadable
from site_gen.storage.state import claim_state
from site_gen.workers import Jobs, Progress


def fill_pictures(
    root: Path, state: Path, pages: Iterable[Page], jobs: Jobs = None, progress: Progress = lambda *_: None
) -> int:
    """Make the sizes that these pages need, and keep them for the next build; how many were missing.

    No lock is held, so that the site can be built, previewed and published meanwhile. Each size is kept as soon as it
    is made. `SiteError` names every picture that cannot be made; the others are made all the same.
    """
    claim_state(state)
    is_made = MadePictures(state).is_made()
    views = [page.view for page in pages if isinstance(page.view, PictureView) and page.view.form]
    missing = [view for view in views if not is_made(view)]

    def done(count: int) -> None:
        progress("make", count, len(missing))

    found = workers.run(partial(_filler, root, state), missing, jobs, lambda view: view.source, Problem | None, done, 1)
    raise_problems(tuple(dict.fromkeys(problem for problem in found if problem)))
    return len(missing)


def _filler(root: Path, state: Path) -> Callable[[PictureView], Problem | None]:
    """The function that makes and keeps one size in this process; what is wrong with the picture, if anything is."""
    bytes_of = PictureRenderer(root, state)

    def fill(view: PictureView) -> Problem | None:
        try:
            bytes_of(view)
        except Unreadable as error:
            problem: Problem = error.args[0]
            return problem
        return None

    return fill
