from site_gen.model.page import HomeView
from site_gen.model.settings import TagSettings
from site_gen.pages.home import home, idle_sections
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
    # The most used tags are on the front page alone.
    assert [term.name for term in first.view.terms] == ["B", "A"]
    assert second.view.terms == ()


def test_a_site_without_posts_has_a_front_page() -> None:
    (only,) = home(site_of())
    assert isinstance(only.view, HomeView) and only.view.posts == ()


def test_sections_show_the_newest_below_the_top_and_no_story_is_in_two() -> None:
    entries = [entry(f"p{n}", f"P{n}", f"2026-01-{n:02}", tags=["Naval", "Army"][: 1 + n % 2]) for n in range(1, 25)]
    first, second = home(site_of(*entries, page_size=20, sections=("army", "Naval", "Space")))
    assert isinstance(first.view, HomeView) and isinstance(second.view, HomeView)
    titles = [[post.title for post in section.posts] for section in first.view.sections]
    # The ten newest lead; a section takes what is left, and the next one what that leaves.
    assert titles == [["P13", "P11", "P9", "P7"], ["P14", "P12", "P10", "P8"]]
    assert [section.term.name for section in first.view.sections] == ["Army", "Naval"]
    # A theme that shows no sections loses nothing.
    assert [post.title for post in first.view.posts] == [f"P{n}" for n in range(24, 4, -1)]
    assert second.view.sections == ()


def test_a_section_is_known_by_every_name_of_its_tag() -> None:
    settings = {"Air defence": TagSettings(aliases=("air defense",), slug="ad")}
    entries = [entry(f"p{n}", f"P{n}", f"2026-01-{n:02}", tags=["air defense"]) for n in range(1, 12)]
    site = site_of(*entries, tags=settings, sections=("AIR DEFENSE", "Air defence", "Nvy"))
    (page,) = home(site)
    assert isinstance(page.view, HomeView)
    assert [(section.term.slug, len(section.posts)) for section in page.view.sections] == [("ad", 1)]
    assert idle_sections(site) == ("Nvy",)
