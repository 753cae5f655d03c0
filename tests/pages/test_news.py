from datetime import UTC, datetime, timedelta

from site_gen.model.settings import LanguageSettings
from site_gen.model.site_files import NewsSitemapView
from site_gen.pages.alternates import of_edition
from site_gen.pages.news import WINDOW, news_sitemap
from site_gen.pages.post import posts
from tests.support import NOON, entry, site_of

OLD = entry("old", "Old", (NOON - WINDOW).isoformat())
FRESH = entry("fresh", "Fresh", (NOON - WINDOW + timedelta(seconds=1)).isoformat())
NEW = entry("new", "New", NOON.isoformat())


def view(*entries: object, as_of: datetime = NOON) -> NewsSitemapView:
    site = site_of(*entries, as_of=as_of)  # type: ignore[arg-type]
    (page,) = news_sitemap(site, tuple(posts(site)))
    assert isinstance(page.view, NewsSitemapView)
    return page.view


def test_posts_are_news_for_two_days() -> None:
    assert [card.title for card in view(OLD, FRESH, NEW).news] == ["New", "Fresh"]


def test_without_news_the_newest_post_is_listed() -> None:
    shown = view(OLD, FRESH, as_of=datetime(2027, 1, 1, tzinfo=UTC))
    assert shown.news == ()
    assert shown.newest is not None and shown.newest.title == "Fresh"
    assert view().newest is None


def test_no_more_than_a_thousand() -> None:
    many = [entry(str(n), str(n), (NOON - timedelta(seconds=n)).isoformat()) for n in range(1001)]
    titles = [card.title for card in view(*many).news]
    assert len(titles) == 1000 and titles[0] == "0"


def test_posts_of_all_languages_are_news_each_with_its_own() -> None:
    languages = {"uk": LanguageSettings(title="Нотатки")}
    late = NOON.isoformat()
    site = site_of(entry("a", "A", late), entry("b", "Б", late, language="uk"), languages=languages, title="Notes")
    pages = tuple(page for one in site.every_edition for page in of_edition(posts(one), one))
    (made,) = news_sitemap(site, pages)
    assert isinstance(made.view, NewsSitemapView)
    assert [(card.title, card.language) for card in made.view.news] == [("A", ""), ("Б", "uk")]
    assert made.view.titles == {"uk": "Нотатки"}
