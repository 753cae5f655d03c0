import pytest

from site_gen.extract.forms.assessment import take_notes, without_marks
from site_gen.extract.text import Paragraph
from tests.extract.forms.texts import LEAD, MORE, left, taken

MARKED = "The brigade held the ridge.[1] Two boats were lost. [2] The bridge at Bar “still stands.” [3]"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (f"{MARKED}\n[1] https://a.example/1\n[2] https://a.example/2", 2),
        (f"{MARKED}\n\n[1] The Gazette, May 2\n\n[2] A witness\n\n[3] Ibid.", 3),
        (f"{MARKED}\n[1]: a\n[2]: b", 2),
        (f"{MARKED}\n{MARKED}", 0),
        (f"{MARKED} {MARKED}", 0),
        (f"{LEAD}\n{MARKED}\nNotes\n[1] a\n[2] b", 2),
        ("It fell [12], rose [13] and fell [14].\n[12] a\n[13] b\n[14] c", 3),
        ("Boats[1][2][3] came.\n[1] a\n[2] b", 2),
        ("“It is ours,”[1] he said,[2] twice![3]\n[1] a\n[2] b", 2),
        (f"[1] a\n[2] b\n{MARKED}", 2),
    ],
)
def test_notes_are_a_list_and_their_marks_stay_in_the_body(text: str, items: int) -> None:
    found = taken(take_notes, text)
    assert found.genre == "assessment"
    assert sum(line.startswith("- [") for line in left(found)) == items
    assert [line.removeprefix("- ") for line in left(found)] == [line for line in text.split("\n") if line]


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        f"{LEAD} [1]\n{MORE} [2]",
        "He said [sic] that [they] were [a] few [of] many [in] it.",
        "[1] a\n[2] b",
        "It cost [2024] crowns, [2025] crowns and [2026] crowns.",
        MARKED,
        "[1]\n[2]\n[3]",
        "x = a [1] + b [2]",
        "[12] boats",
        "",
    ],
)
def test_other_text_is_no_assessment(text: str) -> None:
    found = taken(take_notes, text)
    assert found.genre == ""
    assert not any(line.startswith("- ") for line in left(found))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (MARKED, "The brigade held the ridge. Two boats were lost. The bridge at Bar “still stands.”"),
        ("It fell [12], rose[13].", "It fell, rose."),
        ("He said [sic] so.", "He said [sic] so."),
        ("[1] A note", "[1] A note"),
    ],
)
def test_headline_and_summary_see_no_marks(text: str, plain: str) -> None:
    assert without_marks((Paragraph(text, 1),)) == (Paragraph(plain, 1),)
