from hypothesis import given
from hypothesis import strategies as st

from site_gen.ingesting.summary import LONGEST, summary
from site_gen.ingesting.text import Paragraph


def _summary(title: str, *texts: str) -> str:
    return summary(tuple(Paragraph(text, number) for number, text in enumerate(texts, 1)), title)


def test_a_report_is_not_summed_up_by_its_headline() -> None:
    found = _summary(
        "Harbour council approves a second pier",
        "The harbour council approved a second pier on Tuesday. "
        "The pier will give patrol boats a berth of their own from 2027.",
    )
    assert found == "The pier will give patrol boats a berth of their own from 2027."


def test_sentences_stay_whole_and_quotations_closed() -> None:
    assert (
        _summary("A title", "“We begin today.", "- first point of a long list of points in all", "word " * 60 + ".")
        == ""
    )


@given(st.lists(st.text(), max_size=5), st.text())
def test_never_longer_than_it_may_be(texts: list[str], title: str) -> None:
    assert len(_summary(title, *texts)) <= LONGEST
