"""What had an address is found again."""

import pytest

from site_gen.model.published import PublishedAddress
from site_gen.pages.plan import plan
from site_gen.pages.succession import Successors
from tests.support import entry, site_of

ENTRIES = (
    entry("2026-01-05-fleet", "The fleet sails", tags=["US Navy"], seed="seeds/1.txt"),
    entry("2026-01-05-drones", "Drones over the port", tags=["Drones"]),
    entry("archive/2026-01-05-same", "Same", thread="War"),
    entry("2026-01-06-other", "Other", thread="War"),
)
CASES = (
    ("/old/fleet/", "post", "content/posts/2026-01-05-fleet.md", "", "/2026/01/fleet/"),  # its file
    ("/old/x/", "post", "content/posts/x.md", "seeds/1.txt", "/2026/01/fleet/"),  # its seed
    ("/old/x/", "post", "content/posts/2024-02-02-drones.md", "", "/2026/01/drones/"),  # its name, under another date
    ("/old/x/", "redirect", "content/posts/2026-01-05-same.md", "", "/2026/01/same/"),  # an alias; in another folder
    ("/2019/drones-over-the-port.html", "earlier", "", "", "/2026/01/drones/"),  # its title
    ("/old/y/", "post", "content/posts/y.md", "seeds/2.txt", ""),
    ("/topic/us-navy/", "tag", "US Navy", "", "/tags/us-navy/"),
    ("/tags/u-s-navy/", "tag", "U.S. Navy", "", "/tags/us-navy/"),
    ("/tags/army/", "tag", "Army", "", ""),
    ("/threads/the-war/", "thread", "War", "", "/threads/war/"),
    ("/tags/us-navy/page/7/", "tag", "US Navy", "", "/tags/us-navy/"),
    ("/page/9/", "home", "", "", "/"),
    ("/tags/army/feed.xml", "feed", "/tags/army/", "", "/tags/army/"),
    ("/2026/04/", "month", "", "", "/2026/"),
    ("/2024/", "year", "", "", "/archive/"),
    ("/de/archive/", "archive", "", "", "/archive/"),
    ("/de/", "home", "", "", "/"),
    ("/first/", "redirect", "redirects.yaml", "", ""),
    ("/report.pdf", "file", "static/report.pdf", "", ""),
)


@pytest.mark.parametrize(("address", "kind", "of", "seed", "expected"), CASES)
def test_it_is_found_again(address: str, kind: str, of: str, seed: str, expected: str) -> None:
    site = site_of(*ENTRIES)
    paths = {page.path for page in plan(site)[0].pages}
    found = Successors(site, ENTRIES, paths).of(PublishedAddress(address, kind, of, "2026-01-05", seed))
    assert found == expected


def test_a_feed_in_a_format_that_is_no_longer_written_is_followed_by_another() -> None:
    site = site_of(*ENTRIES)
    found = Successors(site, ENTRIES, {"feed.json"}).of(PublishedAddress("/feed.xml", "feed", "/", "2026-01-05"))
    assert found == "/feed.json"
