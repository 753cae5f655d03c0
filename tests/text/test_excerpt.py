import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.excerpt import excerpt, plain, shorten


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("One.\n\nTwo.", "One."),
        ("# Heading\n\n> Quoted.\n\n- item\n\n1. item\n\n| a | b |\n\nProse *at last*.", "Prose at last."),
        ("![A ship](a.png)\n\nProse.", "Prose."),
        ("    code\n\n```\nfence\n```\n\nProse.", "Prose."),
        ("A [link](http://x.org/ 'title') and a note[^1].\n\n[^1]: Here.", "A link and a note."),
        ("Over\ntwo lines.", "Over two lines."),
        ("---\n\n***\n\nProse.", "Prose."),
        ("", ""),
        ("# Only\n\n## headings", ""),
        ("[TOC]\n\nProse.", "Prose."),
        ("  [[toc]]  \n\nProse.", "Prose."),
        ("[TOC] is a word here.", "[TOC] is a word here."),
        ("*[NATO]: North Atlantic Treaty Organization\n\nProse.", "Prose."),
        ("{: .lead }\n\n{.lead}\n\nProse.", "Prose."),
        ("<!-- a note\nto us -->\n\nProse.", "Prose."),
        ("Title\n=====\n\nSecond\ntitle\n---\n\nProse.", "Prose."),
        ("a | b\n--|:-:\n1 | 2\n\nProse.", "Prose."),
        ("* * *\n\n- - -\n\n___\n\nProse.", "Prose."),
        ("## Heading\nProse right below.", "Prose right below."),
        ("# One\n## Two\n[TOC]\n\nProse.", "Prose."),
    ],
)
def test_the_first_paragraph_of_prose(markdown: str, words: str) -> None:
    assert excerpt(markdown) == words


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**bold** and _slanted_ and `code`", "bold and slanted and code"),
        ("snake_case_name", "snake_case_name"),
        (r"\*kept\* and \#1", "*kept* and #1"),
        ("<b>x</b> {: .lead }", "x"),
        ("[text][ref]", "text"),
    ],
)
def test_marks_are_taken_out(markdown: str, words: str) -> None:
    assert plain(markdown) == words


def test_a_text_is_cut_at_a_sentence_where_one_ends_late_enough() -> None:
    assert shorten("The first sentence ends here. Then comes a second one.", 40) == "The first sentence ends here."
    assert shorten("Yes. Then comes a second sentence, and it is long.", 30) == "Yes. Then comes a second…"
    assert shorten("He said “Go.” Then they went.", 20) == "He said “Go.”"
    assert shorten("short", 5) == "short"
    assert shorten("x" * 50, 10) == "x" * 9 + "…"


FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    "sign",
    [FAMILY, "\U0001f3f3\ufe0f\u200d\U0001f308", "\U0001f44d\U0001f3fd", "\U0001f1fa\U0001f1e6", "e\u0301", "क्\u200dष"],
)
def test_a_character_of_several_code_points_is_kept_whole_or_left_out(sign: str) -> None:
    for limit in range(8, 30):
        kept = shorten(sign * 20, limit).removesuffix("…")
        assert kept == sign * (len(kept) // len(sign)), limit


@given(st.text(max_size=300), st.integers(8, 200))
def test_a_cut_text_is_never_longer_than_the_limit(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= max(limit, 1)
    assert len(excerpt(text, limit)) <= limit


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("国防部今天表示，两艘船抵达港口。" * 3, 40, "国防部今天表示，两艘船抵达港口。"),
        ("国防部发言人 张三今天在例行记者会上表示，两艘新型救援船已经抵达港口", 30, "国防部发言人 张三今天在例行记…"),
        ("船が港に着いた。乗組員は「疲れた。」と語った", 30, "船が港に着いた。"),
        ("وصلت السفينة إلى الميناء؟ نعم، وصلت أمس مع طاقمها", 40, "وصلت السفينة إلى الميناء؟"),
        ("Корабли вошли в порт, и экипажи остались", 30, "Корабли вошли в порт, и…"),
    ],
)
def test_a_text_in_any_script_is_cut_by_its_width(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short
