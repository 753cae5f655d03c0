"""The law: whatever comes, goes or changes, a process that lives on finds what a look at all texts finds."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.ingesting.duplicates import Sketch, copied, find_duplicates, sketch
from site_gen.ingesting.duplicates_again import KnownDuplicates
from site_gen.model.seed import Duplicate
from tests.ingesting.test_duplicates import BACKGROUND, mutations, story

# Few paragraphs, in ever other company: texts share much, are copies of one another, and end others' being copies.
PARAGRAPHS = [story(random.Random(number), 1)[0] for number in range(9)]
TEXTS = st.lists(st.sampled_from(PARAGRAPHS), max_size=6).map(tuple)
NAMES = st.sampled_from([f"seeds/{name}.txt" for name in "abcdefghij"])
STEPS = st.lists(st.tuples(NAMES, st.none() | TEXTS), min_size=1, max_size=14)


def all_of(texts: dict[str, Sketch]) -> tuple[tuple[str, Sketch], ...]:
    return tuple(texts.items())


@given(STEPS)
def test_the_same_is_found_after_every_step(steps: list[tuple[str, tuple[str, ...] | None]]) -> None:
    known, texts = KnownDuplicates(), dict[str, Sketch]()
    for name, text in steps:
        if text is None:
            texts.pop(name, None)
        else:
            texts[name] = sketch(text)
        assert known.of(all_of(texts)) == find_duplicates(all_of(texts))


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
    known, there = KnownDuplicates(), dict[str, Sketch]()
    for at in range(0, len(names), together):
        there |= {name: texts[name] for name in names[at : at + together]}
        assert known.of(all_of(there)) == find_duplicates(all_of(there))


def babble(pick: random.Random, paragraphs: int = 4) -> tuple[str, ...]:
    """Words that no other text has in this order."""
    return tuple(" ".join(f"w{pick.randint(0, 5000)}" for _ in range(150)) for _ in range(paragraphs))


def test_a_run_that_becomes_common_names_no_candidates_any_more() -> None:
    """The forty-first text with a paragraph takes its clues away from shorter ones."""
    pick = random.Random(4)
    shared = babble(pick, 1)
    texts = {f"{number}": sketch((*babble(pick), *shared)) for number in range(40)}
    known = KnownDuplicates()
    known.of(all_of(texts))
    texts["short"] = sketch(shared)
    assert [copy.seed for copy in known.of(all_of(texts))] == ["short"]
    texts["more"] = sketch((*babble(pick), *shared))
    assert known.of(all_of(texts)) == find_duplicates(all_of(texts))


def test_what_shares_nothing_with_a_new_text_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    pick = random.Random(5)
    texts = {f"{number}": sketch((*babble(pick), BACKGROUND)) for number in range(200)}
    known = KnownDuplicates()
    known.of(all_of(texts))
    compared: list[str] = []

    def noted(path: str, *others: Any) -> Duplicate | None:
        compared.append(path)
        return copied(path, *others)

    monkeypatch.setattr("site_gen.ingesting.duplicates_again.copied", noted)
    monkeypatch.setattr("site_gen.ingesting.duplicates_again.find_duplicates", None)
    for number in range(5):
        texts[f"new {number}"] = sketch((*babble(pick), BACKGROUND))
        assert known.of(all_of(texts)) == ()
    assert 5 <= len(compared) < 20
