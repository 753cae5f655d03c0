"""How the work on a site is divided into shards: what each file costs, and who makes which. Pure.

Neighbours in the order of paths have much in common (a post, its Markdown copy; the feeds of a tag), so a shard gets a
run of them. The costs only balance the shards: whatever they are, each unit belongs to exactly one shard.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from site_gen.model.feed import FeedView
from site_gen.model.page import Page
from site_gen.model.picture import DrawnIconView, PictureView, SocialView

# Microseconds of one processor, as measured on pages of the bench's posts.
COPY = 150
_PAGE, _TEN_WORDS, _CARD, _FEED, _ITEM = 250, 13, 12, 100, 85
_SOCIAL, _ICON, _PLAIN_PICTURE = 16_000, 4_500, 300
_PER_THOUSAND_PIXELS = {"avif": 250, "webp": 110, "jpeg": 20, "png": 60}
INDEXED = 1_500  # a text in Pagefind's index, with its HTML


def cost_of(page: Page) -> int:
    """About how long it takes to make a page, in microseconds."""
    view = page.view
    if isinstance(view, PictureView):
        rate = _PER_THOUSAND_PIXELS.get(view.form.lower(), 60)
        return _PLAIN_PICTURE + (view.width * view.height // 1000 * rate if view.form else 0)
    if isinstance(view, SocialView):
        return _SOCIAL
    if isinstance(view, DrawnIconView):
        return _ICON
    if isinstance(view, FeedView):
        return _FEED + _ITEM * len(view.items)
    body = getattr(view, "body", None)
    words = body.words if body is not None else 0
    return _PAGE + _TEN_WORDS * words // 10 + _CARD * len(getattr(view, "posts", ()))


def divided(costs: Sequence[int], of: int) -> tuple[int, ...]:
    """The number of the shard, from 0, that each unit belongs to: runs of neighbours that cost about the same.

    A unit that costs more than a fair share gets a shard of its own, which takes others as far as there is room.
    """
    loads, owners = [0] * of, [-1] * len(costs)
    fair = sum(costs) // of
    heavy = sorted((at for at, cost in enumerate(costs) if cost > fair), key=lambda at: (-costs[at], at))
    for shard, at in enumerate(heavy):  # fewer than shards: each costs more than one of equal parts
        loads[shard], owners[at] = costs[at], shard
    others = [at for at, owner in enumerate(owners) if owner < 0]
    level = _level(loads, sum(costs[at] for at in others))
    edges = list(accumulate(max(0, level - load) for load in loads))
    start = 0
    for at in others:
        owners[at] = min(bisect_right(edges, start + costs[at] // 2), of - 1)
        start += costs[at]
    return tuple(owners)


def _level(loads: Sequence[int], rest: int) -> int:
    """How high all shards are filled where so much is added to the lowest of them."""
    lowest = sorted(loads)
    for count, load in enumerate(lowest, 1):
        level = load + -(-rest // count)
        if count == len(lowest) or level <= lowest[count]:
            break
        rest -= (lowest[count] - load) * count
    return level
