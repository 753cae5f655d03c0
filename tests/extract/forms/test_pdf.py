import pytest

from site_gen.extract.forms.pdf import take_pages
from site_gen.extract.paragraphs import join_lines
from tests.extract.forms.texts import cut, doubts, left, taken


def joined(text: str) -> list[str]:
    return [paragraph.text.strip("\f ") for paragraph in join_lines(taken(take_pages, text).lines)]


PAGES = """The ministry said on Tuesday that six patrol boats had been ordered
from the yard in the north and that the first of them would
- 2 -
Quarterly Review of the Fleet
join the fleet in 2027, when the slip is free again after the work on
the two tenders that lie there.
- 3 -
Quarterly Review of the Fleet
Opposition members asked why no other yard had been invited to bid for
the work, which is worth about $400 million over eight years."""


def test_page_numbers_and_running_heads_are_cut_and_the_sentence_is_joined() -> None:
    assert joined(PAGES) == [
        "The ministry said on Tuesday that six patrol boats had been ordered from the yard in the north and that the "
        "first of them would join the fleet in 2027, when the slip is free again after the work on the two tenders "
        "that lie there.",
        "Opposition members asked why no other yard had been invited to bid for the work, which is worth about $400 "
        "million over eight years.",
    ]
    assert sorted(rule for _, rule in cut(taken(take_pages, PAGES))) == ["page number"] * 2 + ["running head"] * 2


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("One goes on\nPage 3 of 12\nand ends.", ["Page 3 of 12"]),
        ("One.\nPage 3\nTwo.\npage 4\nThree.", ["Page 3", "page 4"]),
        ("One.\n3 of 12\nTwo.\n4 of 12\nThree.", ["3 of 12", "4 of 12"]),
        ("One.\n7\n\fTwo.\n8\n\fThree.", ["7", "8"]),
        (
            "FLEET NEWS 7\nOne.\n\fFLEET NEWS 8\nTwo.\n\fFLEET NEWS 9\nThree.",
            ["FLEET NEWS 7", "FLEET NEWS 8", "FLEET NEWS 9"],
        ),
        ("FLEET NEWS\nOne.\n\fFLEET NEWS\nTwo.", ["FLEET NEWS"]),
        ("One.\nDraft\n1\n\fTwo.\nDraft\n2\n\fThree.\nDraft\n3", ["Draft", "1", "Draft", "2", "Draft", "3"]),
        (f"{'A line of it goes on here and on':60}\n12\nand on to the end.", ["12"]),
        ("One.\n– 4 –\nTwo.\nThree.\nFour.\nFive.\nSix.\nSeven.\nEight.\n– 5 –\nNine.", ["– 4 –", "– 5 –"]),
        ("One.\nPage 1/3\nTwo.\n| Page 2/3 |\nThree.", ["Page 1/3", "| Page 2/3 |"]),
    ],
)
def test_what_a_printer_put_on_each_page_goes(text: str, gone: list[str]) -> None:
    found = taken(take_pages, text)
    assert sorted(words.strip("\f") for words, _ in cut(found)) == sorted(gone)
    assert all(words not in [line.strip("\f") for line in left(found)[1:]] for words in gone)


@pytest.mark.parametrize(
    "text",
    [
        "One.\n7\nTwo.\n9\nThree.",
        "1\nThe first point of it.\n2\nThe second point.\n3\nThe third.",
        "Positive outcomes\nIt worked.\nPositive outcomes\nIt did not.\nPositive outcomes\nIt may.",
        "He turned to page 3 of 12 and read.",
        "The score was\n3 of 12\nat half time.",
        "We fight on.\nWe fight on.\nWe fight on.",
        "2024",
        "Yes.\nNo.\nYes.\nNo.",
        "One\n\nTwo\n\nThree",
        "Page turner\nPage boy\nPage 3 girl",
    ],
)
def test_other_numbers_and_repeated_lines_stay(text: str) -> None:
    assert left(taken(take_pages, text)) == [line for line in text.split("\n") if line]


def test_a_first_line_that_repeats_on_each_page_may_be_the_headline() -> None:
    text = "A pier for the fleet\nOne.\n\fA pier for the fleet\nTwo.\n\fA pier for the fleet\nThree."
    assert left(taken(take_pages, text))[0] == "A pier for the fleet"


def test_a_text_with_blank_lines_within_its_sentences_is_joined() -> None:
    text = """The ministry said on Tuesday that

six patrol boats had been ordered

from the yard in the north.

Opposition members asked why

no other yard had been invited

to bid for the work."""
    assert joined(text) == [
        "The ministry said on Tuesday that six patrol boats had been ordered from the yard in the north.",
        "Opposition members asked why no other yard had been invited to bid for the work.",
    ]


def test_two_columns_side_by_side_are_doubted() -> None:
    row = "the brigade had been sent north      and the fleet stayed in port"
    assert doubts(taken(take_pages, "\n".join([row] * 6))) == [
        "text: two columns seem to stand side by side; lines of both may be mixed."
    ]
    assert doubts(taken(take_pages, "\n".join([row] * 3))) == []
