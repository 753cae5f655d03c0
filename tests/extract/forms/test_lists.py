import pytest

from site_gen.extract.forms.lists import take_lists
from tests.extract.forms.texts import LEAD, left, taken


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("It named:\n- One\n- Two", ["It named:", "- One", "- Two"]),
        ("* One\n\n* Two\n\nThe end.", ["- One", "- Two", "The end."]),
        ("• One\n• Two\n• Three", ["- One", "- Two", "- Three"]),
        ("1. One\n2. Two", ["- 1. One", "- 2. Two"]),
        ("1) One\n2) Two\n4) Four", ["- 1) One", "- 2) Two", "4) Four"]),
        ("- One that\n  goes on\n- Two", ["- One that goes on", "- Two"]),
        ("- One that\nis long\n- Two", ["- One that is long", "- Two"]),
        ("- One.\n- Two.\nThe end.", ["- One.", "- Two.", "The end."]),
        ("- A\n- B\n1. C\n2. D", ["- A", "- B", "- 1. C", "- 2. D"]),
        ("▪\tOne\n▪\tTwo", ["- One", "- Two"]),
    ],
)
def test_marked_lines_in_a_row_are_a_list(text: str, lines: list[str]) -> None:
    assert left(taken(take_lists, text)) == lines


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        "- One line alone",
        "1. A list that is none",
        "2023 was a year.\n2024 was another.",
        "3. Third\n4. Fourth",
        "– No, he said.\n– Yes, she said.",
        "-40 degrees\n-50 degrees",
        "1.5 million\n2.5 million",
        "*bold* one\n*bold* two",
        "- One\nBetween them.\n- Two",
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert left(taken(take_lists, text)) == text.split("\n")
