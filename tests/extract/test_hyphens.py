import pytest

from site_gen.extract.hyphens import Hyphens, parted


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
    ("line", "following", "is_parted"),
    [
        ("the govern-", "ment", True),
        ("the govern-", "Ment", False),
        ("from 1990-", "to", False),
        ("he left -", "and came", False),
        ("the government", "said", False),
    ],
)
def test_only_a_letter_before_and_a_small_letter_after_part_a_word(line: str, following: str, is_parted: bool) -> None:
    assert parted(line, following) is is_parted
