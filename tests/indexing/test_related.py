from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from site_gen.indexing.related import _WINDOW, related
from site_gen.model.post import Card
from site_gen.model.site import RelatedIndex
from tests.support import entry, site_of


def cards_with(*tags: list[str]) -> tuple[Card, ...]:
    """Cards titled 0, 1, ..., newest first, with such tags."""
    return site_of(*(entry(f"{n:04}", str(n), tags=names) for n, names in enumerate(tags))).cards


def titles(beside: RelatedIndex) -> list[list[int]]:
    return [list(numbers) for numbers in beside.numbers]


def test_a_rare_tag_weighs_more_than_a_common_one() -> None:
    common = [["war"]] * 8
    cards = cards_with(["war", "Svalbard"], *common, ["Svalbard"])
    assert titles(related(cards, 2))[0] == [9, 1]


def test_more_shared_tags_come_first_then_the_nearer_in_time() -> None:
    cards = cards_with(["a", "b"], ["a"], ["a", "b"], ["b"])
    assert titles(related(cards, 3))[0] == [2, 1, 3]


def test_without_related_posts() -> None:
    cards = cards_with(["a"], ["a"], [])
    assert titles(related(cards, 0)) == [[], [], []]
    assert titles(related(cards, 4)) == [[1], [0], []]


def test_with_the_same_tags_nothing_is_computed_again() -> None:
    cards = cards_with(["a"], ["a"], [])
    found = related(cards, 4)
    assert related(cards_with(["a"], ["a"], []), 4, found) is found
    assert related(cards_with(["a"], [], ["a"]), 4, found) == related(cards_with(["a"], [], ["a"]), 4)
    assert titles(related(cards, 0, found)) == [[], [], []]


TAGS = st.lists(st.sampled_from("abcd"), unique=True, max_size=3)


@given(st.lists(TAGS, min_size=1, max_size=30), st.integers(1, 6))
def test_related_posts_share_a_tag_and_are_others(tags: list[list[str]], count: int) -> None:
    for number, beside in enumerate(titles(related(cards_with(*tags), count))):
        assert len(beside) <= count
        assert number not in beside
        assert max(Counter(beside).values(), default=1) == 1
        assert all(set(tags[number]) & set(tags[other]) for other in beside)
        near = {n for n, names in enumerate(tags) if n != number and set(names) & set(tags[number])}
        assert len(beside) >= min(count, len(near), _WINDOW)


@example([["a"]] * 12, [["a", "b"]], 6, 0, 8)
@example([["a"]] * 12, [], 6, 1, 8)
@example([["a"]] * 5 + [["b"]] * 5 + [["a"]] * 5, [["c"]], 8, 0, 8)
@given(
    st.lists(TAGS, max_size=40), st.lists(TAGS, max_size=4), st.integers(0, 40), st.integers(0, 3), st.integers(1, 8)
)
def test_the_incremental_result_is_that_from_scratch(
    old: list[list[str]], come: list[list[str]], start: int, gone: int, count: int
) -> None:
    before, after = cards_with(*old), cards_with(*old[:start], *come, *old[start + gone :])
    assert related(after, count, related(before, count), before) == related(after, count)


def test_a_tag_that_became_common_is_computed_again_even_far_from_the_new_post() -> None:
    old = [*[["common"]] * 3, *[["rare"]] * 3, *[["common"]] * 3, ["common", "rare"]]
    before, after = cards_with(*old), cards_with(["common", "new"], *old)
    found = related(before, 1)
    assert found.numbers[-1] == (8,)  # of two that weigh the same the nearer one
    assert related(after, 1, found, before).numbers[-1] == related(after, 1).numbers[-1] == (6,)


def test_the_work_grows_with_the_number_of_posts() -> None:
    cards = cards_with(*([["everywhere", str(n % 50)] for n in range(400)]))
    beside = titles(related(cards, 4))
    assert all(len(one) == 4 for one in beside)
    # One more post at the top affects its neighbours within the window, not the far end.
    more = titles(related(cards_with(["everywhere", "0"], *([["everywhere", str(n % 50)] for n in range(400)])), 4))
    assert [[n - 1 for n in one] for one in more[301:]] == beside[300:]
