import pytest
from msgspec.structs import replace

from site_gen.extract.forms.capitals import sentence_case, take_capitals
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Paragraph
from site_gen.model.seed import Given
from tests.extract.forms.texts import LEAD, MORE, doubts


@pytest.mark.parametrize(
    ("capitals", "prose"),
    [
        ("THE MINISTRY OF DEFENCE IN OSLO SAID SO.", "The Ministry of Defence in Oslo said so."),
        ("IT RAINED. THE FLEET SAILED ON MONDAY.", "It rained. The fleet sailed on Monday."),
        ("RUSSIA'S NAVY AND THE RUSSIAN ARMY", "Russia's Navy and the Russian Army"),
        ("U.S. AND NATO FORCES IN THE UK", "U.S. and NATO forces in the UK"),
        ("GEN. JOHN K. SMITH WENT TO KYIV", "Gen. John K. Smith went to Kyiv"),
        ("COL. BERG SPOKE", "Col. Berg spoke"),
        ("PRESIDENT VLADIMIR PUTIN SPOKE", "President Vladimir Putin spoke"),
        ("TWO F-16 JETS AND A T-72 TANK", "Two F-16 jets and a T-72 tank"),
        ("IN MAY THEY MAY MARCH. ON MARCH 5 THEY DID.", "In May they may march. On March 5 they did."),
        ("A MOSCOW-BASED FIRM", "A Moscow-based firm"),
        ("THE 3RD BRIGADE OF 40MM GUNS", "The 3rd brigade of 40mm guns"),
        ("I SAID SO, MR. BERG SAID", "I said so, Mr. Berg said"),
        ("THE UNITED STATES AND SAUDI ARABIA", "The United States and Saudi Arabia"),
        ("“WE WON.” HE LEFT", "“We won.” He left"),
        ("PART III OF THE R&D PLAN", "Part III of the R&D plan"),
        ("HE WILL GRANT IT", "He will grant it"),
        ("O'BRIEN SPOKE", "O'Brien spoke"),
        ("", ""),
    ],
)
def test_sentence_case(capitals: str, prose: str) -> None:
    assert sentence_case(capitals) == prose


def wire(*texts: str) -> Manuscript:
    return Manuscript(paragraphs=tuple(Paragraph(text, number) for number, text in enumerate(texts, 1)))


def test_a_text_in_capitals_is_set_in_sentence_case_with_a_note() -> None:
    given = Given(title="HARBOUR COUNCIL APPROVES PIER", summary="It is late.")
    found = take_capitals(replace(wire(LEAD.upper(), MORE.upper()), given=given))
    assert [one.text for one in found.paragraphs] == [LEAD, MORE]
    assert (found.given.title, found.given.summary) == ("Harbour council approves pier", "It is late.")
    assert doubts(found) == ["text: set from capitals; names that are not known have small letters."]


@pytest.mark.parametrize(
    "texts",
    [
        (LEAD, MORE),
        (LEAD.upper(), MORE),
        ("A PIER", LEAD, MORE),
        (LEAD, MORE.upper()),
        ("NAVY",),
        ("U.S. NAVY",),
        ("海军宣布了一项新计划。" * 20,),
        ("12345 67890 " * 20,),
        (),
        ("IT RAINED IN OSLO.",),
    ],
)
def test_other_text_stays(texts: tuple[str, ...]) -> None:
    assert take_capitals(wire(*texts)) == wire(*texts)
