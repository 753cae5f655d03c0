import pytest

from site_gen.extract.forms.tables import take_tables
from tests.extract.forms.texts import LEAD, cut, left, taken


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Ship | Yard | Year\nAlta | Norby | 2024\nBera | Sund | 2026", ["Ship | Yard | Year", "Alta | Norby | 2024"]),
        ("| Ship | Year |\n|---|---:|\n| Alta | 2024 |", ["Ship | Year", "Alta | 2024"]),
        ("Ship | Year\n--- | ---\nAlta | 2024", ["Ship | Year", "Alta | 2024"]),
        (
            "+------+------+\n| Ship | Year |\n+======+------+\n| Alta | 2024 |\n+------+",
            ["Ship | Year", "Alta | 2024"],
        ),
        ("Ship\tYear\nAlta\t2024\nBera\t2026", ["Ship | Year", "Alta | 2024"]),
        ("Ship\tYard\tYear\nAlta\t\t2024\nBera\tSund", ["Ship | Yard | Year", "Alta |  | 2024", "Bera | Sund"]),
        ("Ship      Yard     Year\nAlta      Norby    2024\nBera      Sund     2026", ["Ship | Yard | Year"]),
        ("Ship             Year\nAlta             2024\nBera             2026", ["Ship | Year", "Alta | 2024"]),
        (
            "Gun | Calibre | Note\nK9 | 155 mm | a \\| b\nM1 | 120 mm | none",
            ["Gun | Calibre | Note", "K9 | 155 mm | a ¦ b"],
        ),
        ("| Ship | Year |\n| Alta | 2024 |\n| Bera | 2026 |", ["Ship | Year", "Alta | 2024", "Bera | 2026"]),
        (f"{LEAD}\nA | B | C\nD | E | F", ["A | B | C", "D | E | F"]),
    ],
)
def test_a_table_becomes_rows(text: str, rows: list[str]) -> None:
    found = [line.removeprefix("| ") for line in left(taken(take_tables, text)) if line.startswith("| ")]
    assert found[: len(rows)] == rows


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        "Home | News | Sport\nAbout | Contact | Help",
        "By A. Writer | 14 May | 3 comments",
        "He left.  She stayed.  They met.\nIt rained.  It snowed.  It froze.\nOne came.  Two went.  All sat.",
        "the  brigade   had  been\nsent  to   the  north\nand  came   back  late",
        "One | two\nthree",
        "a || b",
        "\tAn indented paragraph\n\tAnd another one\n\tAnd a third",
        f"{LEAD} | {LEAD}\n{LEAD} | {LEAD}\n{LEAD} | {LEAD}",
        "Time 14:30   \nPlace Oslo   \nFee none   ",
    ],
)
def test_other_text_stays(text: str) -> None:
    assert left(taken(take_tables, text)) == [line for line in text.split("\n") if line]


def test_rules_of_a_table_go() -> None:
    found = taken(take_tables, "A | B\n--|--\n1 | 2")
    assert left(found) == ["| A | B", "| 1 | 2"]
    assert cut(found) == []


def test_two_tables_with_text_between_are_two() -> None:
    text = "A\tB\tC\n1\t2\t3\nThen came the rest of it.\nD\tE\n4\t5\n6\t7"
    assert left(taken(take_tables, text)) == [
        "| A | B | C",
        "| 1 | 2 | 3",
        "Then came the rest of it.",
        "| D | E",
        "| 4 | 5",
        "| 6 | 7",
    ]
