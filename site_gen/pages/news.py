"""The news sitemap (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap)."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from site_gen.model.page import Page, PageInfo
from site_gen.model.site import Site
from site_gen.model.site_files import NewsSitemapView
from site_gen.pages.listing import newest_stories

WINDOW = timedelta(days=2)  # how long posts are news
_MOST = 1000  # in one file


def _titles(site: Site) -> dict[str, str]:
    return {one.edition: one.settings.title for one in site.editions if one.settings.title != site.settings.title}


def news_sitemap(site: Site, pages: Sequence[Page]) -> Iterable[Page]:
    """`news-sitemap.xml`: the posts of the two days before the build's moment.

    Without any, the address of the newest post is in it: the schema requires one.
    """
    stories = newest_stories(pages, _MOST)
    news = tuple(card for card in stories if site.as_of - card.date < WINDOW)
    yield Page(
        path="news-sitemap.xml",
        template="news-sitemap.xml",
        info=PageInfo(url="/news-sitemap.xml", title="News sitemap", kind="sitemap"),
        view=NewsSitemapView(news=news, newest=None if news or not stories else stories[0], titles=_titles(site)),
        source="the news sitemap",
    )
