from site_gen.model.page import PostView
from site_gen.pages.post import posts
from tests.support import entry, site_of


def test_a_page_for_each_post_with_its_neighbours() -> None:
    a = entry(
        "a", "A", "2026-01-01", tags=["x"], summary="About A.", source={"name": "Wire"}, thread="t", extra={"k": 1}
    )
    b = entry("b", "B", "2026-01-02", tags=["x"], corrections=[{"date": "2026-01-03", "text": "Put right."}])
    second, first = posts(site_of(a, b))
    assert (first.path, first.template, first.source) == ("2026/01/a/index.html", "post.html", "content/posts/a.md")
    assert (first.info.url, first.info.title, first.info.description) == ("/2026/01/a/", "A", "About A.")
    assert isinstance(first.view, PostView) and isinstance(second.view, PostView)
    assert first.view.newer == second.view.post and first.view.older is None
    assert first.view.related == (second.view.post,)
    assert first.view.attribution is not None and first.view.attribution.name == "Wire"
    assert (first.view.thread, first.view.extra) == (None, {"k": 1})
    assert [one.text for one in second.view.corrections] == ["Put right."]


def test_a_summary_is_the_deck_where_it_says_more_than_the_text() -> None:
    body = "Talks began in Tallinn on Monday, the ministry said."
    own, taken, none = posts(
        site_of(
            entry("c", "C", "2026-01-03", body=body, summary="Why nobody expects a treaty, and who gains."),
            entry("b", "B", "2026-01-02", body=body, summary="Talks began in Tallinn, the ministry said."),
            entry("a", "A", "2026-01-01", body=body),
        )
    )
    decks = [one.view.deck for one in (own, taken, none) if isinstance(one.view, PostView)]
    assert decks == ["Why nobody expects a treaty, and who gains.", "", ""]
    assert none.info.description == body


def test_an_edited_body_touches_one_page_and_a_title_those_that_show_it() -> None:
    before = site_of(*(entry(str(n), str(n), f"2026-01-{n + 1:02}") for n in range(9)))
    other_title = site_of(*(entry(str(n), "new" if n == 4 else str(n), f"2026-01-{n + 1:02}") for n in range(9)))
    changed = [old.path for old, new in zip(posts(before), posts(other_title), strict=True) if old.view != new.view]
    assert changed == [f"2026/01/{n}/index.html" for n in (5, 4, 3)]
