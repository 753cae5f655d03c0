"""The corrections of all posts, for the page and the feeds that show them."""

from msgspec.structs import replace

from site_gen.model.page import Notice
from site_gen.model.post import Card
from site_gen.model.site import Site
from site_gen.text.language.catalog import Catalog

CORRECTIONS = "/corrections/"


def notices(site: Site) -> tuple[Notice, ...]:
    """Every correction, newest first; those of one moment in the order of their posts, of one post the last first."""
    found = [
        Notice(post.card, one.date, one.text, f"{post.card.url}#at--correction-{number}")
        for post in site.posts
        for number, one in reversed(tuple(enumerate(post.corrections, 1)))
    ]
    return tuple(sorted(found, key=lambda notice: notice.date, reverse=True))


def as_card(notice: Notice, catalog: Catalog) -> Card:
    """A correction as feeds show it: an item of its own, with an address on the page of its post."""
    title = catalog.said("Correction: %(title)s", title=notice.post.title)
    post = replace(notice.post, url=notice.url, title=title, date=notice.date, updated=None, summary=notice.text)
    return replace(post, image=None)
