"""The layout of the front page: depends on the newest posts, and leaves no column empty.

Columns are balanced by an estimate of heights on a wide screen (pixels of the theme broadsheet, whose page is 77rem
wide); on a phone everything is one column. No clock is read: the current day is that of the newest post.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from site_gen.model.front import Front, Layout, RunningStory, Teaser
from site_gen.model.picture import Picture
from site_gen.model.post import Card
from site_gen.model.site import Thread
from site_gen.text.measure import headline_step, lines_of

_MOST = 10  # stories at the top of the page
_TOGETHER = timedelta(hours=2)  # stories that are published so close together can be equal
_RUNNING = timedelta(days=7)  # a story is running if its last report before the lead is no older
_QUIET, _QUIET_TIME = 2, timedelta(days=2)
_SO_FAR = 4  # earlier reports of a running story
_FEATURES = 3  # explaining stories beside the lead of a quiet day
_WIDEST, _TALLEST = 640, 1.2  # a big picture has at least this width, and this ratio of width to height
_NARROW = 320  # a picture in a card
_WIDE, _SIDE, _HALF, _LIST = 770, 386, 350, 610  # columns
_GAP, _SIDE_GAP = 36, 40
_HEADLINES = {1: 72.0, 2: 58.0, 3: 46.0, 4: 38.0, 5: 32.0}  # sizes of the lead's headline by step, in pixels
_LARGE = 30  # pixels; a larger headline is that of the lead
_TERM, _LABEL = 40, 56  # a line of the list of names, and a heading above a list
# The difference in height of columns that is accepted for one more story at the top, and one more summary.
_LEFT_OUT, _NO_DECK = 60, 15


def layout_of(cards: Sequence[Card], thread: Thread | None) -> Layout:
    """The layout for these posts: the first one leads, whether it is the newest or pinned; `thread` is its story.

    A running story comes first. Three stories are equal if they were published together and nothing distinguishes the
    first one. A picture leads if it is large and wide. Without any of these, a page with few new posts is quiet.
    """
    if thread is not None and _is_running(thread, cards[0]):
        return "story"
    if _are_equal(cards[:3]):
        return "equals"
    if cards and _is_leading(cards[0].image):
        return "picture"
    newest = max((card.date for card in cards), default=None)
    fresh = sum(card.date > newest - _QUIET_TIME for card in cards) if newest else 0
    return "quiet" if fresh <= _QUIET else "text"


def top_of(cards: Sequence[Card], thread: Thread | None) -> Front:
    """The part above the sections: the lead and up to nine stories around it."""
    layout = layout_of(cards, thread)
    count = 3 if layout == "equals" else 1
    leads, others = cards[:count], list(cards[count:])
    story = _so_far(thread, leads[0]) if thread is not None and layout == "story" else None
    if story is not None:
        shown = {card.url for card in story.posts}
        others = [card for card in others if card.url not in shown]
    pictured = all(_has_picture(card.image) for card in leads)
    front = Front(layout=layout, leads=tuple(Teaser(card, True, pictured) for card in leads), story=story)
    if layout == "equals":
        return replace(front, row=_row(others[: min(4, len(others)) if len(others) > 1 else 0]))
    others = others[: _MOST - count]
    features = [card for card in others if card.type != "news"][:_FEATURES] if layout == "quiet" else []
    # Explaining stories are for quiet days, whenever they were written.
    return _balanced(front, features + [card for card in others if card not in features], len(features))


def tail_of(front: Front, rest: Iterable[Card], terms: int) -> Front:
    """The same page with the part below the sections: `rest`, newest first, beside a list of so many names.

    Explaining stories are in the column next to the list of news, and so are the oldest, until both are equally high.
    """
    cards = list(rest)
    news = [card for card in cards if card.type == "news"] or cards
    features = [card for card in cards if card.type != "news"] if news is not cards else []
    heights = {card.url: _height_in_list(card) for card in cards}
    left, right = sum(heights.values()), float(_LABEL + -(-terms // 2) * _TERM if terms else 0)
    aside, best = 0, abs(left - right)
    for at, card in enumerate((features + news[::-1])[:-1]):
        if at in (0, len(features)):
            right += _LABEL + _GAP
        left -= heights[card.url]
        right += _parts(card, _SIDE, 18).bare + 28
        if abs(left - right) >= best:
            break
        aside, best = at + 1, abs(left - right)
    depth = tuple(Teaser(card, False) for card in features[:aside])
    earlier = tuple(Teaser(card, False) for card in news[len(news) - max(0, aside - len(features)) :])
    shown = {teaser.post.url for teaser in depth + earlier}
    latest = tuple(Teaser(card, True, _has_picture(card.image)) for card in cards if card.url not in shown)
    return replace(front, latest=latest, depth=depth, earlier=earlier)


def urls_of(front: Front) -> Iterator[str]:
    """The addresses of the stories at the top of the page."""
    for teaser in (*front.leads, *front.beside, *front.below, *front.row):
        yield teaser.post.url
    if front.story is not None:
        yield from (card.url for card in front.story.posts)


def _is_running(thread: Thread, lead: Card) -> bool:
    """Whether a story has three reports, one of them not long before the lead."""
    earlier = [card.date for card in thread.posts if card.url != lead.url and card.date <= lead.date]
    return len(earlier) > 1 and lead.date - max(earlier) <= _RUNNING


def _so_far(thread: Thread, lead: Card) -> RunningStory:
    others = tuple(card for card in thread.posts if card.url != lead.url)
    return RunningStory(thread.name, thread.url, len(thread.posts), others[:_SO_FAR])


def _are_equal(cards: Sequence[Card]) -> bool:
    """Whether three stories were published together, and are alike in having pictures and being pinned."""
    dates = [card.date for card in cards]
    return (
        len(cards) == 3
        and len({card.pinned for card in cards}) == 1
        and len({_has_picture(card.image) for card in cards}) == 1
        and len({date.date() for date in dates}) == 1
        and max(dates) - min(dates) <= _TOGETHER
    )


def _is_leading(image: Picture | None) -> bool:
    return image is not None and image.width >= _WIDEST and image.width >= image.height * _TALLEST


def _has_picture(image: Picture | None) -> bool:
    return image is not None and image.width >= _NARROW


class _Plan(Struct, frozen=True):
    """How many stories are beside the lead, below it and in the row; how many of those beside it have summaries, and
    whether one has its picture.
    """

    beside: int
    below: int
    row: int
    decks: int
    picture: bool

    @property
    def count(self) -> int:
        return self.beside + self.below + self.row


def _balanced(front: Front, others: Sequence[Card], features: int) -> Front:
    """The page with the best balanced columns; the first `features` of the other stories are beside the lead.

    A story without a place here is in the lists below. To avoid that, a slightly uneven page is accepted; so it is for
    summaries and a picture.
    """
    lead = _lead_height(front)
    side, half = [_parts(card, _SIDE, 25) for card in others], [_parts(card, _HALF, 25) for card in others]
    fullest, best, least = min(len(others), _MOST - 1), _Plan(0, 0, 0, 0, False), math.inf
    for beside, below, row in _plans(len(others), features):
        left = lead + _below_height(half, _division(others, _Plan(beside, below, row, 0, False))[0])
        bare = sum(part.bare + _SIDE_GAP for part in side[:beside]) - _SIDE_GAP
        shot = next((part.picture for part in side[:beside] if part.picture), 0)
        for decks, picture in product(range(beside, -1, -1), (True, False)):
            right = bare + sum(part.deck for part in side[:decks]) + (shot if picture else 0)
            # The column of the lead should be the higher one.
            uneven = 0 if not beside else left - right if left > right else 1.5 * (right - left)
            cost = uneven + _LEFT_OUT * (fullest - beside - below - row + (not picture)) + _NO_DECK * (beside - decks)
            if cost < least:
                best, least = _Plan(beside, below, row, decks, picture), cost
    return _placed(front, others, best)


def _plans(stories: int, features: int) -> Iterator[tuple[int, int, int]]:
    """The possible numbers of stories beside the lead, below it and in the row."""
    for beside, below, row in product(range(6), (0, 2, 4), (0, 2, 3, 4)):
        if beside + below + row <= stories and (beside == features if features else beside or not stories):
            yield beside, below, row


def _below_height(half: Sequence["_Parts"], under: Sequence[int]) -> float:
    """The height of two columns of stories, all with pictures or none."""
    pictured = all(half[at].picture for at in under)
    heights = [half[at].bare + half[at].deck + _GAP + (half[at].picture if pictured else 0) for at in under]
    middle = len(heights) // 2
    return max(sum(heights[:middle]), sum(heights[middle:])) + _GAP if heights else 0


def _placed(front: Front, others: Sequence[Card], plan: _Plan) -> Front:
    beside = others[: plan.beside]
    under, across = _division(others, plan)
    below = [others[at] for at in under]
    # One picture is enough for the column beside the lead.
    first = next((card.url for card in beside if _has_picture(card.image)), "") if plan.picture else ""
    both = all(_has_picture(card.image) for card in below)
    return replace(
        front,
        beside=tuple(Teaser(card, at < plan.decks, card.url == first) for at, card in enumerate(beside)),
        below=tuple(Teaser(card, True, both) for card in below),
        row=_row([others[at] for at in across]),
    )


def _division(others: Sequence[Card], plan: _Plan) -> tuple[list[int], list[int]]:
    """The stories below the lead, and those in the row: there the ones with pictures, if they fill it."""
    rest = range(plan.beside, plan.count)
    pictured = [at for at in rest if _has_picture(others[at].image)][: plan.row]
    across = pictured if len(pictured) == plan.row else list(rest[plan.below :])
    return [at for at in rest if at not in across], across


def _row(cards: Sequence[Card]) -> tuple[Teaser, ...]:
    """Stories side by side, with pictures if all have one, so that their heights are similar."""
    pictured = all(_has_picture(card.image) for card in cards)
    return tuple(Teaser(card, False, pictured) for card in cards)


class _Parts(Struct, frozen=True):
    """The estimated heights of a story's parts: its headline with what is around it, its summary, its picture."""

    bare: float
    deck: float
    picture: float


