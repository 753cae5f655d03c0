import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.inlinepatterns import SimpleTagInlineProcessor

from site_gen.markup.inline import make_quick
from site_gen.markup.reference import reference_parser
from site_gen.text.escape import printable
from tests.markup.texts import REAL, TEXTS

REFERENCE = {trusted: reference_parser(trusted) for trusted in (True, False)}
QUICK = {trusted: reference_parser(trusted) for trusted in (True, False)}
for parser in QUICK.values():
    make_quick(parser)


def same(text: str) -> None:
    for trusted in (True, False):
        assert QUICK[trusted].reset().convert(text) == REFERENCE[trusted].reset().convert(text)


@given(TEXTS)
@settings(max_examples=300)
def test_the_quick_pass_gives_the_bytes_of_the_engines_own(text: str) -> None:
    same(text)


@given(st.text(alphabet="ab1 \n#*_`[]()<>!&|:.-+\\\t^{}=~\"'é", max_size=40))
@settings(max_examples=300)
def test_the_quick_pass_gives_the_bytes_of_the_engines_own_for_any_characters(text: str) -> None:
    same(text)


@pytest.mark.parametrize("text", REAL, ids=range(len(REAL)))
def test_the_quick_pass_gives_the_bytes_of_the_engines_own_for_real_texts(text: str) -> None:
    same(printable(text))


def test_an_unknown_pattern_is_always_tried() -> None:
    made = []
    for quick in (False, True):
        parser = reference_parser(False)
        parser.inlinePatterns.register(SimpleTagInlineProcessor(r"(%%)(.+?)%%", "mark"), "mark", 175)
        if quick:
            make_quick(parser)
        made.append(parser.convert("a %%b%% c"))
    assert made[0] == made[1] == "<p>a <mark>b</mark> c</p>"
