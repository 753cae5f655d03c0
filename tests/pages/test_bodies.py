from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.model.post import Body
from site_gen.model.settings import FeedSettings, PlainSettings
from site_gen.pages.bodies import bodies_of, shows, with_bodies
from site_gen.pages.plan import plan
from tests.support import entry, site_of

ENTRIES = tuple(entry(str(n), str(n), f"2026-01-0{n + 1}", tags=["x"] if n else ["y"]) for n in range(3))
SETTINGS: dict[str, Any] = {"plain": PlainSettings(markdown=True), "feeds": FeedSettings(items=2)}
PLAN, _ = plan(site_of(*ENTRIES, **SETTINGS))
PAGES = {page.path: page for page in PLAN.pages}


@given(st.sets(st.integers(0, 2)))
def test_after_edits_of_texts_only_the_pages_that_show_one_change_and_they_are_those_with_other_bodies(
    edited: set[int],
) -> None:
    bodies = {f"content/posts/{n}.md": Body(f"content/posts/{n}.md", "new", 7) for n in edited}
    after = tuple(replace(one, body=bodies.get(one.source.path, one.body)) for one in ENTRIES)
    planned, _ = plan(site_of(*after, **SETTINGS))
    changed = {page.path for page in planned.pages if page != PAGES[page.path]}
    assert changed == {page.path for page in planned.pages if shows(page, bodies)}
    assert (changed == set()) == (edited == set())
    assert planned.pages == tuple(with_bodies(page, bodies) for page in PLAN.pages)
    assert changed >= {f"2026/01/{n}/{name}" for n in edited for name in ("index.html", "index.md")}
    assert all(one.digest == "new" for page in planned.pages for one in bodies_of(page) if one.path in bodies)
