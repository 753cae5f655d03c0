"""Whose words a quotation is."""

import pytest

from site_gen.extract.claims.cover import cover
from site_gen.extract.claims.quoted import quoted_refusals
from site_gen.extract.claims.source import source_of
from site_gen.extract.claims.terms import passage

SOURCE = source_of(
    "“The yard is a disgrace,” Anna Vik said in Horten on Monday. Defence Minister Olav Brenne opened the dock. He "
    "called the frigate “a marvel of the age” and promised more orders."
)


@pytest.mark.parametrize(
    "claim",
    ['Olav Brenne calls yard "a disgrace"', 'Brenne says yard is "a disgrace"', 'Vik praises "marvel of the age"'],
)
def test_words_of_somebody_else_are_found(claim: str) -> None:
    (refusal,) = quoted_refusals(cover(passage(claim), SOURCE), SOURCE)
    assert refusal.kind == "attribution" and "from" in refusal.why


@pytest.mark.parametrize(
    "claim",
    ['Anna Vik calls yard "a disgrace"', 'Brenne praises "marvel of the age"', 'Yard is "a disgrace"', "No words"],
)
def test_words_that_stay_with_their_speaker_pass(claim: str) -> None:
    assert not list(quoted_refusals(cover(passage(claim), SOURCE), SOURCE))
