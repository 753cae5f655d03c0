"""In which order pages are rendered: what is shown together is rendered together."""

from collections.abc import Iterable
from datetime import UTC, datetime

from site_gen.model.feed import FeedView
from site_gen.model.page import Page, PostView
from site_gen.model.picture import PictureView, SocialView
from site_gen.outdated import Change

_NO_DATE = datetime.min.replace(tzinfo=UTC)


def rounds_of(changes: Iterable[Change]) -> tuple[list[Change], list[Change], list[Change]]:
    """Pages with bodies of their own and lists, then feeds that show these bodies, then pictures.

    In the first round, posts and the lists that show them are neighbours: a card is then rendered once for all of them
    by one worker, and not again when it has been forgotten. Of a million posts no worker keeps all cards.
    """
    rounds: tuple[list[Change], list[Change], list[Change]] = ([], [], [])
    for change in changes:
        rounds[_round_of(change.page)].append(change)
    rounds[0].sort(key=_newest_post, reverse=True)
    return rounds


def _round_of(page: Page) -> int:
    return 1 if isinstance(page.view, FeedView) else 2 if isinstance(page.view, PictureView | SocialView) else 0


def _newest_post(change: Change) -> datetime:
    """The date of the first post that a page shows; pages without any come last."""
    view = change.page.view
    if isinstance(view, PostView):
        return view.post.date
    posts = getattr(view, "posts", ())
    return posts[0].date if posts else _NO_DATE
