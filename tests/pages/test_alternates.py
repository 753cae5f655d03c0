from site_gen.model.settings import LanguageSettings, PlainSettings, TagSettings
from site_gen.model.site import Site
from site_gen.pages.plan import plan
from tests.support import entry, site_of


def site() -> Site:
    return site_of(
        entry("a", "A", tags=["Ukraine"]),
        entry("b", "Б", language="uk", tags=["Ukraine"], translation_of="a"),
        entry("c", "В", language="uk", tags=["Odesa"]),
        languages={"uk": LanguageSettings()},
        tags={"Ukraine": TagSettings()},
        tag_minimum=1,
        plain=PlainSettings(llms=True),
    )


def test_each_edition_has_its_own_pages_and_the_site_has_its_files_once() -> None:
    made, problems = plan(site())
    paths = {page.path for page in made.pages}
    assert problems == ()
    for path in ("index.html", "feed.xml", "archive/index.html", "tags/ukraine/index.html", "corrections/index.html"):
        assert {path, f"uk/{path}"} <= paths
    for path in ("sitemap.xml", "news-sitemap.xml", "robots.txt", "favicon.svg", "llms.txt", "404.html", "_headers"):
        assert path in paths and f"uk/{path}" not in paths
    assert {page.path.startswith("uk/") for page in made.pages if page.info.language == "uk"} == {True}
    assert not any(page.path.startswith("uk/") for page in made.pages if not page.info.language)


def test_lists_are_linked_with_the_same_list_in_other_languages() -> None:
    pages = {page.path: page for page in plan(site())[0].pages}
    both = [("en", "/tags/ukraine/"), ("uk", "/uk/tags/ukraine/")]
    for path in ("tags/ukraine/index.html", "uk/tags/ukraine/index.html"):
        assert [(one.language, one.url) for one in pages[path].info.translations] == both
    assert pages["uk/tags/odesa/index.html"].info.translations == ()
    assert [one.url for one in pages["2026/01/a/index.html"].info.translations] == ["/2026/01/a/", "/uk/2026/01/b/"]


def test_a_plan_from_an_earlier_one_is_the_same() -> None:
    first = site()
    made, _ = plan(first)
    assert plan(first, (), (first, made))[0] == made
    alone = site_of(entry("a", "A", tags=["Ukraine"]))
    assert plan(alone, (), (first, made))[0] == plan(alone)[0]
