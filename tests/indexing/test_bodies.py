from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.indexing.bodies import with_bodies
from site_gen.indexing.index import Indexed, index
from site_gen.indexing.published import Include
from site_gen.model.post import Body, Entry, PageEntry, Said, TagEntry
from site_gen.model.settings import Settings
from site_gen.reading.post import read_page, read_tag_text
from tests.support import NOON, entry

POSTS = tuple(entry(str(n), str(n), f"2026-01-0{n + 1}", tags=["x", "y"][: n % 3], draft=n == 3) for n in range(5))
PAGE = read_page("content/pages/about.md", "/about/", b"---\ntitle: About\n---\nWho.\n", UTC, False).value
TAG = read_tag_text("content/tags/x.md", "x", b"---\n---\nWhat.\n", UTC, False).value
assert isinstance(PAGE, PageEntry)
assert isinstance(TAG, TagEntry)
ALL: tuple[Said, ...] = (*POSTS, PAGE, TAG)


def indexed(said: tuple[Said, ...]) -> Indexed:
    posts = tuple(one for one in said if isinstance(one, Entry))
    pages = tuple(one for one in said if isinstance(one, PageEntry))
    tags = tuple(one for one in said if isinstance(one, TagEntry))
    return index(posts, pages, tags, Settings(), NOON, Include())


@given(st.sets(st.sampled_from(range(len(ALL)))))
def test_the_index_with_other_bodies_is_that_of_the_entries_that_have_them(edited: set[int]) -> None:
    after = tuple(
        replace(one, source=replace(one.source, digest="new"), body=Body(one.source.path, "new", 7))
        if number in edited
        else one
        for number, one in enumerate(ALL)
    )
    changed = {one.source.path: one for number, one in enumerate(after) if number in edited}
    assert with_bodies(indexed(ALL), changed) == indexed(after)
