import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.markup.paragraphs import shorter_paragraphs

SENTENCE = "The ministry said that nine ships would sail in May."  # ten words


def words_of(html: str) -> list[int]:
    return [len(re.sub("<[^>]*>", "", part).split()) for part in re.findall(r"<p>(.*?)</p>", html, re.S)]


def test_a_long_paragraph_is_split_between_sentences_into_equal_parts() -> None:
    made = shorter_paragraphs(f"<p>{' '.join([SENTENCE] * 20)}</p>", 150)
    assert words_of(made) == [100, 100]
    assert made == f"<p>{' '.join([SENTENCE] * 10)}</p>\n<p>{' '.join([SENTENCE] * 10)}</p>"


def test_short_paragraphs_and_other_elements_are_unchanged() -> None:
    html = f"<p>{' '.join([SENTENCE] * 15)}</p>\n<ul>\n<li>{' '.join([SENTENCE] * 30)}</li>\n</ul>\n<p class='x'>a</p>"
    assert shorter_paragraphs(html, 150) == html


def test_one_sentence_is_never_split() -> None:
    html = f"<p>{'and so on, ' * 200}it went.</p>"
    assert shorter_paragraphs(html, 150) == html


@pytest.mark.parametrize("element", ['<a href="/a.b/">{}</a>', "<em>{}</em>", "<strong><em>{}</em></strong>"])
def test_no_element_is_split(element: str) -> None:
    html = f"<p>{SENTENCE} {element.format(' '.join([SENTENCE] * 10))} {SENTENCE}</p>"
    assert words_of(shorter_paragraphs(html, 30)) == [10, 100, 10]
    for part in shorter_paragraphs(html, 30).split("\n"):
        assert part.count("<a") == part.count("</a") and part.count("<em") == part.count("</em")


def test_a_quotation_is_not_split_and_a_picture_opens_no_element() -> None:
    html = f'<p>{SENTENCE} <img src="x" alt="a"> “{" ".join([SENTENCE] * 4)}” {SENTENCE} {SENTENCE}</p>'
    made = shorter_paragraphs(html, 20)
    assert made.count("<p>") > 1
    assert any(part.count("“") == part.count("”") == 1 for part in made.split("\n"))


@given(st.lists(st.sampled_from(["One two. ", "<em>Three.</em> ", "Four <br>five! ", "“Six. Seven.” ", "<b>", "</b>"])))
def test_no_word_and_no_tag_is_lost(pieces: list[str]) -> None:
    inner = "".join(pieces).strip()
    made = shorter_paragraphs(f"<p>{inner}</p>", 3)
    assert made[3:-4].replace("</p>\n<p>", " ").split() == inner.split()
