"""What an article takes from an answer: alternatives only, or words for what the rules were unsure of."""

from msgspec.structs import replace

from site_gen.extract.assistance.apply import with_assistance
from site_gen.model.assistance import Answer
from site_gen.model.seed import Doubt, Entity
from tests.extract.assistance.test_request import article

BODY = "Norway will buy 54 tanks from Germany, its defence ministry said on Tuesday. Deliveries begin in 2028."
ANSWER = Answer("m", "p", "Norway to buy 54 tanks from Germany", "Deliveries begin in 2028.", ("Norway", "Germany"))
MADE = replace(article(BODY), title="Deliveries begin", entities=(Entity("Norway", "country", "NOR"),))
DOUBT = Doubt("headline", "it is very short")


def test_proposals_are_alternatives() -> None:
    made, passed = with_assistance(replace(MADE, unsure=(DOUBT,)), ANSWER, "propose")
    assert (made.title, made.other_titles, made.unsure) == (MADE.title, (ANSWER.headline,), (DOUBT,))
    assert (passed.headline, passed.used) == (ANSWER.headline, ())


def test_where_the_rules_are_sure_nothing_is_replaced() -> None:
    made, passed = with_assistance(MADE, ANSWER, "unsure")
    assert (made.title, made.summary, made.unsure, passed.used) == (MADE.title, MADE.summary, (), ())


def test_where_they_are_unsure_its_words_are_taken_and_marked() -> None:
    made, passed = with_assistance(replace(MADE, unsure=(DOUBT, Doubt("date", "x"))), ANSWER, "unsure")
    assert (made.title, made.other_titles) == (ANSWER.headline, (MADE.title,))
    assert set(made.unsure) == {Doubt("date", "x"), Doubt("headline", "written by the assistant m")}
    assert passed.used == ("headline",)
    assert made.summary == MADE.summary


def test_tags_keep_the_kind_that_they_have_in_the_text() -> None:
    made, _ = with_assistance(replace(MADE, unsure=(Doubt("tags", "x"),)), ANSWER, "unsure")
    assert made.tags == (Entity("Norway", "country", "NOR"), Entity("Germany", "topic"))


def test_what_is_refused_is_never_used() -> None:
    false = replace(ANSWER, headline="Norway to buy 45 tanks from Germany")
    made, passed = with_assistance(replace(MADE, unsure=(DOUBT,)), false, "unsure")
    assert (made.title, made.other_titles, made.unsure) == (MADE.title, (), (DOUBT,))
    ((about, text),) = ((one.about, one.text) for one in passed.refused)
    assert (about, text) == ("headline", false.headline)
