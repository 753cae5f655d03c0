import pytest

from site_gen.extract.forms.headings import take_headings
from tests.extract.forms.texts import LEAD, MORE, left, taken


@pytest.mark.parametrize(
    "heading",
    [
        "What it costs",
        "WHAT IT COSTS",
        "A slip in the north",
        "Who pays?",
        "Costs and benefits for the council",
        "NAVY",
        "2. The council",
        "‘No’ to a third pier",
        "Background",
        "The F-35 question",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_short_line_between_paragraphs_is_a_heading(heading: str, gap: str) -> None:
    assert left(taken(take_headings, gap.join((LEAD, heading, MORE)))) == [LEAD, f"# {heading}", MORE]


@pytest.mark.parametrize(
    "line",
    [
        "The pier is late.",
        "and then it rained",
        "By Jane Roe",
        "Photo: Jane Roe",
        "Updated 14 January",
        "14:32",
        "jane.roe@gazette.example",
        "Home / News / Sport",
        "He said:",
        "“No”",
        "It cost a lot and the council had no money left to pay",
        "JR: Who pays?",
    ],
)
def test_other_short_lines_stay(line: str) -> None:
    assert left(taken(take_headings, f"{LEAD}\n{line}\n{MORE}")) == [LEAD, line, MORE]


@pytest.mark.parametrize(
    "text",
    [
        f"A pier for the fleet\n{LEAD}\n{MORE}",
        f"A PIER\nWHAT IT COSTS\n{LEAD}",
        f"{LEAD}\n{MORE}\nThe end",
        f"{LEAD}\nOne thing\nAnother thing\n{MORE}",
        f"{LEAD[:-1]}\nWhat it costs\n{MORE}",
        f"{LEAD}\n\n{MORE}\nWhat it costs\n\n{MORE}\n\n{LEAD}",
    ],
)
def test_where_no_heading_can_be_there_is_none(text: str) -> None:
    assert left(taken(take_headings, text)) == [line for line in text.split("\n") if line]
