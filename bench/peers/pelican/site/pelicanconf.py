"""The pages of site_gen's plain theme as Pelican makes them: its categories, authors, archives and pages are off."""

from types import ModuleType

from pelican import signals

PATH = "content"
SITENAME = "Bench"
SITEURL = "https://example.org"
FEED_DOMAIN = SITEURL
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "theme"
ARTICLE_URL, ARTICLE_SAVE_AS = "{date:%Y}/{date:%m}/{slug}/", "{date:%Y}/{date:%m}/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"
TAGS_SAVE_AS = "tags/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
DIRECT_TEMPLATES = ["index", "tags", "sitemap"]
PAGINATED_TEMPLATES = {"index": 20, "tag": 20}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = DRAFT_SAVE_AS = PAGE_SAVE_AS = ""
FEED_RSS, TAG_FEED_RSS = "feed.xml", "tags/{slug}/feed.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 20
MARKDOWN = {
    "extensions": ["extra", "toc", "smarty", "meta"],
    "output_format": "html5",
}


def _link_neighbours(generator):
    articles = generator.articles
    for article, newer, older in zip(articles, [None, *articles], [*articles[1:], None], strict=False):
        article.newer, article.older = newer, older


# Pelican takes a plug-in as a module; none for neighbours comes with it.
_neighbours = ModuleType("bench_neighbours")
_neighbours.register = lambda: signals.article_generator_finalized.connect(_link_neighbours)
PLUGINS = [_neighbours]
