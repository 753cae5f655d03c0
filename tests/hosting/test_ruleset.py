import re

from hypothesis import given
from hypothesis import strategies as st

from site_gen.hosting.ruleset import Ruleset, literally, rooted, spellings
from site_gen.model.redirect import Redirect

OLD, FAR = Redirect("/old/", "/new/", 302, "/old/"), Redirect("/far/*", "https://example.org/:splat", 301, "/far/*")
DEEP = Redirect("/far/off/*", "/tags/:splat", 301, "/far/off/*")


def test_single_addresses_and_whole_folders_are_with_distinct_moments_the_deepest_first() -> None:
    rules = Ruleset("", (OLD, FAR, DEEP), ())
    assert rules.single == (OLD,)
    assert rules.below == (DEEP, FAR)


def test_below_a_path_addresses_of_the_site_are_too() -> None:
    assert rooted((OLD, FAR), "") == (OLD, FAR)
    assert [(one.source, one.target) for one in rooted((OLD, FAR), "/news")] == [
        ("/news/old/", "/news/new/"),
        ("/news/far/*", "https://example.org/:splat"),
    ]


def test_an_address_is_matched_with_its_slash_and_without() -> None:
    assert spellings("/old/") == ("/old/", "/old")
    assert spellings("/") == ("/",)
    assert spellings("/a.html") == ("/a.html",)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(max_size=5))
def test_a_text_as_a_pattern_fits_itself_and_nothing_else(text: str, other: str) -> None:
    pattern = re.compile(literally(text))
    assert pattern.fullmatch(text)
    assert text == other or not pattern.fullmatch(other)
    assert not set(literally(text)) & set("\"'`$ {};#\n")
