"""Tags with few stories: a page for readers, and nothing for programs."""

from typing import Any

import pytest

from site_gen.model.feed import FeedsView
from site_gen.model.site import Site
from site_gen.model.site_files import SitemapView
from site_gen.pages.feed import feeds
from site_gen.pages.plan import plan
from site_gen.pages.term import terms
from site_gen.pages.thin_tags import full_tags, is_thin
from tests.support import entry, site_of

# Four stories of "four", three of "three", and so on.
NAMES = ("one", "two", "three", "four")
STORIES = [entry(str(n), str(n), f"2026-01-{n + 1:02}", tags=list(NAMES[n:])) for n in range(4)]


def named_by_machines(site: Site) -> set[str]:
    """The tags that have a feed, are in the sitemap, or are offered on the page about feeds."""
    views = {page.path: page.view for page in plan(site)[0].pages}
    guide, sitemap = views["feeds/index.html"], views["sitemap.xml"]
    assert isinstance(guide, FeedsView) and isinstance(sitemap, SitemapView)
    places = [page.info.url for page in feeds(site)]
    places += [location.url for location in sitemap.locations]
    places += [group.url for group in guide.groups]
    return {place.split("/")[2] for place in places if place.startswith("/tags/") and place != "/tags/"}


@pytest.mark.parametrize(
    ("settings", "full"),
    [({}, {"three", "four"}), ({"tag_minimum": 4}, {"four"}), ({"tag_minimum": 1}, set(NAMES))],
)
def test_which_tags_programs_see(settings: dict[str, Any], full: set[str]) -> None:
    site = site_of(*STORIES, **settings)
    assert {term.ref.slug for term in full_tags(site)} == full
    assert {term.ref.slug for term in site.terms if not is_thin(term, site.settings)} == full
    assert named_by_machines(site) == full
    for page in terms(site):
        slug = page.info.url.split("/")[2]
        assert page.info.index == (slug in full)
        assert bool(page.info.feeds) == (slug in full)


def test_every_feed_that_a_page_names_is_there() -> None:
    planned, problems = plan(site_of(*STORIES))
    assert not problems
    paths = {page.path for page in planned.pages}
    named = {feed.url.lstrip("/") for page in planned.pages for feed in page.info.feeds}
    assert named and named <= paths
    assert {page.path for page in planned.pages if page.template == "tag.html"} == {
        f"tags/{name}/index.html" for name in NAMES
    }
