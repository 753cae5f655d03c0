import pytest

from site_gen.indexing.addresses import PostAddresses, section_slugs
from site_gen.indexing.known_tags import KnownTags, are_same
from site_gen.indexing.terms import TagAddresses, vocabulary
from site_gen.model.settings import Settings, TagSettings
from tests.support import entry


def names(language: str, *tags: tuple[str, list[str]], settings: Settings | None = None) -> list[list[tuple[str, str]]]:
    """Name and slug of the terms of posts, each given by its language and its tags."""
    entries = [entry(str(at), "A", tags=own, language=language) for at, (language, own) in enumerate(tags)]
    terms, problems = vocabulary(entries, settings or Settings(language=language))
    assert not problems
    return [[(ref.name, ref.slug) for ref in terms.terms_of(one)] for one in entries]


def test_tags_in_two_languages_are_one_in_the_language_of_the_site() -> None:
    assert names("en", ("", ["Ukraine"]), ("uk", ["Україна", "НАТО"])) == [
        [("Ukraine", "ukraine")],
        [("Ukraine", "ukraine"), ("NATO", "nato")],
    ]
    ukraine = ("Україна", "ukraina")
    assert names("uk", ("", ["Україна"]), ("", ["Ukraine"]), ("de", ["Ukraine"])) == [[ukraine], [ukraine], [ukraine]]


def test_the_name_to_show_does_not_depend_on_other_posts() -> None:
    assert names("uk", ("", ["Germany"])) == [[("Німеччина", "nimechchyna")]]
    assert names("de", ("pl", ["Niemcy"])) == [[("Deutschland", "deutschland")]]


def test_an_unknown_tag_and_other_names_in_the_sites_own_language_stay_as_they_are_written() -> None:
    assert names("uk", ("", ["Село Вигадане", "КНР"])) == [[("Село Вигадане", "selo-vyhadane"), ("КНР", "knr")]]
    assert names("en", ("", ["USA"]), ("de", ["Deutschland"])) == [[("USA", "usa")], [("Germany", "germany")]]


def test_a_site_in_one_language_reads_no_tables() -> None:
    assert KnownTags([entry("a", "A", tags=["Deutschland"])], "en").is_empty
    assert names("en", ("", ["Deutschland", "Україна"])) == [[("Deutschland", "deutschland"), ("Україна", "ukraina")]]


def test_the_settings_come_first() -> None:
    settings = Settings(language="en", tags={"Ukraine": TagSettings(name="Ukraine at war", slug="war")})
    assert names("en", ("", ["Ukraine"]), ("uk", ["Україна"]), settings=settings) == [[("Ukraine at war", "war")]] * 2


def test_in_an_edition_the_address_is_that_of_the_sites_own_name() -> None:
    entries = [entry("a", "A", tags=["Україна", "Село"], language="uk")]
    terms, _ = vocabulary(entries, Settings(language="uk"), "/uk", "en")
    refs = terms.terms_of(entries[0])
    assert [(ref.name, ref.url) for ref in refs] == [("Україна", "/uk/tags/ukraine/"), ("Село", "/uk/tags/selo/")]


@pytest.mark.parametrize("section", ["Ukraine", "Україна"])
def test_a_section_may_have_its_english_name(section: str) -> None:
    settings = Settings(language="uk", sections=(section,), permalink="/{section}/{slug}/")
    post = entry("a", "A", tags=["Україна"])
    assert "ukraina" in section_slugs(section, settings)
    assert PostAddresses(settings).of(post).split("/")[1] in section_slugs(section, settings)


@pytest.mark.parametrize(("name", "other", "same"), [("Куба", "Kuba", True), ("Куба", "Cuba", True), ("X", "Y", False)])
def test_names_of_one_thing_do_not_clash(name: str, other: str, same: bool) -> None:
    assert are_same(name, other) is same
    addresses = TagAddresses(Settings(language="ru"))
    addresses.take([name])
    assert addresses.clash([other]) is None
