"""The view of each template: the contract with themes."""

import typing
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from site_gen.model import feed, site_files
from site_gen.model import page as views
from site_gen.model.page import PageInfo, SiteView
from site_gen.model.post import Card


class Content(Struct, frozen=True):
    """A rendered body as templates see it: its safe `html`, its number of words, and minutes of reading."""

    html: Markup
    words: int
    minutes: int


class RenderedItem(Struct, frozen=True):
    """A post in a feed as templates see it.

    `content` includes the post's picture and corrections. In feeds of summaries it is the picture with the summary, or
    None, and the corrections follow the `summary`. `guid` is what an older site identified
    it by in feeds, "" for its address.
    """

    post: Card
    content: Content | None
    summary: str
    guid: str = ""


VIEWS: dict[str, type[Struct]] = {
    "post.html": views.PostView,
    "home.html": views.HomeView,
    "tag.html": views.TermView,
    "tags.html": views.TermsView,
    "coverage.html": views.CoverageView,
    "search.html": views.SearchView,
    "archive.html": views.ArchiveView,
    "year.html": views.YearView,
    "month.html": views.MonthView,
    "page.html": views.StandingView,
    "404.html": site_files.NotFoundView,
    "robots.txt": site_files.BareView,
    "redirect.html": site_files.RedirectView,
    "rss.xml": feed.FeedView,
    "atom.xml": feed.FeedView,
    "sitemap.xml": site_files.SitemapView,
    "sitemapindex.xml": site_files.SitemapIndexView,
    "news-sitemap.xml": site_files.NewsSitemapView,
    "corrections.html": views.CorrectionsView,
    "thread.html": views.ThreadView,
    "feeds.html": feed.FeedsView,
    "favicon.svg": site_files.IconView,
    "site.webmanifest": site_files.BareView,
    "opensearch.xml": site_files.BareView,
    "headers.txt": site_files.HeadersView,
    "rules.txt": site_files.RulesView,
    "security.txt": site_files.ContactView,
    "key.txt": site_files.KeyView,
    "post.md": views.TextView,
    "llms.txt": views.GuideView,
}


@lru_cache(maxsize=64)
def names_of(view: type[Struct]) -> dict[str, Any]:
    """The names that a template gets from a view, with their types."""
    hints = typing.get_type_hints(view)
    names: dict[str, Any] = {"site": SiteView, "page": PageInfo}
    for name in view.__struct_fields__:
        if name == "body":
            names["content"] = Content | None
        elif name == "items":
            names["items"] = tuple[RenderedItem, ...]
        else:
            names[name] = hints[name]
    return names
