import pytest

from site_gen.indexing.terms import vocabulary
from site_gen.model.settings import Settings, TagSettings
from tests.support import entry


def test_spellings_of_one_tag_fold_and_the_commonest_is_shown() -> None:
    entries = [entry("a", "A", tags=["nato"]), entry("b", "B", tags=["NATO"]), entry("c", "C", tags=["NATO", "Nato "])]
    terms, problems = vocabulary(entries, Settings())
    assert not problems
    (ref,) = terms.terms_of(entries[2])
    assert (ref.name, ref.slug, ref.url, ref.kind) == ("NATO", "nato", "/tags/nato/", "topic")


def test_settings_give_aliases_a_name_a_slug_and_a_kind() -> None:
    tag = TagSettings(name="European Union", aliases=("EU",), kind="organisation", slug="eu")
    entries = [entry("a", "A", tags=["EU"]), entry("b", "B", tags=["european union", "eu", "Brussels"])]
    terms, problems = vocabulary(entries, Settings(tags={"Union": tag}))
    assert not problems
    assert [ref.name for ref in terms.terms_of(entries[1])] == ["European Union", "Brussels"]
    assert terms.terms_of(entries[0])[0] == terms.terms_of(entries[1])[0]
    assert (terms.terms_of(entries[0])[0].slug, terms.terms_of(entries[0])[0].kind) == ("eu", "organisation")


def test_names_begin_with_a_capital_and_addresses_stay() -> None:
    tags = ["law of the sea", "Air defence", "eFP", "al-Shabaab", "ßtaat"]
    terms, _ = vocabulary([entry("a", "A", tags=tags)], Settings())
    assert [(ref.name, ref.slug) for ref in terms.terms_of(entry("a", "A", tags=tags))] == [
        ("Law of the sea", "law-of-the-sea"),
        ("Air defence", "air-defence"),
        ("eFP", "efp"),
        ("al-Shabaab", "al-shabaab"),
        ("ßtaat", "sstaat"),
    ]


def test_the_settings_spelling_of_a_tag_is_shown_as_it_is() -> None:
    tags = {"dpa": TagSettings(), "Reuters": TagSettings(name="reuters")}
    terms, _ = vocabulary([entry("a", "A", tags=["DPA", "Reuters"])], Settings(tags=tags))
    assert [ref.name for ref in terms.terms_of(entry("a", "A", tags=["dpa", "reuters"]))] == ["dpa", "reuters"]


@pytest.mark.parametrize(
    ("votes", "kind"),
    [
        ([{"country": ["Georgia"]}, {"country": ["Georgia"]}, {"place": ["Georgia"]}], "country"),
        ([{"place": ["Georgia"]}, {"country": ["Georgia"]}], "country"),
        ([{"moon": ["Georgia"]}], "topic"),
        ([{}], "topic"),
    ],
)
def test_posts_vote_on_the_kind(votes: list[dict[str, list[str]]], kind: str) -> None:
    entries = [entry(str(n), "A", tags=["Georgia"], entities=one) for n, one in enumerate(votes)]
    terms, _ = vocabulary(entries, Settings())
    assert terms.terms_of(entries[0])[0].kind == kind


def test_two_tags_on_one_address_are_refused_and_both_files_named() -> None:
    entries = [entry("a", "A", tags=["C 4"]), entry("b", "B", tags=["C-4"])]
    _, (problem,) = vocabulary(entries, Settings())
    assert {"content/posts/a.md", "content/posts/b.md"} == {problem.path, problem.what.split(" of ")[-1].rstrip(".")}
    assert "'C 4'" in problem.what and "'C-4'" in problem.what and "/tags/c-4/" in problem.what


def test_a_tag_of_spaces_is_none() -> None:
    one = entry("a", "A", tags=[" ", "x"])
    terms, _ = vocabulary([one], Settings())
    assert [ref.name for ref in terms.terms_of(one)] == ["X"]


def test_a_tags_address_goes_by_the_language_of_the_site() -> None:
    for language, url in (("uk", "/tags/syly/"), ("ru", "/tags/sili/")):
        words, _ = vocabulary([entry("a", "A", tags=["Сили"])], Settings(language=language))
        assert words.refs["сили"].url == url
