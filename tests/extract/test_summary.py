from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.summary import LONGEST_ALONE, summary
from site_gen.extract.text import Paragraph


def _summary(title: str, *texts: str) -> str:
    return summary(tuple(Paragraph(text, number) for number, text in enumerate(texts, 1)), title)


def test_a_report_is_not_summed_up_by_its_headline() -> None:
    found = _summary(
        "Harbour council approves a second pier",
        "The harbour council approved a second pier on Tuesday. "
        "The pier will give patrol boats a berth of their own from 2027.",
    )
    assert found == "The pier will give patrol boats a berth of their own from 2027."


LEAD = "Harbour booms keep submarines out because a net of steel reaches from the surface to the bottom of the channel."
VAGUE = "The weapon is old, and the effort needed to remove the weapon from a weapon store is great."


def test_what_the_headline_did_not_name_is_no_summary() -> None:
    found = _summary("Harbour booms keep submarines out", LEAD + " " + VAGUE)
    assert found == LEAD


def test_the_lead_is_not_repeated_when_the_headline_is_all_of_it() -> None:
    lead = "Booms of the old harbour keep submarines out of the channel at night."
    found = _summary(
        "Booms of the old harbour keep submarines out of the channel",
        lead
        + " They are nets of steel on floats, and a tug pulls them aside when a friendly boat wants to pass the gate.",
    )
    assert (
        found
        == "They are nets of steel on floats, and a tug pulls them aside when a friendly boat wants to pass the gate."
    )


def test_sentences_stay_whole_and_quotations_closed() -> None:
    assert (
        _summary("A title", "“We begin today.", "- first point of a long list of points in all", "word " * 60 + ".")
        == ""
    )


@given(st.lists(st.text(), max_size=5), st.text())
def test_never_longer_than_it_may_be(texts: list[str], title: str) -> None:
    assert len(_summary(title, *texts)) <= LONGEST_ALONE


def test_it_after_an_opening_is_not_the_subject_of_the_previous_sentence() -> None:
    found = _summary(
        "Holm Marine takes legal action to stop leaks of its plans",
        "Holm Marine has taken legal action to stop leaks of its plans.",
        "Drawings of two boats, codenamed Skarv, were put onto the net in October and December by somebody unknown.",
        "Skarv is due to be shipped in early spring.",
        "Last week, it filed a lawsuit against unnamed persons who leaked details about new products.",
    )
    assert "it filed" not in found


def test_a_name_that_only_a_sentence_left_out_introduces_begins_no_summary() -> None:
    found = _summary(
        "Holm Marine takes legal action to stop leaks of its plans",
        "Holm Marine has taken legal action to stop leaks of its plans.",
        "They showed two boats, codenamed Skarv.",
        "Skarv is due to be shipped to the navy in early spring from the yard in Rona.",
    )
    assert "Skarv" not in found


def test_what_firms_say_of_their_business_needs_no_speaker() -> None:
    found = _summary(
        "Holm Corp and Vell AG sign memorandum on Skarv helicopter",
        "Holm Corp and Vell AG said they signed a memorandum on the Skarv helicopter.",
        "They said the memorandum deals with maintenance of the army's helicopters and a joint study of a new type.",
    )
    assert found == ("The memorandum deals with maintenance of the army's helicopters and a joint study of a new type.")


def test_a_site_that_passes_on_a_report_is_left_out() -> None:
    found = _summary(
        "Vell officials meet chief of Rona army",
        "Vell officials have met the chief of the Rona army. vellnews.org has been told that in two meetings "
        "the officials pitched for the sale of the Skarv aircraft.",
    )
    assert found == "In two meetings the officials pitched for the sale of the Skarv aircraft."
