import pytest

from site_gen.pages.listing import last_modified, newest_stories, slices
from site_gen.pages.post import posts
from tests.support import entry, site_of


def test_stories_of_all_makers_are_newest_first() -> None:
    site = site_of(*(entry(f"{n}", str(n), f"2026-01-{n + 1:02}") for n in range(5)))
    pages = [*posts(site)][::-1]
    assert newest_stories(pages, 9) == site.cards and newest_stories(pages, 2) == site.cards[:2]


def test_a_list_changes_with_its_newest_update() -> None:
    cards = site_of(entry("a", "A", updated="2026-03-01"), entry("b", "B", "2026-02-01")).cards
    assert last_modified(cards) == cards[1].updated and last_modified(()) is None


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
