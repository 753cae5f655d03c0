"""That it finds what an index finds is part of the laws in test_duplicate_index."""

import random

from site_gen.extract.duplicates import COMMON, Sketch, sketch
from site_gen.extract.duplicates_once import duplicates_once
from tests.extract.test_duplicate_index import babble, found


def test_copies_are_found_while_a_run_is_not_common() -> None:
    pick = random.Random(6)
    shared = babble(pick, 1)
    for kept, copies in ((COMMON, ["short"]), (COMMON + 1, [])):
        texts = {f"{number}": sketch((*babble(pick), *shared)) for number in range(kept)}
        texts["short"] = sketch(shared)
        assert [copy.seed for copy in duplicates_once(texts, texts.__getitem__)] == copies
        assert duplicates_once(texts, texts.__getitem__) == found(texts)


def test_the_same_words_three_times_and_no_words_at_all() -> None:
    same = sketch(("Few words alone.",))
    texts: dict[str, Sketch] = {"b": same, "a": same, "c": same, "d": sketch(()), "e": sketch(())}
    assert [(copy.seed, copy.of) for copy in duplicates_once(texts, texts.__getitem__)] == [
        ("b", "a"),
        ("c", "a"),
        ("e", "d"),
    ]
