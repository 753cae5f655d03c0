from typing import Any

import pytest

from site_gen.model.ledger import NO_STAMP, PageFact, SharedInputs
from site_gen.model.page import Page
from site_gen.model.site import Site
from site_gen.outdated import Change, Fingerprints, obsolete, outdated, part_names
from site_gen.pages.plan import plan
from tests.support import entry, site_of

NOW = SharedInputs("program", "site", "markup", {"post.html": "p", "home.html": "h"})
WORDS = [("0", "2026-01-01", ["x"]), ("1", "2026-01-02", []), ("2", "2026-01-03", ["x"]), ("3", "2026-01-04", [])]


def site(**changed: dict[str, Any]) -> Site:
    """Four posts; `changed` gives front matter by the post's name, written `_0`."""
    facts = ({"title": name, "date": date, "tags": tags} | changed.get(f"_{name}", {}) for name, date, tags in WORDS)
    return site_of(*(entry(name, **fact) for (name, _, _), fact in zip(WORDS, facts, strict=True)), tag_minimum=1)


def pages_of(one: Site) -> tuple[Page, ...]:
    return plan(one)[0].pages


def facts_of(pages: tuple[Page, ...]) -> dict[str, PageFact]:
    fingerprints = Fingerprints()
    values = {page.path: fingerprints.value(page) for page in pages}
    return {path: PageFact(value.key, b"", NO_STAMP, value.parts) for path, value in values.items()}


def checksums(page: Page) -> bytes:
    return Fingerprints().value(page).parts


def changes(before: Site, after: Site, **inputs: Any) -> dict[str, tuple[str, ...]]:
    """Why pages have to be rendered, by path."""
    facts = facts_of(pages_of(before))
    now, previous = inputs.get("now", NOW), inputs.get("previous", NOW)
    found = outdated(pages_of(after), now, previous, facts, inputs.get("altered", frozenset()))
    assert all(isinstance(change, Change) and change.reasons for change in found)
    return {change.page.path: change.reasons for change in found}


def test_nothing_changed() -> None:
    assert changes(site(), site()) == {}


def test_a_post_whose_body_changed_is_made_again_with_the_feeds_that_hold_it() -> None:
    found = changes(site(), site(_1={"date": "2026-01-02", "source": {"name": "Wire"}}))
    assert found == {"2026/01/1/index.html": ("its attribution changed",)}


def test_a_title_touches_the_pages_that_show_it() -> None:
    found = changes(site(), site(_0={"title": "New"}))
    feeds = {"feed.xml", "atom.xml", "feed.json"}
    shown = {"index.html", "2026/index.html", "2026/01/index.html", "tags/x/index.html"}
    posts = {f"2026/01/{n}/index.html" for n in (0, 1, 2)}
    assert set(found) == feeds | {f"tags/x/{feed}" for feed in feeds} | shown | posts
    assert found["index.html"] == (
        "a post in its list changed",
        "what the front page shows of a post, or where, changed",
    )
    assert found["feed.xml"] == ("a post in the feed changed",)
    assert found["2026/01/1/index.html"] == ("the next older neighbour changed",)
    assert found["2026/01/2/index.html"] == ("its related posts changed",)
    assert "its title, description or feeds changed" in found["2026/01/0/index.html"]
    assert "the post's front matter changed" in found["2026/01/0/index.html"]


def test_a_new_page_is_new_and_its_neighbours_change() -> None:
    found = changes(site(), site(_1={"tags": ["y"]}))
    assert found["tags/y/index.html"] == ("it is new",)
    assert found["tags/index.html"] == ("the tags or their counts changed", "its count changed")
    assert "tags/x/index.html" not in found


SHARED_INPUTS = [
    (
        SharedInputs("other", "site", "markup", NOW.templates),
        None,
        "site_gen, a library it renders with or the time zone's rules changed",
    ),
    (
        SharedInputs("program", "other", "markup", NOW.templates),
        None,
        "the site's settings, menu or theme files changed",
    ),
    (SharedInputs("program", "site", "other", NOW.templates), None, "the Markdown settings changed"),
    (
        SharedInputs("program", "site", "markup", {"post.html": "other", "home.html": "h"}),
        "post.html",
        "the template post.html, or one that it uses, changed",
    ),
]


@pytest.mark.parametrize(("previous", "template", "reason"), SHARED_INPUTS)
def test_the_shared_inputs_changed(previous: SharedInputs, template: str | None, reason: str) -> None:
    found = changes(site(), site(), previous=previous)
    assert set(found.values()) == {(reason,)}
    concerned = [page.path for page in pages_of(site()) if template in (None, page.template)]
    assert sorted(found) == sorted(concerned)


def test_without_a_previous_build_every_page_is_rendered() -> None:
    pages = pages_of(site())
    found = outdated(pages, NOW, SharedInputs("", "", "", {}), {}, frozenset())
    assert [change.page for change in found] == list(pages)
    assert {change.reasons for change in found} == {("there is no earlier build", "it is new")}


def test_a_file_that_something_else_changed_is_rendered_again() -> None:
    found = changes(site(), site(), altered=frozenset({"index.html"}))
    assert found == {"index.html": ("its file is missing or was changed by something else",)}


def test_pages_have_equal_keys_where_they_are_equal() -> None:
    one, other = pages_of(site()), pages_of(site())
    keys = [Fingerprints().value(page).key for page in one]
    assert keys == [Fingerprints().value(page).key for page in other]
    assert len(set(keys)) == len(one)
    for page in one:
        assert len(checksums(page)) == 4 * len(part_names(page))


def test_keys_do_not_depend_on_earlier_pages() -> None:
    fingerprints = Fingerprints()
    fresh = [Fingerprints().value(page) for page in pages_of(site())]
    for number in range(30):  # values that come and go may have one address in memory
        for page in pages_of(site(_0={"title": str(number)})):
            fingerprints.value(page)
    assert [fingerprints.value(page) for page in pages_of(site())] == fresh


def test_what_belongs_to_nothing_is_obsolete() -> None:
    pages = pages_of(site())
    owned = {page.path for page in pages} | {"old/index.html", "assets/a.css", "assets/b.css"}
    assert obsolete(pages, ["assets/a.css"], owned) == ("assets/b.css", "old/index.html")
