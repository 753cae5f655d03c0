"""The layout of the front page: where each story is, and what is shown of it."""

from typing import Literal

from msgspec import Struct

from site_gen.model.post import Card

Layout = Literal["picture", "text", "story", "equals", "quiet"]


class Teaser(Struct, frozen=True):
    """A story on the front page, and whether its summary and its picture are shown there."""

    post: Card
    deck: bool = True
    picture: bool = False


class RunningStory(Struct, frozen=True):
    """The developing story that leads the page: its name, page and number of posts, and the newest except the lead."""

    name: str
    url: str
    count: int
    posts: tuple[Card, ...]


class Front(Struct, frozen=True, kw_only=True):
    """Where each story of the front page is.

    `leads` is one story, or three where `layout` is "equals". `beside` is the column next to the lead, `below` is under
    it in two columns, `row` across the page. After the sections come `latest`, with `depth` (what explains) and
    `earlier` in the column next to it. Each story of the page is in one of them, in a section, or in `story`.
    """

    layout: Layout
    leads: tuple[Teaser, ...]
    story: RunningStory | None = None
    beside: tuple[Teaser, ...] = ()
    below: tuple[Teaser, ...] = ()
    row: tuple[Teaser, ...] = ()
    latest: tuple[Teaser, ...] = ()
    depth: tuple[Teaser, ...] = ()
    earlier: tuple[Teaser, ...] = ()
