from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from site_gen.text.escape import printable


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\x00b", "ab"), ("tab\tline\n", "tab\tline\n"), ("\x85\x9f", ""), ("\ufffe\uffff\ufdd0", ""), ("é 🚀", "é 🚀")],
)
def test_characters_forbidden_in_xml_are_removed(text: str, kept: str) -> None:
    assert printable(text) == kept


def test_a_lone_half_of_a_pair_goes() -> None:
    assert printable("a\ud800b") == "ab"


@given(st.text(alphabet=st.characters(), max_size=60))
def test_what_is_left_can_be_read_as_xml(text: str) -> None:
    kept = printable(text)
    root = ElementTree.fromstring(f"<a>{escape(kept)}</a>")
    assert (root.text or "").replace("\r", "\n") == kept.replace("\r\n", "\n").replace("\r", "\n")
    assert printable(kept) == kept
