from hypothesis import given
from hypothesis import strategies as st

from site_gen.images.lines import lines, shortened

TEXTS = st.text(st.characters(codec="utf-8"), max_size=80)


def test_words_take_as_few_lines_as_possible() -> None:
    assert lines("the fleet sails at dawn", 10, len) == ["the fleet", "sails at", "dawn"]
    assert lines("the fleet", 9, len) == ["the fleet"]
    assert lines(" ", 9, len) == []


def test_a_word_that_is_too_wide_goes_on_in_the_next_line() -> None:
    assert lines("a Lieferkettengesetz now", 8, len) == ["a", "Lieferke", "ttengese", "tz now"]


def test_a_line_is_cut_for_its_ellipsis() -> None:
    assert shortened("the fleet", 9, len) == "the flee…"
    assert shortened("the fleet", 5, len) == "the…"
    assert shortened("fleet", 9, len) == "fleet…"


@given(TEXTS, st.integers(1, 20))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    made = lines(text, width, len)
    assert "".join("".join(made).split()) == "".join(text.split())
    assert all(0 < len(line) <= width for line in made)


@given(TEXTS, st.integers(1, 20))
def test_a_line_is_cut_where_one_character_more_would_not_fit(text: str, width: int) -> None:
    line = text
    while line and len(f"{line}…") > width:
        line = line[:-1].rstrip()
    assert shortened(text, width, len) == f"{line}…"


def test_a_line_of_megabytes_is_cut_at_once() -> None:
    asked = 0

    def width_of(text: str) -> float:
        nonlocal asked
        asked += 1
        return len(text)

    assert shortened("[" * 1_000_000, 9, width_of) == "[" * 8 + "…"
    assert asked < 30
