"""Doubts about the tags of a text."""

import pytest

from site_gen.extract.names import choose_tags, doubtful_tags
from tests.extract.names.reading import names_of


def doubts(*paragraphs: str) -> tuple[str, ...]:
    names = names_of(*paragraphs)
    return doubtful_tags(names, choose_tags(names, ""))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Paul Whitlock and Dean Whitlock were held. Whitlock spoke.", 'two people called "Whitlock"'),
        ("Georgia has asked for boats. The governor signs in May.", '"Georgia" may be the country or the state'),
        ("Michael Jordan came. Jordan has closed its border.", '"Jordan" may be the country or a person'),
        ("India and Pakistan met. Officers of India and Pakistan spoke; the Army stayed.",
         '"the Army" may be that of India'),
    ],
)  # fmt: skip
def test_an_ambiguous_name_is_a_doubt(text: str, why: str) -> None:
    assert doubts(text) == (why,)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Whitlock and Dean Whitlock were held. Dean Whitlock spoke.",
        "Paul Whitlock was held. Whitlock spoke.",
        "Georgian boats left Batumi. Georgia wants more.",
        "Georgia and Armenia have signed. Georgia wants more.",
        "Jordan has closed its border. Amman said so.",
        "India has opened a base. The Army said so. Pakistan did not comment.",
        "The Indian Army and Pakistan met. India and Pakistan spoke; the Army stayed.",
    ],
)
def test_a_clear_name_is_not_a_doubt(text: str) -> None:
    assert doubts(text) == ()


def test_only_tags_are_doubted() -> None:
    names = names_of("Paul Whitlock and Dean Whitlock were held in Malta. Whitlock spoke.")
    malta = tuple(tag for tag in choose_tags(names, "") if tag.name == "Malta")
    assert doubtful_tags(names, malta) == ()


def test_a_text_without_tags_needs_a_review() -> None:
    assert doubts("Nobody came.") == ("no name stands out",)
