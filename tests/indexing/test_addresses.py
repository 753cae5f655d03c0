import pytest

from site_gen.indexing.addresses import PostAddresses, month_url, term_url, year_url
from site_gen.model.settings import Settings, TagSettings
from tests.support import entry


def address(pattern: str, *tags: str, sections: tuple[str, ...] = ("Naval", "Air power")) -> str:
    named = {"Naval": TagSettings(aliases=("Navy",), slug="sea")}
    settings = Settings(permalink=pattern, sections=sections, tags=named)
    return PostAddresses(settings).of(entry("open-to-talks", "A", "2025-01-09", tags=tags))


@pytest.mark.parametrize(
    ("pattern", "url"),
    [
        ("/{year}/{month}/{slug}/", "/2025/01/open-to-talks/"),
        ("/{type}/{year}-{month}-{day}/{slug}/", "/news/2025-01-09/open-to-talks/"),
        ("/{slug}/", "/open-to-talks/"),
        ("/{year}/{month}/{day}/{slug}.html", "/2025/01/09/open-to-talks.html"),
        ("/{section}/{slug}.html", "/sea/open-to-talks.html"),
    ],
)
def test_a_post_has_its_address_by_the_pattern(pattern: str, url: str) -> None:
    assert address(pattern, "Kyiv", "navy", "Air power") == url


def test_the_section_is_the_first_of_the_posts_tags_that_is_one() -> None:
    assert address("/{section}/{slug}/", "air  POWER", "Naval") == "/air-power/open-to-talks/"


@pytest.mark.parametrize(
    ("pattern", "url"),
    [
        ("/{section}/{slug}/", "/open-to-talks/"),
        ("/x/{section}/{slug}.html", "/x/open-to-talks.html"),
    ],
)
def test_a_post_in_no_section_has_an_address_without_that_part(pattern: str, url: str) -> None:
    assert address(pattern, "Kyiv") == address(pattern) == address(pattern, "Naval", sections=()) == url


def test_addresses_of_lists() -> None:
    assert (term_url("ukraine"), year_url(2025), month_url(2025, 1)) == ("/tags/ukraine/", "/2025/", "/2025/01/")
    assert year_url(987) == "/0987/"
