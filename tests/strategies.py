"""Newsrooms as plain values, and edits of them, for laws of what comes after reading."""

from typing import Any

from hypothesis import strategies as st

from site_gen.model.post import Entry
from tests.support import entry

SourceEntry = dict[str, Any]  # a post's front matter

FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": st.sampled_from(["One", "Two", 'The "third"']),
    "summary": st.sampled_from(["", "In short."]),
    "date": st.integers(1, 9).map(lambda day: f"2026-01-{day:02}"),
    "tags": st.lists(st.sampled_from(["Iran", "iran", "Ships", "Aden", "SHIPS"]), max_size=3),
    "entities": st.sampled_from([{}, {"country": ["Iran"]}, {"equipment": ["iran", "ships"]}]),
    "type": st.sampled_from(["news", "analysis"]),
    "pinned": st.booleans(),
    "draft": st.booleans(),
    "thread": st.sampled_from(["", "Talks"]),
    "corrections": st.sampled_from([[], [{"date": "2026-02-01", "text": "Wrong."}]]),
}
NAMES = "abcdefghij"
NEWSROOMS = st.dictionaries(st.sampled_from(NAMES), st.fixed_dictionaries(FIELDS), max_size=len(NAMES))
_EDIT = st.none() | st.sampled_from(sorted(FIELDS)).flatmap(lambda name: st.fixed_dictionaries({name: FIELDS[name]}))
EDITS = st.dictionaries(st.sampled_from(NAMES + "k"), _EDIT, max_size=3)


def entries_of(newsroom: dict[str, SourceEntry]) -> dict[str, Entry]:
    """What its files say, in the order of their names."""
    return {name: entry(name, **newsroom[name]) for name in sorted(newsroom)}


def edited(newsroom: dict[str, SourceEntry], edits: dict[str, SourceEntry | None]) -> dict[str, Entry]:
    """What its files say after edits: a post that goes, a new one, one with another field. The others are the same."""
    after = entries_of(newsroom)
    for name, edit in edits.items():
        if edit is None:
            after.pop(name, None)
        else:
            after[name] = entry(name, **({"title": "New"} | newsroom.get(name, {}) | edit))
    return {name: after[name] for name in sorted(after)}
