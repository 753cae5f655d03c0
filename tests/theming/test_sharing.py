from html import unescape

from msgspec.structs import replace

from site_gen.theming.filters import filters
from site_gen.theming.sharing import SERVICES, ways_to_share
from tests.support import entry, site_of

SHARE = ways_to_share(filters("https://example.org/news/")["absolute"])


def test_a_title_and_its_address_are_encoded_whole() -> None:
    (card,) = site_of(entry("a", "A/B & <ü>?")).cards
    (_, email), (name, bluesky) = SHARE(replace(card, url="/a/"), ("email", "bluesky"))
    url = "https%3A%2F%2Fexample.org%2Fnews%2Fa%2F"
    assert email == f"mailto:?subject=A%2FB%20%26%20%3C%C3%BC%3E%3F&body={url}"
    assert name == "Bluesky"
    assert bluesky.endswith(f"%20{url}")


def test_each_service_has_a_name_and_one_address() -> None:
    (card,) = site_of(entry("a", "A")).cards
    ways = SHARE(card, tuple(SERVICES))
    assert len({name for name, _ in ways}) == len({address for _, address in ways}) == len(SERVICES)
    assert all("{" not in address and unescape(address) == address for _, address in ways)
