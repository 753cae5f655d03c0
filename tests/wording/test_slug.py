import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.wording.slug import fold, is_slug, slugify


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


def test_signs_alone_have_an_address_and_each_its_own() -> None:
    assert slugify("!!!").startswith("x-")
    assert slugify("🚀").startswith("x-") or slugify("🚀") != ""
    assert slugify("!!!") != slugify("???")


def test_a_long_name_is_cut_at_a_word() -> None:
    slug = slugify("alpha " * 40)
    assert len(slug) <= 80
    assert set(slug.split("-")) == {"alpha"}


@given(st.text(max_size=120))
def test_a_slug_can_stand_in_an_address_and_is_its_own_slug(text: str) -> None:
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
