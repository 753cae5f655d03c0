import pytest

from site_gen.pages.listing import file_of, slices
from tests.support import entry, site_of


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/", "index.html"),
        ("/tags/", "tags/index.html"),
        ("/feed.xml", "feed.xml"),
        ("/tags/a/feed.xml", "tags/a/feed.xml"),
    ],
)
def test_the_file_of_an_address(url: str, path: str) -> None:
    assert file_of(url) == path


@pytest.mark.parametrize(("count", "size", "lengths"), [(0, 3, [0]), (3, 3, [3]), (4, 3, [3, 1]), (7, 3, [3, 3, 1])])
def test_slices(count: int, size: int, lengths: list[int]) -> None:
    cards = site_of(*(entry(f"{n}", str(n)) for n in range(count))).cards
    parts = list(slices("/tags/x/", cards, size))
    assert [len(shown) for _, _, shown in parts] == lengths
    assert sum((shown for _, _, shown in parts), ()) == cards
    urls = [url for url, _, _ in parts]
    assert urls == ["/tags/x/", *(f"/tags/x/page/{n}/" for n in range(2, len(parts) + 1))]
    for at, (_, pager, _) in enumerate(parts):
        assert (pager.number, pager.total, pager.first, pager.posts) == (at + 1, len(parts), "/tags/x/", count)
        assert pager.newer == (urls[at - 1] if at else "")
        assert pager.older == (urls[at + 1] if at + 1 < len(urls) else "")
