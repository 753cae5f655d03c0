import pytest

from site_gen.extract.hyphens import Hyphens, splits_word


@pytest.mark.parametrize(
    ("line", "following", "text", "stays"),
    [
        ("the govern-", "ment said", "", False),
        ("an opera-", "tion of", "", False),
        ("two sol-", "diers were", "", False),
        ("the in-", "vasion of", "an invasion", False),
        ("the air-", "base at", "the airbase", False),
        ("the air-", "base at", "the air-base", True),
        ("an anti-", "tank gun", "", True),
        ("a long-", "range gun", "", True),
        ("the Oslo-", "based firm", "", True),
        ("a non-", "combat role", "", True),
        ("the F-", "class boat", "", True),
        ("an old dog-", "eared map", "", True),
        ("an old dog-", "eared map", "the govern-\nment of it", False),
        ("the man-of-", "war sailed", "", True),
        ("NATO-", "led force", "", True),
    ],
)
def test_a_hyphen_is_judged_by_the_text_and_by_its_words(line: str, following: str, text: str, stays: bool) -> None:
    assert Hyphens([line, following, *text.split("\n")]).stays(line, following) is stays


@pytest.mark.parametrize(
    ("line", "following", "is_split"),
    [
        ("the govern-", "ment", True),
        ("the govern-", "Ment", False),
        ("from 1990-", "to", False),
        ("he left -", "and came", False),
        ("the government", "said", False),
    ],
)
def test_a_word_is_split_only_between_a_letter_and_a_small_letter(line: str, following: str, is_split: bool) -> None:
    assert splits_word(line, following) is is_split
