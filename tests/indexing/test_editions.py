from datetime import UTC

from site_gen.indexing.editions import edition_tag, editions_of, foreign, prefix_of
from site_gen.indexing.index import index
from site_gen.indexing.published import Include
from site_gen.model.settings import LanguageSettings, Settings, TagSettings
from site_gen.model.site import Site
from site_gen.parsing.post import read_page, read_tag_text
from site_gen.text.language.site_languages import site_languages
from tests.support import NOON, entry, site_of

LANGUAGES = {"uk": LanguageSettings(title="Щоденник"), "pt-BR": LanguageSettings()}


def test_a_site_without_languages_is_one_edition_with_its_own_settings() -> None:
    settings = Settings(tags={"NATO": TagSettings()})
    (edition,) = editions_of(settings)
    assert edition.settings is settings and edition.prefix == ""


def test_an_edition_has_the_settings_of_its_language() -> None:
    settings = Settings(title="Daily", tagline="News", languages=LANGUAGES)
    own, ukrainian, brazilian = editions_of(settings)
    assert [one.settings.title for one in (own, ukrainian, brazilian)] == ["Daily", "Щоденник", "Daily"]
    assert [one.prefix for one in (own, ukrainian, brazilian)] == ["", "/uk", "/pt-br"]
    assert [one.settings.language for one in (own, ukrainian, brazilian)] == ["en", "uk", "pt-BR"]


def test_the_site_s_own_language_may_be_among_them() -> None:
    settings = Settings(title="Daily", languages={"en": LanguageSettings(title="The Daily"), **LANGUAGES})
    assert [one.settings.title for one in editions_of(settings)] == ["The Daily", "Щоденник", "Daily"]


def test_a_text_belongs_to_the_edition_of_its_language() -> None:
    settings = Settings(languages=LANGUAGES)
    tags = ("", "uk", "pt", "pt-BR", "pt-PT", "en-US", "ar")
    assert [edition_tag(tag, settings) for tag in tags] == ["", "uk", "pt-BR", "pt-BR", "pt-BR", "", ""]
    assert prefix_of("pt", settings) == "/pt-br" and prefix_of("ar", settings) == ""
    assert edition_tag("uk", Settings()) == ""


def test_a_card_names_its_language_where_it_is_not_that_of_its_edition() -> None:
    own, ukrainian, brazilian = editions_of(Settings(languages=LANGUAGES))
    assert (foreign("", own), foreign("ar", own), foreign("uk", ukrainian)) == ("", "ar", "")
    assert (foreign("pt", brazilian), foreign("pt-PT", brazilian)) == ("", "pt-PT")


def three() -> Site:
    tags = {"Ukraine": TagSettings(names={"uk": "Україна"}, kind="country")}
    return site_of(
        entry("a", "A", tags=["Ukraine"], thread="Talks"),
        entry("b", "Б", language="uk", tags=["Україна", "Київ"]),
        entry("c", "В", language="uk", tags=["ukraine"]),
        entry("d", "د", language="ar", tags=["NATO"]),
        languages={"uk": LanguageSettings()},
        tags=tags,
    )


def test_each_edition_has_its_posts_tags_and_archive_below_its_folder() -> None:
    site = three()
    (ukrainian,) = site.editions
    assert [card.url for card in site.cards] == ["/2026/01/a/", "/2026/01/d/"]
    assert [card.url for card in ukrainian.cards] == ["/uk/2026/01/b/", "/uk/2026/01/c/"]
    assert [card.language for card in (*site.cards, *ukrainian.cards)] == ["", "ar", "", ""]
    assert [year.url for year in ukrainian.years] == ["/uk/2026/"]
    assert site.post_count == 4
    assert ukrainian.terms[0].dossier.busiest == ()


def test_tags_fold_across_languages_where_a_name_is_given() -> None:
    site = three()
    (ukrainian,) = site.editions
    assert [(term.ref.name, term.ref.url) for term in site.terms] == [
        ("NATO", "/tags/nato/"),
        ("Ukraine", "/tags/ukraine/"),
    ]
    assert [(term.ref.name, term.ref.url, len(term.posts)) for term in ukrainian.terms] == [
        ("Київ", "/uk/tags/kyiv/", 1),
        ("Україна", "/uk/tags/ukraine/", 2),
    ]


def test_pages_and_texts_of_tags_belong_to_their_editions() -> None:
    settings = Settings(languages={"uk": LanguageSettings()})
    languages = site_languages(settings)
    pages = tuple(
        read_page(f"content/pages/about{ending}.md", "/about/", b"---\ntitle: A\n---\n", UTC, False, languages).value
        for ending in ("", ".uk")
    )
    texts = tuple(
        read_tag_text(f"content/tags/nato{e}.md", f"nato{e}", b"---\n---\nText.", UTC, False, languages).value
        for e in ("", ".uk")
    )
    posts = (entry("a", "A", tags=["NATO"]), entry("b", "B", tags=["NATO"], language="uk"))
    indexed = index(posts, pages, texts, settings, NOON, Include())  # type: ignore[arg-type]
    own, ukrainian = indexed.site.every_edition
    assert [page.url for page in own.standing] == ["/about/"]
    assert [page.url for page in ukrainian.standing] == ["/uk/about/"]
    assert [one.url for one in ukrainian.standing[0].translations] == ["/about/", "/uk/about/"]
    assert [site.terms[0].entry for site in (own, ukrainian)] == list(texts)
