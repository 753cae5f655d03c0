"""After body-only edits the plan is the last one with other bodies."""

from hypothesis import given
from hypothesis import strategies as st

from site_gen.indexing.edited_index import with_entries
from site_gen.indexing.index import index
from site_gen.indexing.published import Include
from site_gen.model.post import Entry, PageEntry, TagEntry
from site_gen.model.settings import FeedSettings, LanguageSettings, PlainSettings, Settings
from site_gen.pages.bodies import bodies_of
from site_gen.pages.edited_plan import with_other_bodies
from site_gen.pages.plan import Plan, plan
from tests.indexing.test_edited_index import TEXTS, with_another_text
from tests.support import NOON

SITES = [
    Settings(
        title="T",
        languages={"uk": LanguageSettings()} if languages else {},
        plain=PlainSettings(markdown=copies),
        feeds=FeedSettings(items=3, content="full" if full else "summary"),
    )
    for languages, copies, full in ((True, True, True), (False, True, True), (True, False, False))
]


def planned(settings: Settings, edited: set[int]) -> tuple[Plan, Plan, set[str]]:
    """The last plan with other bodies, the plan of all the texts, and the paths of pages that are said to differ."""
    texts = [TEXTS, tuple(with_another_text(one) if at in edited else one for at, one in enumerate(TEXTS))]
    before, after = (
        index(
            tuple(one for one in of if isinstance(one, Entry)),
            tuple(one for one in of if isinstance(one, PageEntry)),
            tuple(one for one in of if isinstance(one, TagEntry)),
            settings,
            NOON,
            Include(),
        )
        for of in texts
    )
    made = with_entries(before, [texts[1][at] for at in sorted(edited)], NOON)
    last, _ = plan(before.site)
    found, pages = with_other_bodies(last, made.bodies, made.numbers)
    return found, plan(after.site)[0], {page.path for page in pages}


@given(st.sampled_from(SITES), st.sets(st.integers(0, len(TEXTS) - 1)))
def test_it_is_the_plan_of_the_site_with_those_texts(settings: Settings, edited: set[int]) -> None:
    found, clean, paths = planned(settings, edited)
    assert found == clean
    others = {TEXTS[at].source.path for at in edited}
    assert paths == {page.path for page in clean.pages if any(body.path in others for body in bodies_of(page))}


def test_every_kind_of_page_that_shows_a_text_is_among_those() -> None:
    _, clean, paths = planned(SITES[0], set(range(len(TEXTS))))
    kinds = {page.info.kind for page in clean.pages if page.path in paths}
    assert kinds == {"post", "text", "feed", "page", "404", "tag"}
    assert not [page for page in clean.pages if page.path not in paths and bodies_of(page)]
