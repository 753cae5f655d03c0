"""Which branches are removed: what the text repeats stays, and the first choice is the cheapest."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.extract.headline import headline
from site_gen.extract.headline.choose import Branch, Limits, choices
from site_gen.extract.headline.telling import importance_of, repeats_of
from site_gen.extract.syntax import Tree, Word
from site_gen.extract.text import Paragraph

LIMITS = Limits(fits=20, long=26, longest=32, shortest=8)
LEAD = (
    "The northern fleet has lost a minesweeper with a crew of forty sailors near the lighthouse of Vell during a "
    "training voyage for cadets of the naval academy."
)


def sentence(count: int) -> Tree:
    return Tree(tuple(Word(at, f"w{at:02}", "NN", at - 1, "dep", True, at * 4) for at in range(count)))


def _title(*rest: str) -> str:
    return headline(tuple(Paragraph(text, line) for line, text in enumerate((LEAD, *rest), 1))).title


def test_what_the_text_repeats_stays_and_the_rest_is_removed() -> None:
    crew = "The crew was taken off. The crew had called for help. All forty sailors of the crew are well."
    cadets = "The cadets of the academy were taken off. The academy said the cadets and its voyage were insured."
    assert "crew of forty sailors" in _title(crew)
    assert "academy" not in _title(crew)
    assert "training voyage for cadets" in _title(cadets)


def test_a_word_is_more_important_the_more_sentences_repeat_it_and_not_at_all_the_second_time() -> None:
    tree = Tree(
        tuple(
            Word(at, text, tag, -1 if at == 0 else 0, "dep", True, 0)
            for at, (text, tag) in enumerate(
                (("navy", "NN"), ("ships", "NN"), ("the", "DT"), ("ship", "NN"), ("rust", "NN"))
            )
        )
    )
    navy, ships, article, again, rust = importance_of(tree, repeats_of(["Navy.", "The navy.", "A navy.", "One ship."]))
    assert navy > ships > rust > 0
    assert article == again == 0


@given(
    st.integers(4, 9),
    st.lists(st.tuples(st.integers(0, 8), st.integers(1, 3), st.sampled_from([0, 1, 3, 5])), max_size=4, unique=True),
    st.lists(st.floats(0, 1), min_size=9, max_size=9),
)
@settings(deadline=None)
def test_the_first_choice_is_the_cheapest_of_all_sets(
    count: int, spans: list[tuple[int, int, int]], importance: list[float]
) -> None:
    tree, keep = sentence(count), frozenset(range(count))
    pool = tuple(Branch(stage, frozenset(range(first, first + size)) & keep) for first, size, stage in spans)
    pool = tuple(branch for branch in pool if branch.words)
    found = choices(tree, keep, count * 4, pool, tuple(importance), LIMITS)
    assert found[0].cost == min(choice.cost for choice in found)
    assert found[0].cost <= max(0.0, 0.2 * (count * 4 - LIMITS.longest)) + 0.06 * 6 + 0.02 * 6
    for choice in found:
        assert choice.keep == keep - frozenset().union(*(branch.words for branch in choice.removed), frozenset())
        assert choice.length == len(choice.keep) * 4
        assert choice.length >= LIMITS.shortest or not choice.removed
    if count * 4 <= LIMITS.fits:
        assert [choice.removed for choice in found] == [()]


@pytest.mark.parametrize("size", [0, 1, 2])
def test_every_set_of_few_branches_is_tried(size: int) -> None:
    tree, keep = sentence(9), frozenset(range(9))
    pool = (Branch(1, frozenset((1, 2))), Branch(1, frozenset((4,))), Branch(1, frozenset((6, 7))))
    sets = {frozenset(choice.removed) for choice in choices(tree, keep, 36, pool, (0.1,) * 9, LIMITS)}
    assert {frozenset(some) for some in combinations(pool, size)} <= sets
