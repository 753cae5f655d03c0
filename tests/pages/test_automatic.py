"""The addresses of lists and feeds are those that the makers of pages give them."""

from site_gen.pages.automatic import automatic
from site_gen.pages.plan import plan
from site_gen.urls import address_of
from tests.support import entry, site_of

KINDS = ("home", "tag", "thread", "year", "month", "feed")


def test_they_are_those_of_the_plan() -> None:
    entries = [
        entry(
            str(n), f"Story {n}", f"202{n % 3}-0{n % 4 + 1}-05T09:00:00+00:00", tags=["Navy", f"T{n % 4}"], thread="War"
        )
        for n in range(9)
    ]
    site = site_of(*entries, page_size=2, tag_minimum=2)
    pages, problems = plan(site)
    assert not problems
    made = {address_of(page.path).casefold() for page in pages.pages if page.info.kind in KINDS}
    assert automatic(site) == made
    assert len(made) > 40
