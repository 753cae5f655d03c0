import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.markup.headings import heading_id, levels, unique_ids


@pytest.mark.parametrize(
    ("text", "name"),
    [("The Sea", "the-sea"), ("2026 in review", "section-2026-in-review"), ("!", "x-"), ("", "section")],
)
def test_a_headings_id_begins_with_a_letter(text: str, name: str) -> None:
    assert heading_id(text).startswith(name)


@given(st.lists(st.integers(1, 6)))
def test_levels_begin_at_two_and_skip_none(written: list[int]) -> None:
    made = list(levels(written))
    assert len(made) == len(written)
    assert made[:1] in ([], [2])
    assert all(2 <= level <= 6 for level in made)
    assert all(after <= before + 1 for before, after in zip([1, *made], made, strict=False))


@given(st.lists(st.integers(1, 6)))
def test_a_deeper_heading_is_never_shown_above_a_higher_one(written: list[int]) -> None:
    made = list(levels(written))
    for number in range(1, len(written)):
        if written[number] <= written[number - 1]:
            assert made[number] <= made[number - 1]


@given(st.lists(st.sampled_from(["a", "a_1", "a_2", "a_1_1", "b"]), max_size=20))
def test_ids_are_unique_and_numbered_from_the_first_that_is_free(names: list[str]) -> None:
    taken: list[str] = []
    for name in names:
        number, own = 0, name
        while own in taken:
            number += 1
            own = f"{name}_{number}"
        taken.append(own)
    assert list(unique_ids(names)) == taken
