"""The first page of the site as it is laid out: which story stands where, and what is shown of it."""

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
    """The developing story that leads the page: its name and page, all its reports, and the newest besides the lead."""

    name: str
    url: str
    count: int
    posts: tuple[Card, ...]


class Front(Struct, frozen=True, kw_only=True):
    """Where each story of the first page stands.

    `leads` is one story, or three where `layout` is "equals". `beside` stands in the column next to the lead, `below`
    under it in two columns, `row` across the page. After the sections come `latest`, with `depth` (what explains) and
    `earlier` in the column next to it. Each story of the page stands in one of them, in a section, or in `story`.
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
