"""After body-only edits the index is the last one with other bodies."""

from datetime import UTC, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.indexing.edited_index import with_entries
from site_gen.indexing.index import Indexed, index
from site_gen.indexing.published import Include
from site_gen.model.post import Source, SourceEntry, TextLink
from site_gen.model.settings import LanguageSettings, Settings
from site_gen.parsing.post import read_page, read_tag_text
from site_gen.text.language.site_languages import site_languages
from tests.support import NOON, entry

SETTINGS = Settings(title="T", timezone="Asia/Tokyo", languages={"uk": LanguageSettings()})
LANGUAGES = site_languages(SETTINGS)


def page(name: str, more: str = "") -> SourceEntry:
    data = f"---\ntitle: T\nupdated: 2026-01-01\n{more}---\nText.\n".encode()
    read = read_page(f"content/pages/{name}.md", f"/{name}/", data, UTC, False, LANGUAGES).value
    assert read is not None
    return read


def tag(name: str) -> SourceEntry:
    read = read_tag_text(f"content/tags/{name}.md", name, b"---\n---\nText.\n", UTC, False, LANGUAGES).value
    assert read is not None
    return read


LINKED = entry("linked", "Linked", tags=["x"])
TEXTS: tuple[SourceEntry, ...] = (
    *(entry(f"p{n}", "P", f"2026-01-0{n % 3 + 1}T09:00:00Z", tags=["x", f"y{n % 2}"]) for n in range(6)),
    entry("of-a-day", "D", "2026-01-02"),
    entry("draft", "Draft", draft=True),
    entry("later", "Later", str(NOON + timedelta(days=9))),
    entry("other", "Інше", tags=["x"], language="uk"),
    replace(LINKED, body=replace(LINKED.body, links=(TextLink("p0.md", 9), TextLink("../pages/about.md#a", 9)))),
    page("about"),
    page("404"),
    page("hidden", "draft: true\n"),
    tag("x"),
    tag("idle"),
)


def index_of(texts: tuple[SourceEntry, ...]) -> Indexed:
    of_kind: dict[str, list[Any]] = {"posts": [], "pages": [], "tags": []}
    for one in texts:
        of_kind[one.source.path.split("/")[1]].append(one)
    posts, pages, tags = map(tuple, of_kind.values())
    return index(posts, pages, tags, SETTINGS, NOON, Include())


def with_another_text(one: SourceEntry) -> SourceEntry:
    moved = tuple(replace(link, line=link.line + 3) for link in one.body.links)
    body = replace(one.body, digest="other", words=7, links=moved)
    return replace(one, source=Source(one.source.path, "another"), body=body)


@given(st.sets(st.integers(0, len(TEXTS) - 1)), st.integers(0, 5))
def test_it_is_the_index_of_the_same_entries_with_those_among_them(edited: set[int], minutes: int) -> None:
    before = index_of(TEXTS)
    after = tuple(with_another_text(one) if at in edited else one for at, one in enumerate(TEXTS))
    found = with_entries(before, [after[at] for at in sorted(edited)], NOON)
    clean = index_of(after)
    assert not clean.problems and clean.site.page_404 is not None
    assert found.indexed == clean
    assert found.bodies.keys() == {TEXTS[at].source.path for at in edited} - {
        f"content/{name}.md" for name in ("posts/draft", "posts/later", "pages/hidden", "tags/idle")
    }
    for one, numbers in zip(clean.every_edition, found.numbers, strict=True):
        assert all(found.bodies[one.published[at].source.path] == one.site.posts[at].body for at in numbers)
    assert sum(map(len, found.numbers)) == sum(path.startswith("content/posts/") for path in found.bodies)
    later = NOON + timedelta(minutes=minutes)
    assert with_entries(before, (), later).indexed.site.as_of == later
