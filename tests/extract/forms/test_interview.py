import pytest

from site_gen.extract.forms.interview import answers, take_interview
from site_gen.extract.text import Paragraph
from tests.extract.forms.texts import LEAD, MORE, doubts, left, taken

ASKED = "How many boats will there be?"
TOLD = "There will be six of them by the end of the year."


@pytest.mark.parametrize(
    "text",
    [
        f"Q: {ASKED}\nA: {TOLD}\nQ: {ASKED}\nA: {TOLD}",
        f"Q. {ASKED}\nA. {TOLD}\nQ. {ASKED}\nA. {TOLD}",
        f"{LEAD}\nQuestion: {ASKED}\nAnswer: {TOLD}\nQuestion: {ASKED}\nAnswer: {TOLD}",
        f"Q1: {ASKED}\nA1: {TOLD}\nQ2: {ASKED}\nA2: {TOLD}",
        f"{LEAD}\nQ: {ASKED}\n{TOLD}\nQ: {ASKED}\n{TOLD}\nQ: {ASKED}\n{TOLD}\nMR: {TOLD}",
        f"Gazette: {ASKED}\nAnna Lind: {TOLD}\nGazette: {ASKED}\nAnna Lind: {TOLD}",
        f"{LEAD}\nGAZETTE: {ASKED}\nADMIRAL LIND: {TOLD}\nGAZETTE: {ASKED}\nADMIRAL LIND: {TOLD}",
        f"MK: {ASKED}\nAL: {TOLD}\nMK: {ASKED}\nAL: {TOLD}\nMK: {ASKED}\nAL: {TOLD}",
        f"Jane Roe: {ASKED}\nMaria von Dorn: {TOLD}\n{TOLD}\nJane Roe: {ASKED}\nMaria von Dorn: {TOLD}",
        f"Host: {ASKED}\nLind: {TOLD}\nHost: {ASKED}\nBerg: {TOLD}\nHost: {ASKED}\nLind: {TOLD}\nBerg: {TOLD}",
    ],
)
def test_turns_make_an_interview_which_stays_as_it_is(text: str) -> None:
    found = taken(take_interview, text)
    assert found.genre == "interview"
    assert left(found) == text.split("\n")
    assert doubts(found) == ["headline: this is an interview; its news may stand in any answer."]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n{MORE}",
        f"Q: {ASKED}\nA: {TOLD}",
        f"Note: {TOLD}\nSource: {TOLD}\nNote: {TOLD}\nSource: {TOLD}?",
        f"Date: Friday\nPlace: Oslo\nDate: Monday\nPlace: Bergen\n{LEAD}",
        f"He asked: {ASKED}\nShe said: {TOLD}\nHe asked: {ASKED}\nShe said: {TOLD}",
        f"Lind: {TOLD}\nBerg: {TOLD}\nRoe: {TOLD}\nDorn: {ASKED}",
        f"Lind: {TOLD}\n{LEAD}\n{LEAD}\n{LEAD}\nLind: {ASKED}\n{MORE}\n{MORE}\n{MORE}",
        f"Oslo: {TOLD}\nBergen: {TOLD}\nOslo: {TOLD}\nBergen: {TOLD}",
        f"A. {TOLD}\nB. {TOLD}\nC. {TOLD}\nD. {TOLD}",
        "Q: is the letter\nA: is another",
    ],
)
def test_other_text_is_no_interview(text: str) -> None:
    assert taken(take_interview, text).genre == ""


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ([f"Q: {ASKED}", f"A: {TOLD}"], [TOLD]),
        ([LEAD, f"Q. {ASKED}", f"A. {TOLD}"], [LEAD, TOLD]),
        (["Roe: Who?", "Lind: I.", "Roe: When?", "Lind: Then."], ["I.", "Then."]),
        (["Q: Tell us of it.", "A: No."], ["No."]),
        (["Oslo: a town", LEAD], ["Oslo: a town", LEAD]),
        (["Q: Who?"], ["Q: Who?"]),
    ],
)
def test_answers_have_no_questions_and_labels(texts: list[str], told: list[str]) -> None:
    assert [one.text for one in answers(tuple(Paragraph(text, 1) for text in texts))] == told
