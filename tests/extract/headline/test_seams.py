import pytest

from site_gen.extract.headline.seams import has_lost_noun, has_lost_verb, seam_cost
from site_gen.extract.syntax import Tree, parse


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
        ("The council wants tougher penalties for ships which spill oil.", "for ships"),
        ("The guards have sold drones, and boats will be built.", ", and boats"),
    ],
)
def test_a_seam_that_is_misread_costs(sentence: str, gone: str) -> None:
    assert _cost(sentence, gone) > 0


def _without(sentence: str, gone: str) -> tuple[Tree, frozenset[int], frozenset[int]]:
    tree = parse(sentence)
    words = gone.split()
    whole = frozenset(range(len(tree.words)))
    first = next(at for at in whole if list(tree.lowered[at : at + len(words)]) == words)
    return tree, whole, whole - frozenset(range(first, first + len(words)))


def test_them_without_its_antecedent_is_lost() -> None:
    sentence = "There was relief for firefighters with milder weather allowing them to rest."
    assert has_lost_noun(*_without(sentence, "for firefighters"))
    assert not has_lost_noun(*_without(sentence, "milder"))


def test_a_verb_that_was_removed_without_its_noun_is_lost() -> None:
    sentence = "The hunt moved to the forests after a search of the caves failed to find a sign."
    assert has_lost_verb(*_without(sentence, "failed to find a sign"))
    assert not has_lost_verb(*_without(sentence, "to the forests"))


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
