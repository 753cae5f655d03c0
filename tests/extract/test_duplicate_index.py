"""The law: whatever is added, removed or changed, an index that is kept finds what a new one finds."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.duplicate_index import DuplicateIndex
from site_gen.extract.duplicates import Sketch, duplicate_of, sketch
from site_gen.extract.duplicates_once import duplicates_once
from site_gen.model.seed import Duplicate
from tests.extract.test_duplicates import BACKGROUND, mutations, story

# Few paragraphs in many combinations: texts share much, are copies of one another, and end that others are copies.
PARAGRAPHS = [story(random.Random(number), 1)[0] for number in range(9)]
TEXTS = st.lists(st.sampled_from(PARAGRAPHS), max_size=6).map(tuple)
NAMES = st.sampled_from([f"seeds/{name}.txt" for name in "abcdefghij"])
STEPS = st.lists(st.tuples(NAMES, st.none() | TEXTS), min_size=1, max_size=14)


def found(texts: dict[str, Sketch]) -> tuple[Duplicate, ...]:
    """What a new index finds, and what is found without one."""
    index = DuplicateIndex().find(texts)
    assert duplicates_once(texts, texts.__getitem__) == index
    return index


@given(STEPS)
def test_an_index_that_is_kept_finds_what_a_new_one_finds(steps: list[tuple[str, tuple[str, ...] | None]]) -> None:
    index, texts = DuplicateIndex(), dict[str, Sketch]()
    for name, text in steps:
        if text is None:
            texts.pop(name, None)
        else:
            texts[name] = sketch(text)
        assert index.find(texts) == found(texts)


@given(st.integers(0, 10**6), st.integers(1, 4))
def test_copies_that_come_one_by_one(mark: int, together: int) -> None:
    pick = random.Random(mark)
    texts: dict[str, Sketch] = {}
    for number in range(6):
        text = (*story(pick, pick.randint(2, 8)), BACKGROUND)
        texts |= {f"{number} {name}": sketch(copy) for name, copy in mutations(pick, text).items()}
        texts[f"{number}"] = sketch(text)
    names = [*texts]
    pick.shuffle(names)
    index, there = DuplicateIndex(), dict[str, Sketch]()
    for at in range(0, len(names), together):
        there |= {name: texts[name] for name in names[at : at + together]}
        assert index.find(there) == found(there)


def babble(pick: random.Random, paragraphs: int = 4) -> tuple[str, ...]:
    """Words that no other text has in this order."""
    return tuple(" ".join(f"w{pick.randint(0, 5000)}" for _ in range(150)) for _ in range(paragraphs))


def test_a_run_that_becomes_common_names_no_candidates_any_more() -> None:
    """The forty-first text with a paragraph takes its clues away from shorter ones."""
    pick = random.Random(4)
    shared = babble(pick, 1)
    texts = {f"{number}": sketch((*babble(pick), *shared)) for number in range(40)}
    index = DuplicateIndex()
    index.find(texts)
    texts["short"] = sketch(shared)
    assert [copy.seed for copy in index.find(texts)] == ["short"]
    texts["more"] = sketch((*babble(pick), *shared))
    assert index.find(texts) == found(texts)


def test_what_shares_nothing_with_a_new_text_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    pick = random.Random(5)
    texts = {f"{number}": sketch((*babble(pick), BACKGROUND)) for number in range(200)}
    index = DuplicateIndex()
    index.find(texts)
    compared: list[str] = []

    def noted(path: str, *others: Any) -> Duplicate | None:
        compared.append(path)
        return duplicate_of(path, *others)

    monkeypatch.setattr("site_gen.extract.duplicate_index.duplicate_of", noted)
    for number in range(5):
        texts[f"new {number}"] = sketch((*babble(pick), BACKGROUND))
        assert index.find(texts) == ()
    assert 5 <= len(compared) < 20
