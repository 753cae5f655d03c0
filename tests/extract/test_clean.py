import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.clean import clean

RAW = st.text() | st.lists(
    st.sampled_from(
        [
            "<b>",
            "</p>",
            "&amp;",
            "lt;",
            "&lt;",
            "&nbsp;",
            "\u00a0",
            "\u200b",
            "\t",
            "  ",
            "\n",
            "a",
            "é",
            "â€™",
            "\x00",
            "<!--",
            "-->",
            "\u202e",
            "&#10;",
            "<script>",
            "</script>",
            "\r",
        ]
    )
).map("".join)


@given(RAW)
def test_lines_stay_as_many(text: str) -> None:
    assert clean(text).count("\n") == text.count("\n")


@given(RAW)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Itâ€™s the ministryâ€™s", "It’s the ministry’s"),
        ("SÃ£o Paulo and KÃ¶ln", "São Paulo and Köln"),
        ("RÄ‚Â©union", "Réunion"),
        ("SÃO PAULO", "SÃO PAULO"),
        ("Песков в Москве".encode().decode("latin-1"), "Песков в Москве"),
        ("“Quote” – naïve".encode().decode("latin-1"), "“Quote” – naïve"),
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("de\u00adfence\u200b \ufeffministry", "defence ministry"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("bell\x07, tab\tand\x0bfeed", "bell, tab and feed"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("plain\u200dword", "plainword"),
        ("e\u0301tat", "état"),
        ("<p>One <b>bold</b> word<br/>two</p>", "One bold word two"),
        ('<a href="https://example.org/?a=1&b=2" onclick="x()">link</a> text', "link text"),
        ("<script>alert(1)</script>after", "after"),
        ("a<!-- hidden -->b", "ab"),
        ("&lt;p&gt;From a feed&lt;/p&gt;", "From a feed"),
        ("AT&amp;T &amp;amp; R&amp;D", "AT&T & R&D"),
        ("5 &lt; 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("&notin a sentence; R&D;", "&notin a sentence; R&D;"),
        ("a &#10; b", "a b"),
        ("write to <john@example.org> now", "write to <john@example.org> now"),
        ("\ue001 Share", "Share"),
        ("one   two \t three", "one two three"),
    ],
)
def test_what_a_reader_would_have_seen(raw: str, shown: str) -> None:
    assert clean(raw) == shown


def test_a_tag_across_lines_keeps_the_lines() -> None:
    assert clean('one <a\nhref="x">two</a>\nthree') == "one\ntwo\nthree"


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<a ",
        "<!--",
        "<script>",
        "&amp;",
        "&#38;",
        "-->",
        " ",
        "\t",
        "Ã",
        "â€",
        "<b",
        "&",
        "<<!--",
        "\u200d",
        "<p><",
        "</",
        "&lt;",
    ],
)
def test_a_long_hostile_line_takes_no_time(unit: str) -> None:
    began = time.process_time()
    clean(unit * (1_000_000 // len(unit)))
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Lind‘s boat", "Lind’s boat"),
        ("the soldiers‘ pay", "the soldiers’ pay"),
        ("the ‘90s", "the ’90s"),
        ("don`t", "don’t"),
        ("it´s", "it’s"),
        ("O′Brien", "O’Brien"),
        ("``We don't know,'' he said.", "“We don't know,” he said."),
        ("``Yes.''\n``No.''", "“Yes.”\n“No.”"),
        ("´´Yes,´´ he said", "“Yes,” he said"),
        ("''It is so,'' he said", '"It is so," he said'),
        ("the ﬁrst oﬃce’s ﬂag", "the first office’s flag"),
    ],
)
def test_wrong_quotes_and_ligatures_are_corrected(raw: str, shown: str) -> None:
    assert clean(raw) == shown


@pytest.mark.parametrize(
    "text",
    [
        "‘Quoted’ words",
        "He said ‘no’ twice",
        "5′ 10″",
        "`code` and ```",
        "‘We’re here’",
        "It's '90s",
        "‘The soldiers‘ pay’",
        "a ‘ b",
        "‘90 per cent’",
        "it''s",
    ],
)
def test_right_quotes_stay(text: str) -> None:
    assert clean(text) == text
