import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.wording.typography import typographic, typographic_text


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ('"Go," he said.', "“Go,” he said."),
        ("'Go'", "‘Go’"),
        ("it's", "it’s"),
        ("the '90s", "the ’90s"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ('("quoted")', "(“quoted”)"),
        ("wait...", "wait…"),
        ("1990--1995", "1990–1995"),
        ("so---then", "so—then"),
        ('a 12" gun', 'a 12" gun'),
        ("nothing to set", "nothing to set"),
        ('"', "”"),
    ],
)
def test_plain_text(text: str, made: str) -> None:
    assert typographic_text(text) == made


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ('<p title="a -- b">"a" -- b</p>', '<p title="a -- b">“a” – b</p>'),
        ("<code>a -- 'b'</code> 'c'", "<code>a -- 'b'</code> ‘c’"),
        ("<pre>'</pre><p>'x'</p>", "<pre>'</pre><p>‘x’</p>"),
        ("<p>&quot;Yes&quot;</p>", "<p>“Yes”</p>"),
        ('<p>"<em>Yes</em>"</p>', "<p>“<em>Yes</em>”</p>"),
        ('<p>a</p><p>"b"</p>', "<p>a</p><p>“b”</p>"),
        ("<code><var>'</var>'</code>'", "<code><var>'</var>'</code>’"),
    ],
)
def test_html(html: str, made: str) -> None:
    assert typographic(html) == made


TAGS = ["<p>", "</p>", "<em>", "</em>", "<code>", "</code>", "<pre>", "</pre>", '<a href="x--y\'s...">', "</a>"]
SIGNS = ['"', "'", "--", "...", "word", " ", "1", "&quot;", "&#39;", "&amp;"]
PIECES = st.sampled_from([*TAGS, *SIGNS])


@given(st.lists(PIECES, max_size=20).map("".join))
def test_tags_and_code_stay_as_they_are_and_twice_is_once(html: str) -> None:
    made = typographic(html)
    tags = re.compile("<[^>]*>")
    assert tags.findall(made) == tags.findall(html)
    verbatim = re.compile("<(code|pre)>[^<]*</")
    assert [match[0] for match in verbatim.finditer(made)] == [match[0] for match in verbatim.finditer(html)]
    assert typographic(made) == made
