"""The check on pairs of a source and a claim, true and false, of every kind; written for this project."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from site_gen.extract.claims import Field, check

_TEXT = (Path(__file__).parent / "cases.txt").read_text("utf-8")
_FIELDS: dict[str, Field] = {"h": "headline", "s": "summary", "t": "tag"}


class Case(NamedTuple):
    """A claim about a source."""

    source: str
    true: bool
    kind: str
    field: Field
    claim: str


def _cases() -> Iterator[Case]:
    source = ""
    for line in _TEXT.splitlines():
        if line.startswith(("+ ", "- ")):
            head, _, claim = line.partition(" | ")
            sign, kind, field = head.split()
            yield Case(source, sign == "+", kind, _FIELDS[field], claim)
        elif line and not line.startswith("#"):
            source = line


CASES = tuple(_cases())


def test_there_are_cases_of_every_kind() -> None:
    assert len(CASES) >= 120
    assert {case.kind for case in CASES if not case.true} >= {
        *("number", "unit", "name", "place", "date", "sides", "negation", "condition", "hedge", "attribution"),
        *("strengthened", "merged", "invented", "quotation"),
    }


@pytest.mark.parametrize("case", [case for case in CASES if case.true], ids=lambda case: case.claim[:60])
def test_a_true_claim_passes(case: Case) -> None:
    assert check(case.claim, case.source, case.field) == ()


@pytest.mark.parametrize("case", [case for case in CASES if not case.true], ids=lambda case: case.claim[:60])
def test_a_false_claim_is_refused(case: Case) -> None:
    assert check(case.claim, case.source, case.field) != ()
