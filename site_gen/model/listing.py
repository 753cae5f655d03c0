"""How a page is listed on the pages that are made from all others."""

from msgspec import Struct

from site_gen.model.feed import FeedGroup
from site_gen.model.post import Card
from site_gen.model.site_files import GuideLink, Location


class Listing(Struct, frozen=True, gc=False, kw_only=True):
    """How other pages list one; None keeps it out of a list. The page's own bytes never depend on it.

    `location` is for the sitemap, `story` for the news sitemap and the newest of `llms.txt`, `guide` for the other
    pages there, `feeds` for the page about feeds.
    """

    location: Location | None = None
    story: Card | None = None
    guide: GuideLink | None = None
    feeds: FeedGroup | None = None


UNLISTED = Listing()
