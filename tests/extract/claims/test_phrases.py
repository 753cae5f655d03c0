"""Names and numbers of a noun phrase belong to its noun."""

import pytest

from site_gen.extract.claims.cover import cover
from site_gen.extract.claims.phrases import phrase_refusals
from site_gen.extract.claims.source import source_of
from site_gen.extract.claims.terms import passage

SOURCE = source_of(
    "A Danish survey ship entered the harbour of Horten on Monday. Halden Yards will cut the 6,000 jobs of its "
    "propeller plant by half. Its whole workforce is 9,500. The Norwegian navy has a tanker there. Captain John Berg "
    "leads the Danish crew, and Anna Vik the Norwegian one."
)


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        ("Norwegian survey ship enters harbour of Horten", "the source says “Danish ship”, not “Norwegian ship”"),
        ("Captain Anna Berg leads Danish crew", "the source says “John Berg”, not “Anna Berg”"),
        ("Halden Yards to cut 9,500 jobs of its plant", "the source says “6,000 jobs”, not “9,500 jobs”"),
    ],
)
def test_a_name_or_number_of_another_noun_is_found(claim: str, why: str) -> None:
    assert why in [refusal.why for refusal in phrase_refusals(cover(passage(claim), SOURCE), SOURCE)]


@pytest.mark.parametrize(
    "claim",
    ["Danish survey ship enters Horten harbour", "John Berg leads Danish crew", "Norwegian tanker in Horten", "Survey"],
)
def test_what_belongs_together_passes(claim: str) -> None:
    assert not list(phrase_refusals(cover(passage(claim), SOURCE), SOURCE))
