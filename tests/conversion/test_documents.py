"""Documents of LibreOffice with tracked changes, comments and hidden text: all of the text, and none of the rest."""

from datetime import UTC
from pathlib import Path

import pytest

from site_gen.conversion import convert, suffix_of
from site_gen.model.seed import Converted
from tests.conversion.words import OFFICE, has_canary, recall

TITLE = "Estonia orders twelve howitzers for its second brigade"
DECK = "Delivery begins in the autumn of 2027, the ministry says"
KNOWN = """
TALLINN, March 3, 2026 – The Estonian defence ministry said on Tuesday that it had ordered twelve self-propelled
howitzers for the second brigade, at a price of 90 million euros.
The guns will be built in Changwon and shipped to the port of Paldiski, where crews begin their training. The contract
is on the ministry’s page.
What is in the contract
twelve howitzers with spare barrels
six ammunition carriers
Steps of delivery
crews train in the spring
the first battery arrives in October
Battery Year First 2027 Second 2028
General Andrus Merilo called the order a beginning and said that ammunition would be bought for 2 < 3 years.
The second brigade was founded in 2014.
The port was dredged in 2024.
"""
DOCUMENTS = ("tracked.docx", "tracked.odt", "tracked.rtf")


def converted(path: Path) -> Converted:
    found = convert(suffix_of(path.name), f"seeds/{path.name}", path.read_bytes(), UTC)
    assert found.problems == ()
    assert found.value is not None
    (only,) = found.value
    return only


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_text_is_whole_and_in_its_order(name: str) -> None:
    found = converted(OFFICE / name)
    assert (found.given.title, found.given.summary) == (TITLE, DECK)
    assert recall(KNOWN.replace("1. ", ""), found.text) >= 0.98
    assert found.given.authors == ()
    assert found.given.date is None


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_is_taken_that_its_readers_do_not_see(name: str) -> None:
    assert has_canary((OFFICE / name).read_bytes()), "or this test shows nothing"
    found = converted(OFFICE / name)
    assert not has_canary(repr(found).encode())
    left_out = {note.value for note in found.notes if note.what == "cut"}
    assert {"deleted texts (2)", "hidden texts (1)"} <= left_out


@pytest.mark.parametrize("name", DOCUMENTS)
def test_headings_lists_tables_and_pictures_are_such(name: str) -> None:
    found = converted(OFFICE / name)
    for block in (
        "# What is in the contract\n",
        "# Steps of delivery\n",
        "\n- twelve howitzers with spare barrels\n- six ammunition carriers\n",
        "\n1. crews train in the spring\n2. the first battery arrives in October\n",
        "| Battery | Year |\n| --- | --- |\n| First | 2027 |\n| Second | 2028 |\n",
        "for 2 < 3 years.",
    ):
        assert block in found.text.replace("&lt;", "<")
    (picture,) = found.pictures
    assert (picture.name, picture.data[:4]) == ("picture-1.png", b"\x89PNG")


@pytest.mark.parametrize("name", ("tracked.docx", "tracked.odt"))
def test_marks_links_notes_and_descriptions_are_kept(name: str) -> None:
    found = converted(OFFICE / name)
    assert "in **Changwon** and shipped to the port of *Paldiski*, where" in found.text
    assert "training.[^1] The contract is [on the ministry’s page](https://news.example/contract)." in found.text
    assert "\n[^1]: The port was dredged in 2024." in found.text
    assert "\n![A howitzer on the range at Tapa](picture-1.png)\n" in found.text


def test_the_old_form_of_word_is_a_problem_with_a_way_out() -> None:
    (problem,) = convert(".doc", "seeds/a.doc", (OFFICE / "tracked.doc").read_bytes(), UTC).problems
    assert str(problem) == (
        "seeds/a.doc: This is a document of Word 97 to 2003 (.doc). Open it and save it as .docx, then ingest again."
    )
    newer = convert(".doc", "seeds/a.doc", (OFFICE / "tracked.docx").read_bytes(), UTC)
    assert newer.value is not None and newer.value[0].given.title == TITLE
