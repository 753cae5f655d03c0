"""The quick check of headlines that were cut from a lead."""

from datetime import UTC, datetime

import pytest

from site_gen.extract.article import Context, derive
from site_gen.extract.claims.own import own_refusals
from site_gen.extract.names import load_gazetteer
from site_gen.model.seed import Seed

LEAD = "Halden Yards will build a third frigate at Horten if parliament agrees, its director said on Friday."


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Halden Yards to build third frigate at Horten, director says", "condition"),
        ("Halden Yards to build fourth frigate at Horten if parliament agrees, director says", "number"),
        ("Halden Yards builds third frigate at Horten on Monday if parliament agrees, director says", "date"),
    ],
)
def test_what_was_cut_or_changed_is_found(title: str, kind: str) -> None:
    assert kind in {refusal.kind for refusal in own_refusals(title, (LEAD,))}


def test_a_headline_that_keeps_the_condition_is_not_doubted() -> None:
    assert own_refusals("Halden Yards to build third frigate at Horten if parliament agrees", (LEAD,)) == ()


def test_the_lead_is_the_paragraph_that_shares_most_words() -> None:
    other = "Nobody expects a vote before the summer, and the yard has not hired anybody yet."
    assert own_refusals("Halden Yards to build third frigate at Horten", (other, LEAD))


def test_a_doubt_says_what_the_headline_lost() -> None:
    text = "The tankers will be sold to Denmark next year, Defence Minister Olav Brenne has been reported as saying.\n"
    article = derive(Seed(path="seeds/a.txt", text=text, modified=datetime(2025, 3, 20, tzinfo=UTC)), _context())
    lost = [doubt.why for doubt in article.unsure if doubt.about == "headline" and "reported" in doubt.why]
    assert "report" not in article.title
    assert lost


def _context() -> Context:
    return Context(load_gazetteer())
