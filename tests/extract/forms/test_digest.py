import pytest

from site_gen.extract.forms.digest import take_digest
from tests.extract.forms.texts import LEAD, MORE, doubts, left, taken


def award(number: str, verb: str = "has been awarded", tail: str = "") -> str:
    return (
        f"Norby Yard Inc., Norby, Maine, {verb} a $12,500,000 contract for six harbour tenders. Work will be done in "
        f"Norby and is expected to end by May 2029.{tail} ({number})"
    )


ONE, TWO, THREE = award("N00024-25-C-1234"), award("W91ABC-25-D-0012"), award("FA8675-25-F-0101")
AGENCY = award("see below", tail=" The Harbour Systems Command, Norby, is the contracting activity.")


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        (f"{ONE}\n{TWO}\n{THREE}", 3),
        (f"NAVY\n{ONE}\nARMY\n{TWO}\nAIR FORCE\n{THREE}", 3),
        (f"Contracts For May 2, 2025\n{ONE}\n{TWO}", 2),
        (f"The following contracts were announced on Friday.\n{ONE}\n{TWO}", 2),
        (f"{AGENCY}\n{AGENCY}\n{AGENCY}", 3),
        (f"{ONE}\n\n{AGENCY}\n\n{TWO}\n\n{THREE}", 4),
        ("\n".join(award(f"N0002425C{number}000", "was awarded") for number in range(5)), 5),
        (f"Contract awards of the week\n{award('N6134024C0001', 'is being awarded')}\n{TWO}", 2),
        (f"Following awards were made:\n{ONE}\n{THREE}", 2),
        ("\n".join(award("SPE4AX-25-D-9001", "were awarded") for _ in range(3)), 3),
    ],
)
def test_a_digest_is_noted(text: str, awards: int) -> None:
    found = taken(take_digest, text)
    assert found.genre == "digest"
    assert left(found) == [line for line in text.split("\n") if line]
    assert doubts(found) == [
        f"headline: this is a digest of {awards} contract awards; a headline of one of them tells only that one."
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n{MORE}",
        ONE,
        f"{ONE}\n{LEAD}",
        f"{ONE}\n{TWO}",
        f"The following contracts were announced on Friday.\n{ONE}\n{LEAD}",
        "The medal was awarded to three officers.\n" * 4,
        "The contract N00024-25-C-1234 is late.\n" * 4,
        "He has been awarded the cross.\nShe has been awarded the star.\nThey were awarded nothing.",
        "Contracts for May\n" + LEAD,
        "",
    ],
)
def test_other_text_is_no_digest(text: str) -> None:
    assert taken(take_digest, text).genre == ""
