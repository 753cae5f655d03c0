import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.typography import typographic, typographic_text, unbroken


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
        ('the "Arrow 3" system', "the “Arrow 3” system"),
        ('"Arrow 3" and "Arrow 4" fly', "“Arrow 3” and “Arrow 4” fly"),
        ('"a 12" gun", he said', '“a 12" gun”, he said'),
        ("nothing to set", "nothing to set"),
        ('"', "”"),
        ("\"'Never,' he said,\" she wrote.", "“‘Never,’ he said,” she wrote."),
        ("'\"Never,\" he said,' she wrote.", "‘“Never,” he said,’ she wrote."),
        ("He said: \"She said: 'No.'\"", "He said: “She said: ‘No.’”"),
        ("(\"'A' b\")", "(“‘A’ b”)"),
        ("'cause of it", "’cause of it"),
        ("'Cause of death' was given", "‘Cause of death’ was given"),
        ("'round midnight, 'til dawn", "’round midnight, ’til dawn"),
        ("'Twas 'em, 'tis", "’Twas ’em, ’tis"),
        ("'tissue'", "‘tissue’"),
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
        ("<p>&quot;&#39;Yes,&#39; he said.&quot;</p>", "<p>“‘Yes,’ he said.”</p>"),
        ("<p>\"<em>'Yes'</em>\"</p>", "<p>“<em>‘Yes’</em>”</p>"),
        (
            '<a href="https://x.org/a--b">https://x.org/a--b</a> --',
            '<a href="https://x.org/a--b">https://x.org/a--b</a> –',
        ),
        ('<a href="http://www.x--y.org">www.x--y.org</a>', '<a href="http://www.x--y.org">www.x--y.org</a>'),
        ('<a href="/a--b">a--b</a>', '<a href="/a--b">a–b</a>'),
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


@pytest.mark.parametrize(
    "word",
    [
        "AL-41F-1", "F-16", "F-16s", "T-90M", "S-400", "MiG-31K", "Kh-101", "GBU-39/B", "AIM-120C-5", "AN/TPY-2",
        "R-77-1", "Il-76MD-90A", "2S19-M1", "Iskander-M", "S-300PMU-2", "Т-90М", "Su-24M2-4", "F135-PW-100", "KLJ-7.5",
    ],
)  # fmt: skip
def test_a_designation_stays_on_its_line_and_is_the_same_text(word: str) -> None:
    made = unbroken(f"<p>The {word}, “{word}” <em>{word}</em> and {word}-based.</p>")
    whole = f'<span class="nowrap">{word}</span>'
    assert made == f"<p>The {whole}, “{whole}” <em>{whole}</em> and {whole}-based.</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<p>A 40-year-old anti-aircraft X-ray in 2024-25, pre-2014, u-boat, T-shirt, F- 16, -16.</p>",
        "<code>F-16</code>",
        "<pre><code>F-16\n</code></pre>",
        '<a href="/tags/F-16/" title="F-16">x</a>',
        "&Auml;-16 a/F-16 x.F-16 a_F-16",
        "<p>AAAAAAAAAAA-1</p>",
        "<p>ABCDEFGHIJ-12345678-12345678</p>",
    ],
)
def test_other_words_code_and_attributes_may_break(html: str) -> None:
    assert unbroken(html) == html


@given(st.text(alphabet="AF-16<>/ &;pcode\"='", max_size=80))
def test_marking_designations_changes_no_word(text: str) -> None:
    made = unbroken(text)
    assert made.replace('<span class="nowrap">', "").replace("</span>", "") == text.replace("</span>", "")


@given(st.lists(st.sampled_from(["F-16", "<p>", "</p>", '<a href="F-16">', "</a>", " ", "x", "AL-41F-1.", "&amp;"])))
def test_designations_are_the_same_beside_code_and_without_any(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert unbroken(f"{text}<code></code>") == f"{unbroken(text)}<code></code>"
