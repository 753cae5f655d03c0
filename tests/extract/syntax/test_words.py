"""Splitting sentences into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.syntax.words import tokens

CASES = {
    "The patrol can't cross.": "The patrol ca n't cross .",
    "They didn’t say; we’ll see.": "They did n’t say ; we ’ll see .",
    "It cannot wait": "It can not wait",
    "The brigade's trucks and the soldiers' pay": "The brigade 's trucks and the soldiers ' pay",
    "The U.S. and the U.K. agreed at 9 a.m. today.": "The U.S. and the U.K. agreed at 9 a.m. today .",
    "Gen. Orla J. Venn met Lt. Col. Dask.": "Gen. Orla J. Venn met Lt. Col. Dask .",
    "It returned to the U.S.": "It returned to the U.S.",
    "An anti-tank team, a 27-year-old and two F-35A jets": "An anti-tank team , a 27-year-old and two F-35A jets",
    "S-400 sets cost $1,250.75 million (about 12.5%).": "S-400 sets cost $ 1,250.75 million ( about 12.5 % ) .",
    "Paid US$5 and €3": "Paid US$ 5 and € 3",
    "“We hold the ridge,” she said.": "“ We hold the ridge , ” she said .",
    '"Go," he said. "Now!"': '" Go , " he said . " Now ! "',
    "The ship—an old one—sank – again": "The ship — an old one — sank – again",
    "Ready -- or not...": "Ready -- or not ...",
    "Sailors and/or marines of the F/A-18 wing": "Sailors and / or marines of the F/A-18 wing",
    "See https://example.org/a,b/c or ask desk@example.org.": "See https://example.org/a,b/c or ask desk@example.org .",
    "Back in the '90s": "Back in the '90s",
    "[Two] ships [1]": "[ Two ] ships [ 1 ]",
    "He said,but left": "He said , but left",
    "Trump‘s envoy": "Trump ‘s envoy",
    "Harlan & Sons Ltd. won it": "Harlan & Sons Ltd. won it",
    "": "",
    "   ": "",
    ".": ".",
}


@pytest.mark.parametrize(("sentence", "words"), CASES.items())
def test_words(sentence: str, words: str) -> None:
    assert [token.text for token in tokens(sentence)] == words.split()


@given(st.text(max_size=80) | st.text("ab.,'’‘“”\"()-–—$% \tU1/…", max_size=40))
def test_words_lie_in_the_sentence_in_order_and_leave_out_white_space_only(sentence: str) -> None:
    found = tokens(sentence)
    end = 0
    for token in found:
        assert token.text
        assert sentence[end : token.start].strip() == ""
        assert sentence[token.start : token.start + len(token.text)] == token.text
        end = token.start + len(token.text)
    assert sentence[end:].strip() == ""
    assert "".join(token.text + " " * token.blank for token in found) == " ".join(sentence.split())
