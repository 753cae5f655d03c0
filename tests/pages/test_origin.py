"""What makes an address."""

from site_gen.model.published import PublishedAddress
from site_gen.pages.origin import Origin, origin
from site_gen.pages.plan import plan
from tests.support import entry, site_of

ENTRIES = (entry("a", "A", tags=["US Navy"], aliases=["/was/"], seed="seeds/a.txt"), entry("b", "B", tags=["US Navy"]))


def of(address: str) -> Origin:
    site = site_of(*ENTRIES)
    recorded = (PublishedAddress("/2026/01/a/", "post", "content/posts/a.md", "2026-01-07"),)
    return origin(address, site, plan(site)[0].pages, ("report.pdf",), ENTRIES, recorded)


def test_a_post_is_made_from_its_file_and_seed() -> None:
    found = of("/2026/01/a")  # without its closing slash
    assert found == Origin(
        address="/2026/01/a/",
        what="page",
        kind="post",
        source="content/posts/a.md",
        template="post.html",
        files=("content/posts/a.md", "seeds/a.txt"),
        tags=("US Navy",),
        led_here=("/was/",),
        published="2026-01-07",
    )


def test_a_tag_and_its_feed_are_made_from_the_posts_that_they_show() -> None:
    assert of("/tags/us-navy/").files == ("content/posts/a.md", "content/posts/b.md")
    assert of("/feed.xml").files == ("content/posts/a.md", "content/posts/b.md")


def test_a_redirect_says_where_it_leads_and_what_says_so() -> None:
    found = of("/was/")
    assert (found.what, found.source, found.target) == ("redirect", "content/posts/a.md", "/2026/01/a/")


def test_a_file_and_nothing() -> None:
    assert (of("/report.pdf").what, of("/report.pdf").source) == ("file", "static/report.pdf")
    assert of("/nowhere/") == Origin(address="/nowhere/", what="nothing")
