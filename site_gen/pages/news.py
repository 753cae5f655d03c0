"""The news sitemap (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap)."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import islice, takewhile

from site_gen.model.machine import NewsSitemapView
from site_gen.model.page import Page, PageInfo
from site_gen.model.site import Site

WINDOW = timedelta(days=2)  # posts are news for so long
_MOST = 1000  # in one file


def news_sitemap(site: Site) -> Iterable[Page]:
    """`news-sitemap.xml`: the posts of the two days before the build's moment.

    Where there are none the newest post stands in it as a mere address: its schema wants one.
    """
    fresh = takewhile(lambda post: site.as_of - post.card.date < WINDOW, site.posts)
    news = tuple(post.card for post in islice(fresh, _MOST))
    yield Page(
        path="news-sitemap.xml",
        template="news-sitemap.xml",
        info=PageInfo(url="/news-sitemap.xml", title="News sitemap", kind="sitemap"),
        view=NewsSitemapView(news=news, newest=None if news or not site.posts else site.posts[0].card),
        source="the news sitemap",
    )
