"""The check on claims, by cases."""

import pytest

from site_gen.extract.claims import Field, check

SOURCE = (
    "Norway plans to buy 54 tanks from Germany for 19.7 billion crowns, Defence Minister Bjorn Arild Gram said on "
    "Friday. "
    "The tanks may be delivered from 2026. Iran was hit by Israel, the ministry said."
)


@pytest.mark.parametrize(
    ("claim", "field"),
    [
        ("Norway plans to buy 54 tanks from Germany, minister says", "headline"),
        ("Norway to purchase 54 German tanks for 19.7 billion crowns", "headline"),
        ("Tanks", "tag"),
    ],
)
def test_what_the_source_says_passes(claim: str, field: Field) -> None:
    assert check(claim, SOURCE, field) == ()


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("Norway plans to buy 45 tanks from Germany, minister says", "number"),
        ("Norway plans to buy 54 tanks from Germany for 19.7 million crowns", "number"),
        ("Sweden plans to buy 54 tanks from Germany", "place"),
        ("Norway plans to buy 54 tanks from Germany, minister says on Monday", "date"),
        ("Norway buys 54 tanks from Germany for 19.7 billion crowns", "strengthened"),
        ("Norway will not buy 54 tanks from Germany, minister says", "negation"),
        ("Iran hit Israel, ministry says", "sides"),
        ("Norway plans to “buy many tanks” from Germany", "quotation"),
        ("Norway plans to buy 54 tanks <b>now</b> from Germany", "form"),
    ],
)
def test_what_the_source_does_not_say_is_refused_with_its_reason(claim: str, kind: str) -> None:
    assert kind in {refusal.kind for refusal in check(claim, SOURCE)}
