from datetime import UTC, datetime

import pytest

from site_gen.indexing.addresses import month_url, post_url, term_url, year_url

DAY = datetime(2025, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pattern", "url"),
    [
        ("/{year}/{month}/{slug}/", "/2025/01/open-to-talks/"),
        ("/{type}/{year}-{month}-{day}/{slug}/", "/news/2025-01-09/open-to-talks/"),
        ("/{slug}/", "/open-to-talks/"),
    ],
)
def test_a_post_has_its_address_by_the_pattern(pattern: str, url: str) -> None:
    assert post_url(pattern, DAY, "open-to-talks", "news") == url


def test_addresses_of_lists() -> None:
    assert (term_url("ukraine"), year_url(2025), month_url(2025, 1)) == ("/tags/ukraine/", "/2025/", "/2025/01/")
    assert year_url(987) == "/0987/"
