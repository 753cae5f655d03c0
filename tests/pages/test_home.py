from site_gen.model.page import HomeView
from site_gen.pages.home import home
from tests.support import entry, site_of


def test_pinned_posts_lead_and_the_rest_is_by_date() -> None:
    entries = [
        entry(str(n), str(n), f"2026-01-0{n}", pinned=n in (2, 3), tags=["b", "a"][: n % 3]) for n in range(1, 6)
    ]
    first, second = home(site_of(*entries, page_size=3, title="Notes", tagline="Line"))
    assert isinstance(first.view, HomeView) and isinstance(second.view, HomeView)
    assert [card.title for card in first.view.posts + second.view.posts] == ["3", "2", "5", "4", "1"]
    assert (first.path, second.path) == ("index.html", "page/2/index.html")
    assert (first.info.title, second.info.title) == ("Notes", "Page 2")
    assert first.info.description == "Line"
    # The most used tags stand on the front page alone.
    assert [term.name for term in first.view.terms] == ["b", "a"]
    assert second.view.terms == ()


def test_a_site_without_posts_has_a_front_page() -> None:
    (only,) = home(site_of())
    assert isinstance(only.view, HomeView) and only.view.posts == ()
