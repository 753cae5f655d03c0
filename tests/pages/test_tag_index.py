from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.model.lists import IndexGroup
from site_gen.model.page import TermsView
from site_gen.pages.tag_index import all_terms
from tests.support import entry, site_of


def index_of(*names: str) -> IndexGroup:
    """The index of tags of one kind, the first of which has two stories and the others one."""
    (page,) = all_terms(site_of(entry("a", "A", tags=list(names)), entry("b", "B", tags=list(names[:1]))))
    assert isinstance(page.view, TermsView)
    (group,) = page.view.groups
    return group


def test_all_tags_are_under_their_kind_by_name() -> None:
    entities = {"country": ["iran", "Aden"], "person": ["Zoe"]}
    (page,) = all_terms(site_of(entry("a", "A", tags=["iran", "Zoe", "Aden", "misc"], entities=entities)))
    assert isinstance(page.view, TermsView)
    assert [(group.kind, [count.term.name for count in group.terms]) for group in page.view.groups] == [
        ("country", ["Aden", "Iran"]),
        ("person", ["Zoe"]),
        ("topic", ["Misc"]),
    ]
    assert page.view.count == 4
    (empty,) = all_terms(site_of())
    assert isinstance(empty.view, TermsView) and empty.view.groups == ()


def test_a_short_list_is_shown_whole() -> None:
    group = index_of(*(f"Tag {n}" for n in range(30)))
    assert len(group.terms) == 30 and not group.leading and not group.parts


def test_a_long_list_has_its_frequent_tags_first_and_parts_by_letter() -> None:
    group = index_of("Zulu", *(f"{letter}{n}" for letter in "ABCDE" for n in range(25)), *(f"X{n}" for n in range(70)))
    assert [one.term.name for one in group.leading][:2] == ["Zulu", "A0"]
    assert len(group.leading) == 12
    assert [(part.title, len(part.terms)) for part in group.parts] == [
        ("A–B", 50),
        ("C–D", 50),
        ("E", 25),
        ("X", 70),
        ("Z", 1),
    ]


def test_other_alphabets_are_a_part_of_their_own() -> None:
    group = index_of(*(f"Tag {n}" for n in range(30)), "Флот", "Україна", "Émigrés")
    assert [(part.title, len(part.terms)) for part in group.parts] == [("E–T", 31), ("У–Ф", 2)]


@given(st.sets(st.text("abcxyz5", min_size=1, max_size=3), min_size=31, max_size=200))
@settings(max_examples=30, deadline=None)
def test_every_tag_is_in_one_part(names: set[str]) -> None:
    group = index_of(*sorted(names))
    assert tuple(one for part in group.parts for one in part.terms) == group.terms
    assert all(len(part.terms) <= 60 or len(part.title) == 1 for part in group.parts)
    assert all(one.title[-1] < two.title[0] for one, two in pairwise(group.parts))
