from site_gen.model.page import PostView, ThreadView
from site_gen.pages.post import posts
from site_gen.pages.thread import boxes, threads
from tests.support import entry, site_of

STORY = [entry(str(n), str(n), f"2026-01-{n + 1:02}", thread="Tallinn talks") for n in range(9)]


def test_a_thread_has_a_page_with_all_its_posts_newest_first() -> None:
    (page,) = threads(site_of(*STORY, entry("x", "X", thread="Alone"), entry("y", "Y")))
    assert (page.path, page.info.url) == ("threads/tallinn-talks/index.html", "/threads/tallinn-talks/")
    assert isinstance(page.view, ThreadView)
    assert page.view.name == "Tallinn talks"
    assert [card.title for card in page.view.posts] == list("876543210")
    assert next(feed.url for feed in page.info.feeds) == "/threads/tallinn-talks/feed.xml"


def test_a_post_shows_later_and_earlier_posts() -> None:
    shown = boxes(site_of(*STORY))
    sides = {
        url[-2]: ("".join(c.title for c in box.later), "".join(c.title for c in box.earlier))
        for url, box in shown.items()
    }
    assert sides["8"] == ("", "765")
    assert sides["4"] == ("876", "321")
    assert sides["7"] == ("8", "654")
    assert sides["0"] == ("876", "")
    assert {box.count for box in shown.values()} == {9}


def test_a_new_post_of_a_thread_changes_no_post_outside_of_it() -> None:
    others = [entry(f"o{n}", f"O{n}", f"2025-01-{n + 1:02}") for n in range(5)]
    before = {page.path: page.view for page in posts(site_of(*others, *STORY[:-1], related=0))}
    after = {page.path: page.view for page in posts(site_of(*others, *STORY, related=0))}
    changed = {path for path, view in after.items() if before.get(path) != view}
    assert changed == {f"2026/01/{n}/index.html" for n in range(9)}
    assert all(isinstance(view, PostView) and view.thread is None for path, view in after.items() if "2025" in path)


def test_a_thread_names_its_most_frequent_tags_and_what_explains_it() -> None:
    story = [
        entry("a", "A", "2026-01-01", thread="T", tags=["Ships", "Estonia"]),
        entry("b", "B", "2026-01-02", thread="T", tags=["Estonia"], type="background"),
        entry("c", "C", "2026-01-03", thread="T", tags=[f"Tag {n:02}" for n in range(20)], type="opinion"),
        entry("d", "D", "2026-01-04", thread="T", tags=["Estonia", "Ships"], type="analysis"),
    ]
    (page,) = threads(site_of(*story))
    assert isinstance(page.view, ThreadView)
    assert [card.title for card in page.view.start] == ["D", "B"]
    assert [term.name for term in page.view.terms][:3] == ["Estonia", "Ships", "Tag 00"]
    assert len(page.view.terms) == 12
