import html
from datetime import UTC

import feedparser
import pytest
from msgspec.structs import replace

from site_gen.model.page import Page
from site_gen.model.picture import PictureView
from site_gen.model.post import Body, PageEntry
from site_gen.model.settings import FeedSettings, MarkdownSettings, PlainSettings
from site_gen.pages.plan import plan
from site_gen.parsing.post import read_page
from site_gen.render import render_page
from site_gen.theming.environment import environment
from site_gen.theming.render import Rendering
from tests.support import entry, site_of, theme_of
from tests.theming.test_render import SITE

BASE = "https://example.org/news/"

ENTRIES = [entry(str(n), str(n), f"2026-01-0{n + 1}", tags=["x"]) for n in range(3)]
TEMPLATES = {
    "post.html": "{{ content.html }}|{{ content.words }}|{{ content.minutes }}",
    "rss.xml": "{% for item in items %}{{ item.content.html if item.content else '-' }}\n{% endfor %}",
    "tag.html": "{{ content.html if content else 'no text' }}",
}
RENDERING = Rendering(environment(theme_of(TEMPLATES), BASE), replace(SITE, base_url=BASE))


def html_of(body: Body) -> str:
    return f'<p>{body.path} <a href="/tags/x/">x</a></p>'


def no_picture(view: PictureView) -> bytes:
    return f"{view.source} in {view.form}".encode()


def pages(content: str = "full") -> dict[str, Page]:
    settings = FeedSettings(content="full" if content == "full" else "summary")
    return {page.path: page for page in plan(site_of(*ENTRIES, feeds=settings))[0].pages}


def test_a_posts_body_is_rendered_into_its_page() -> None:
    made = render_page(pages()["2026/01/1/index.html"], html_of, no_picture, RENDERING)
    assert made == b'<p>content/posts/1.md <a href="/news/tags/x/">x</a></p>|3|1'


def test_links_in_feeds_have_full_addresses() -> None:
    lines = render_page(pages()["feed.xml"], html_of, no_picture, RENDERING).decode().splitlines()
    assert lines == [f'<p>content/posts/{n}.md <a href="https://example.org/news/tags/x/">x</a></p>' for n in (2, 1, 0)]
    assert render_page(pages("summary")["feed.xml"], html_of, no_picture, RENDERING) == b"-\n-\n-\n"


@pytest.mark.parametrize("summary", ['A </i> b & <5> <b>c</b> &amp; "d"', "Plain, 'as written'.", "</script>"])
def test_a_summary_in_a_feed_says_what_was_written(summary: str) -> None:
    site = site_of(entry("a", "A", summary=summary), markdown=MarkdownSettings(typography=False))
    planned = {page.path: page for page in plan(site)[0].pages}
    for path in ("atom.xml", "feed.xml"):
        feed = feedparser.parse(
            render_page(planned[path], html_of, no_picture, Rendering(environment(theme_of(), BASE), SITE))
        )
        assert not feed.bozo
        assert html.unescape(feed.entries[0].summary) == summary, path


def test_a_page_without_a_text_of_its_own() -> None:
    assert render_page(pages()["tags/x/index.html"], html_of, no_picture, RENDERING) == b"no text"
    assert render_page(pages()["robots.txt"], html_of, no_picture, RENDERING).startswith(b"User-agent")


def test_a_link_of_the_404_page_holds_at_whatever_address_it_is_shown() -> None:
    own = read_page("content/pages/404.md", "/404/", b"---\ntitle: Lost\n---\nX.", UTC, False).value
    assert isinstance(own, PageEntry)
    page = next(page for page in plan(site_of(*ENTRIES, pages=(own,)))[0].pages if page.path == "404.html")
    theme = theme_of({"404.html": "{{ title }} {{ content.html }}"})
    rendering = Rendering(environment(theme, BASE), replace(SITE, base_url=BASE))
    made = render_page(page, lambda body: '<a href="tags/">', no_picture, rendering)
    assert made == b'Lost <a href="/news/tags/">'


def test_a_markdown_copy_shows_what_was_written() -> None:
    site = site_of(*ENTRIES, plain=PlainSettings(markdown=True))
    page = next(page for page in plan(site)[0].pages if page.path == "2026/01/1/index.md")
    written = lambda body: f"*{body.path}* <b> & [x](/tags/x/)"  # noqa: E731
    made = render_page(page, html_of, no_picture, RENDERING, written).decode()
    assert made.startswith('---\ntitle: "1"\nurl: "https://example.org/news/2026/01/1/"\n')
    assert made.endswith("---\n\n*content/posts/1.md* <b> & [x](/tags/x/)\n")
