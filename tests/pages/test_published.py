"""Which addresses a site publishes, and what each is of."""

from site_gen.model.published import PublishedAddress
from site_gen.pages.plan import plan
from site_gen.pages.published import published
from tests.support import entry, site_of

DAY, A = "2026-11-29", "content/posts/a.md"


def test_pages_feeds_and_files_are_published_and_not_what_pages_load() -> None:
    site = site_of(entry("a", "A", tags=["US Navy"], aliases=["/was/"], thread="War"), entry("b", "B", thread="War"))
    files = ("report.pdf", "_redirects", ".well-known/x", "assets/a.1234.css")
    found = {one.address: one for one in published(plan(site)[0].pages, files, DAY, {A: "seeds/a.txt"})}
    assert found["/2026/01/a/"] == PublishedAddress("/2026/01/a/", "post", A, DAY, "seeds/a.txt")
    assert found["/was/"] == PublishedAddress("/was/", "redirect", A, DAY, "seeds/a.txt")
    assert found["/tags/us-navy/"] == PublishedAddress("/tags/us-navy/", "tag", "US Navy", DAY)
    assert found["/threads/war/"] == PublishedAddress("/threads/war/", "thread", "War", DAY)
    assert found["/feed.xml"] == PublishedAddress("/feed.xml", "feed", "/", DAY)
    assert found["/report.pdf"] == PublishedAddress("/report.pdf", "file", "static/report.pdf", DAY)
    assert found["/"] == PublishedAddress("/", "home", "", DAY)
    assert not [one for one in found if one.endswith((".css", ".md", ".png", "/404.html", "_redirects", "/x", ".txt"))]
