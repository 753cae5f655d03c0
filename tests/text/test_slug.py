import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.slug import ascii_words, fold, is_slug, slugify

# Titles and tags with the addresses that sites have published them under (docs/decisions/0033-bounds-and-addresses.md).
# A line may be added, none changed. (41 in other scripts were, before the first release: 0037.)
PUBLISHED = json.loads(Path(__file__).with_name("slugs.json").read_text(encoding="utf-8"))


def test_what_was_published_keeps_its_address() -> None:
    assert len(PUBLISHED) > 300
    assert {text: slugify(text) for text in PUBLISHED} == PUBLISHED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("AT&amp;T", "at-t"),
        ("caf&eacute;", "cafe"),
        ("&#39;one&#39; &#x2019;two", "one-two"),
        ("&nosuch; name", "nosuch-name"),
        ("&#1234567890123; &#x110000; none", "1234567890123-x110000-none"),
        ("&#" + "9" * 5000 + ";", "9" * 5000),
        ("1,000,000 shells", "1000000-shells"),
        ("🚀", ""),
    ],
)
def test_words_in_ascii(text: str, words: str) -> None:
    assert ascii_words(text) == words


@given(st.text(alphabet=st.sampled_from("ab -'&;#x0139,éЇ日’"), max_size=200), st.integers(1, 90))
def test_a_cut_name_ends_with_a_whole_word(text: str, longest: int) -> None:
    whole, cut = ascii_words(text), slugify(text, longest)
    if whole:
        assert len(cut) <= longest
        assert whole == cut or whole.startswith(cut + "-") or cut == whole.split("-")[0][:longest]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Kremlin open to talks", "kremlin-open-to-talks"),
        ("  Two   blanks ", "two-blanks"),
        ("Zelenskyy’s army: what’s next?", "zelenskyys-army-whats-next"),
        ("F-35A Lightning II", "f-35a-lightning-ii"),
        ("Łódź & Gdańsk", "lodz-gdansk"),
        ("Україна", "ukraina"),
        ("日本", "ri-ben"),
        ("NATO", "nato"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_a_name_for_addresses(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_texts_without_letters_have_distinct_slugs() -> None:
    assert slugify("!!!").startswith("x-")
    assert slugify("🚀").startswith("x-") or slugify("🚀") != ""
    assert slugify("!!!") != slugify("???")


def test_a_long_name_is_cut_at_a_word() -> None:
    slug = slugify("alpha " * 40)
    assert len(slug) <= 80
    assert set(slug.split("-")) == {"alpha"}


@given(st.text(max_size=120))
def test_a_slug_is_valid_in_an_address_and_its_own_slug(text: str) -> None:
    slug = slugify(text)
    assert not slug or is_slug(slug)
    assert bool(slug) == bool(text.strip())
    assert slugify(slug) == slug


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("NATO", "nato"), ("United  States", "united states"), ("ﬁre", "FIRE"), ("Straße", "STRASSE"), ("\u00a0UK", "uk")],
)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_the_language_decides_where_letters_do_not() -> None:
    assert (slugify("Сили"), slugify("Сили", language="uk-UA"), slugify("Сили", language="ru")) == (
        "sili",
        "syly",
        "sili",
    )
    assert slugify("Київ отримав", language="ru") == "kyiv-otrymav"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("a-b", True),
        ("A_1", True),
        ("", False),
        ("a b", False),
        ("a/b", False),
        ("ü", False),
        ("--", False),
        ("..", False),
    ],
)
def test_what_is_a_slug(text: str, right: bool) -> None:
    assert is_slug(text) is right