def _parts(card: Card, room: float, size: float) -> _Parts:
    """The heights of a story in a column of the width `room`, with a headline of the given size."""
    lead = size > _LARGE
    deck = 22.0 if lead else 16.0
    bare = lines_of(card.title, size, room) * size * 1.15 + 28 + (28 if card.tags or card.type != "news" else 0)
    summary = lines_of(card.summary, deck, min(room, deck * 36)) * deck * 1.45 + 8 if card.summary else 0
    return _Parts(bare, summary, room * (9 / 16 if lead else 2 / 3) + 10 if _has_picture(card.image) else 0)


def _lead_height(front: Front) -> float:
    lead = front.leads[0]
    step = headline_step(lead.post.title) + (front.layout == "quiet")
    parts = _parts(lead.post, _WIDE, _HEADLINES[min(step, 5)])
    height = parts.bare + parts.deck + (parts.picture if lead.picture else 0)
    if front.story is not None:
        heights = [lines_of(card.title, 18, _HALF) * 22.5 + 39 for card in front.story.posts]
        height += _LABEL + sum(max(heights[at : at + 2]) for at in range(0, len(heights), 2))
    return height


def _height_in_list(card: Card) -> float:
    """The estimated height of a story in the list below the sections, where pictures are small and at the side."""
    parts = _parts(card, _LIST, 22)
    return max(parts.bare + parts.deck + 34, 130 if parts.picture else 0)
