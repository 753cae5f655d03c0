import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.markup.lists import _ANY, _rewritten, with_plain_lists

LINES = st.tuples(
    st.integers(0, 11),
    st.sampled_from(
        ["- a", "* b", "1. a", "2. b", "3) c", "text", "", "", "> - q", "> text", ">   - r", "# H", "* * *", "- | -"]
    ),
).map(lambda made: " " * made[0] + made[1])
BLANK = st.sampled_from(["", " ", "     "])
TEXTS = st.lists(LINES | BLANK, max_size=9).map("\n".join)


@given(TEXTS)
@settings(max_examples=500)
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    made = with_plain_lists(text)
    assert with_plain_lists(made) == made


@given(TEXTS)
@settings(max_examples=500)
def test_only_indentation_empty_lines_and_markers_change(text: str) -> None:
    def words(lines: str) -> list[str]:
        plain = lines.replace("\\.", ".").replace("\\)", ")").replace("3.", "3)")
        return [line.replace(" ", "") for line in plain.split("\n") if line.strip(" >")]

    assert words(with_plain_lists(text)) == words(text)


@given(TEXTS)
@settings(max_examples=1000)
def test_what_is_skipped_for_speed_would_not_change(text: str) -> None:
    # Rules and heads of tables begin as items do: that is found out where there is anything else to be done.
    text = text.replace("* * *", "---").replace("- | -", "|")
    if _ANY.search(f"\n{text}") and with_plain_lists(text) == text:
        assert "\n".join(_rewritten(text.split("\n"), 0)) == text


@pytest.mark.parametrize(
    "text",
    [
        "- a\n    - b\n        - c\n    - d\n- e",
        "1. a\n\n    more\n\n    - b\n\n2. c",
        "- a\n\n        code\n        - more\n\n- b",
        "    - code\n    - more",
        "words\n    - words",
        "a | b\n- | -\n1 | 2",
        "- a\n  goes on\n- b",
        "It was in\n1990. It was",
        "words\n* * *\nwords",
        "> - a\n> - b",
    ],
)
def test_what_the_library_reads_is_not_touched(text: str) -> None:
    assert with_plain_lists(text) == text


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("- a\n  - b\n    - c\n  - d", "- a\n    - b\n        - c\n    - d"),
        ("1. a\n  - b\n   - c", "1. a\n    - b\n    - c"),
        ("10. a\n    - b", "10. a\n    - b"),
        ("a:\n- b\nc", "a:\n\n- b\nc"),
        ("a:\n1) b\n2) c", "a:\n\n1. b\n2. c"),
        ("- a\n\n  b\n  - c\n- d", "- a\n\n    b\n\n    - c\n- d"),
        ("- a\n  1990. b", "- a\n  1990\\. b"),
        ("- a\n1. b", "- a\n\n1. b"),
        ("> a:\n> - b\n>   - c", "> a:\n>\n> - b\n>     - c"),
        ("> > - a\n> >   - b", "> > - a\n> >     - b"),
        ("1. a\n\n   b", "1. a\n\n    b"),
        ("  - a\n  - b\n\nc", "- a\n- b\n\nc"),
        ("a | b\n--|--\n1 | 2\n- c", "a | b\n--|--\n1 | 2\n\n- c"),
        ("# A\n- b", "# A\n\n- b"),
    ],
)
def test_how_people_write(text: str, made: str) -> None:
    assert with_plain_lists(text) == made
