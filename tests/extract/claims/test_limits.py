"""Words that limit what a sentence says."""

import pytest

from site_gen.extract.claims.cover import cover
from site_gen.extract.claims.limits import limit_refusals
from site_gen.extract.claims.source import source_of
from site_gen.extract.claims.terms import passage

SOURCE = source_of(
    "Halden Yards hopes to launch the frigate at Horten in May. The tanker left the yard on Friday. The union vowed to "
    "keep up its strike until the talks end. The loan is not large enough to save the propeller plant."
)


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("Halden Yards will launch frigate at Horten in May", "hedge"),
        ("Tanker leaves yard on Monday", "date"),
        ("Union vows to keep up strike after talks end", "condition"),
        ("Loan large enough to save propeller plant", "negation"),
        ("Tanker never left the yard", "negation"),
    ],
)
def test_another_limit_is_found(claim: str, kind: str) -> None:
    assert kind in {refusal.kind for refusal in limit_refusals(cover(passage(claim), SOURCE), SOURCE)}


@pytest.mark.parametrize(
    "claim",
    [
        "Halden Yards hopes to launch frigate in May",
        "Tanker leaves yard on Friday",
        "Union vows to keep up strike until talks end",
        "Loan not large enough to save propeller plant",
        "Cows",
    ],
)
def test_the_same_limit_passes(claim: str) -> None:
    assert not list(limit_refusals(cover(passage(claim), SOURCE), SOURCE))
