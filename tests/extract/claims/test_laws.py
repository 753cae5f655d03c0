"""Laws of the check, on claims that are made from a source."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from site_gen.extract.claims import check
from tests.extract.claims.test_cases import CASES

SOURCES = tuple(dict.fromkeys(case.source for case in CASES))
_INJECTIONS = [
    json.loads(line) for line in (Path(__file__).parent / "injections.jsonl").read_text("utf-8").splitlines()
]
_NUMBERS = st.integers(2, 900)
_BUYERS = ("Norway", "Poland", "Greece", "Japan")
_THINGS = ("tanks", "radars", "trucks", "missiles")
_TEMPLATE = "{buyer} bought {first} {one} and {second} {other} from {seller}, its defence ministry said on Friday."
_HEADLINE = "{buyer} bought {first} {one} and {second} {other} from {seller}"


@st.composite
def purchases(draw: st.DrawFn) -> dict[str, object]:
    """Who bought how many of what from whom; all different."""
    buyer, seller = draw(st.permutations(_BUYERS))[:2]
    one, other = draw(st.permutations(_THINGS))[:2]
    first, second = draw(_NUMBERS), draw(_NUMBERS)
    assume(first != second)
    return {"buyer": buyer, "seller": seller, "one": one, "other": other, "first": first, "second": second}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source[:40])
def test_a_source_passes_as_its_own_summary(source: str) -> None:
    assert check(source, source, "summary") == ()


@settings(max_examples=40, deadline=None)
@given(purchases())
def test_what_was_bought_passes(deal: dict[str, object]) -> None:
    assert check(_HEADLINE.format(**deal), _TEMPLATE.format(**deal)) == ()


@settings(max_examples=40, deadline=None)
@given(purchases())
def test_two_numbers_of_a_claim_cannot_be_swapped(deal: dict[str, object]) -> None:
    swapped = {**deal, "first": deal["second"], "second": deal["first"]}
    assert check(_HEADLINE.format(**swapped), _TEMPLATE.format(**deal)) != ()


@settings(max_examples=40, deadline=None)
@given(purchases(), _NUMBERS)
def test_another_number_is_refused(deal: dict[str, object], number: int) -> None:
    assume(number not in (deal["first"], deal["second"]))
    assert check(_HEADLINE.format(**{**deal, "first": number}), _TEMPLATE.format(**deal)) != ()


@settings(max_examples=40, deadline=None)
@given(purchases())
def test_who_bought_and_who_sold_cannot_be_swapped(deal: dict[str, object]) -> None:
    swapped = {**deal, "buyer": deal["seller"], "seller": deal["buyer"]}
    assert check(_HEADLINE.format(**swapped), _TEMPLATE.format(**deal)) != ()


@settings(max_examples=40, deadline=None)
@given(purchases())
def test_a_denial_is_refused(deal: dict[str, object]) -> None:
    denied = _HEADLINE.replace("bought", "has not bought").format(**deal)
    assert check(denied, _TEMPLATE.format(**deal)) != ()


@settings(max_examples=40, deadline=None)
@given(purchases(), st.sampled_from("\x00\u200b\u202e\u2066\ufeff\U000e0041<{`|"), st.integers(5, 20))
def test_hidden_characters_and_markup_are_refused(deal: dict[str, object], sign: str, place: int) -> None:
    claim = _HEADLINE.format(**deal)
    assert check(claim[:place] + sign + claim[place:], _TEMPLATE.format(**deal)) != ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(("headline", "summary", "tag")))
def test_any_text_gets_an_answer(claim: str, source: str, field: str) -> None:
    assert all(refusal.why for refusal in check(claim, source, field))  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", _INJECTIONS, ids=lambda seed: seed["id"])
def test_no_answer_of_a_model_that_obeyed_its_seed_gets_through(seed: dict[str, object]) -> None:
    answers = seed["answers"]
    assert isinstance(answers, list) and answers
    for answer in answers:
        assert check(answer["claim"], str(seed["text"]), answer["field"]) != (), answer["claim"]
