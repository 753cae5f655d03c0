import pytest

from site_gen.ingesting.headline.seams import seam_cost
from site_gen.ingesting.syntax import parse


def _cost(sentence: str, gone: str) -> float:
    tree = parse(sentence)
    whole = frozenset(range(len(tree.words)))
    words = gone.split()
    first = next(at for at in whole if list(tree.lowered[at : at + len(words)]) == words)
    return seam_cost(tree, whole, whole - frozenset(range(first, first + len(words))))


@pytest.mark.parametrize(
    ("sentence", "gone"),
    [
        ("Vell sued 45 banks as it tries to reclaim money before the yard went bust.", "as it tries to reclaim money"),
        ("Norway met the envoy of the army in Vell mountain guides on Friday.", "of the army in"),
        ("The guards have sold drones, and boats will be built.", ", and boats"),
    ],
)
def test_a_seam_that_is_misread_costs(sentence: str, gone: str) -> None:
    assert _cost(sentence, gone) > 0


@pytest.mark.parametrize(
    ("sentence", "gone"),
    [
        ("Norway will send 30 engineers to Vell in May.", "to vell"),
        ("Berlin named the career diplomat Ada Berg.", "career diplomat"),
        ("The navy sank a boat that carried arms, the minister said.", "that carried arms"),
    ],
)
def test_a_seam_that_reads_well_costs_nothing(sentence: str, gone: str) -> None:
    assert _cost(sentence, gone) == 0
