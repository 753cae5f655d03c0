"""The proposals of an answer are checked one by one."""

from site_gen.extract.assistance.verify import verified
from site_gen.model.assistance import Answer

SOURCE = "Norway will buy 54 tanks from Germany, its defence ministry said on Tuesday. Deliveries begin in 2028."


def test_each_proposal_stands_alone() -> None:
    answer = Answer("m", "p", "Norway to buy 54 tanks from Sweden", "Deliveries begin in 2028.", ("Norway", "Sweden"))
    passed = verified(answer, SOURCE)
    assert (passed.headline, passed.summary, passed.tags) == ("", "Deliveries begin in 2028.", ("Norway",))
    assert [(one.about, one.text) for one in passed.refused] == [("headline", answer.headline), ("tags", "Sweden")]
    assert all(one.why for one in passed.refused)


def test_an_empty_answer_gives_nothing_and_refuses_nothing() -> None:
    passed = verified(Answer("m", "p"), SOURCE)
    assert (passed.headline, passed.summary, passed.tags, passed.refused) == ("", "", (), ())
