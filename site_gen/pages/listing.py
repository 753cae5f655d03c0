"""Pages of long lists, and the time at which a list last changed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from operator import attrgetter

from msgspec.structs import replace

from site_gen.indexing.addresses import page_url
from site_gen.model.page import Page, Pager
from site_gen.model.post import Card


def last_modified(cards: Sequence[Card]) -> datetime | None:
    """When the newest of some posts was published or updated; None where there are none."""
    return max([card.updated or card.date for card in cards], default=None)


def newest_stories(pages: Iterable[Page], most: int) -> tuple[Card, ...]:
    """The newest of the pages that are listed as stories; those of one moment in the order of the pages."""
    stories = [_in_its_language(page, story) for page in pages if (story := page.listing.story) is not None]
    stories.sort(key=attrgetter("date"), reverse=True)
    return tuple(stories[:most])


def _in_its_language(page: Page, story: Card) -> Card:
    """A story as pages of the whole site show it: with its language where that is not the site's own."""
    tag = story.language or page.info.language
    return story if story.language == tag else replace(story, language=tag)


def slices(base: str, cards: Sequence[Card], size: int) -> Iterator[tuple[str, Pager, tuple[Card, ...]]]:
    """Address, pager and cards of each page of a list; an empty list has one page."""
    total = max(1, -(-len(cards) // size))

    for number in range(1, total + 1):
        pager = Pager(
            number=number,
            total=total,
            newer=page_url(base, number - 1) if number > 1 else "",
            older=page_url(base, number + 1) if number < total else "",
            first=base,
            posts=len(cards),
        )
        yield page_url(base, number), pager, tuple(cards[(number - 1) * size : number * size])
