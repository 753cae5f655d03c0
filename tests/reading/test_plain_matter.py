"""The quick reader against the YAML reader: what it gives is the same, and what it is unsure of it leaves alone."""

from datetime import UTC
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_gen.model.post import FrontMatter, PageMatter, TagMatter
from site_gen.reading.document import Reading
from site_gen.reading.plain_matter import plain_matter
from site_gen.reading.schema import read_yaml

ZONE = ZoneInfo("America/New_York")


def agreed(text: str, kind: type[Any] = FrontMatter) -> bool:
    """Whether the quick reader took a text; then the YAML reader must have the same of it, and no problem."""
    quick = plain_matter(text, kind, ZONE)
    if quick is None:
        return False
    reading = Reading("a.md", text, ZONE, 2)
    assert quick == read_yaml(kind, reading)
    assert reading.problems == []
    return True


POST = "title: Talks in Tallinn\ndate: 2026-01-05T08:00:44+02:00\nslug: talks\ntags: [NATO, Arms control]"
TAKEN = [
    POST,
    "title: A",
    'title: "A: b, # c"\nsummary: \'He said "no"\'',
    "title: 1.10\nslug: 007\ntype: opinion\ndraft: true\npinned: False",
    "title: Émigrés — a “view”\nauthors: [Müller, O'Neill, \"A, b\", 'c']\naliases: []",
    "title: At 08:00:00Z sharp\nupdated: 2026-02-01\nexpires: '2026-03-01 12:00'",
    "title: A [b], {c} & *d* | e > f % g @ h ! i ? j - k\nsummary: x",
    "title: A\nentities:\n  country: [Russia, France]\n  equipment: [F-16, P-8A]\nseed: seeds/a.txt",
    "title: Yes\nsummary: no",
    "title: A\ndate: 2026-07-05\ndateline: Oslo",
    "title: A\ndate: '2026-07-05 14:05'",
]


@pytest.mark.parametrize("text", TAKEN)
def test_what_most_posts_have_is_taken(text: str) -> None:
    assert agreed(text)


LEFT = [
    "",
    "summary: no title",
    "title:",
    "title: null",
    "title: ~",
    "title: Brigade #5",
    "title: Brigade: five",
    "title: Brigade:",
    "title: 'it''s'",
    'title: "a\\nb"',
    "title: 'a' b",
    "title: a ",
    "title: a\n  b",
    "title: a\ntitle: b",
    "title: a\ndate: soon",
    "title: a\ndraft: yes",
    "title: a\ntype: newz",
    "title: a\ntags: NATO",
    "title: a\ntags: [a: b]",
    "title: a\ntags: [a,, b]",
    "title: a\ntags: [a, b",
    "title: a\nsummary: [b]",
    "title: a\ncolour: red",
    "title: a\nentities:\n  country: [a]\n  country: [b]",
    "title: a\nentities:\n  country: a",
    "title: a\nentities:",
    "title: |\n  a",
    "title: &a b",
    "title: a\tb",
    "title: a\u2028b",
    "title: a\u0085b",
    "title: -a",
    "---\ntitle: a",
    "title: a\n...",
    "title : a",
    "title:  a",
]


@pytest.mark.parametrize("text", LEFT)
def test_what_it_is_not_sure_of_is_left_to_yaml(text: str) -> None:
    assert plain_matter(text, FrontMatter, UTC) is None


KEYS = [*FrontMatter.__struct_fields__, "Title", "x"]
SIGNS = st.sampled_from([*list(" ab1é“:#,[]{}'\"&*!|>%@`?-~.\\\t\xa0\u2028"), "null", "true", "2026-01-05", ": ", " #"])
VALUE = st.one_of(
    st.lists(SIGNS, max_size=8).map("".join),
    st.lists(st.lists(SIGNS, max_size=4).map("".join), max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    st.sampled_from(["2026-01-05", "2026-01-05 14:05", "true", "False", "news", "NO", "1e3", "0x1F", "[]", '""', "''"]),
)
ROW = st.builds(
    "{}{}{}{}".format, st.sampled_from(["", "", "", "  "]), st.sampled_from(KEYS), st.sampled_from([": ", ":"]), VALUE
)


@given(st.lists(ROW, max_size=5), st.sampled_from([FrontMatter, PageMatter, TagMatter]))
@example(["summary: a"], TagMatter)
def test_it_never_says_anything_else_than_yaml(rows: list[str], kind: type[Any]) -> None:
    agreed("\n".join(["title: a b", *rows]), kind)
    agreed("\n".join(rows), kind)


@given(st.text(max_size=30), st.text(max_size=30))
def test_nor_on_any_text_at_all(title: str, summary: str) -> None:
    agreed(f"title: {title}\nsummary: {summary}")
    agreed(f'title: "{title}"\ntags: [{summary}]')
