import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.markup.bare_links import without_links_in_links
from site_gen.markup.engine import engine
from site_gen.model.settings import MarkdownSettings

ENGINES = {name: engine(MarkdownSettings(engine=name)) for name in ("python-markdown", "commonmark")}
LINK = re.compile(r'<a href="([^"]*)">([^<]*)</a>')


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("é https://x.org/e", ["https://x.org/e"]),
        ("https://x.org/a, https://x.org/b; www.x.org!", ["https://x.org/a", "https://x.org/b", "http://www.x.org"]),
        ("*https://x.org/a_b*", ["https://x.org/a_b"]),
        ("> https://x.org/\n\n- https://y.org/", ["https://x.org/", "https://y.org/"]),
        ("| a |\n|---|\n| https://x.org/ |", ["https://x.org/"]),
        ("https://x.org/_a_/*b*", ["https://x.org/_a_/*b"]),
        ("https://x.org/?a=1&amp;b=2", ["https://x.org/?a=1&amp;b=2"]),
        ("www.x.org/a_b_c*d", ["http://www.x.org/a_b_c*d"]),
        ("[a](https://x.org/) and <https://y.org/>", ["https://x.org/", "https://y.org/"]),
        ("[https://x.org](https://y.org)", ["https://y.org"]),
        ("`https://x.org`\n\n    https://x.org", []),
        ("```\nhttps://x.org\n```", []),
        ("xhttps://x.org, https:// https://_x", []),
        ("[a][r]\n\n[r]: https://x.org/", ["https://x.org/"]),
    ],
)
def test_what_becomes_a_link(name: str, text: str, links: list[str]) -> None:
    made = ENGINES[name].render(text, False)
    assert [match[1] for match in LINK.finditer(made)] == links


@pytest.mark.parametrize("name", ENGINES)
def test_none_do_where_they_are_not_wanted(name: str) -> None:
    made = ENGINES[name].render("https://x.org, www.x.org, a@x.org, <https://y.org>", False, bare_links=False)
    assert made == '<p>https://x.org, www.x.org, a@x.org, <a href="https://y.org">https://y.org</a></p>'


@pytest.mark.parametrize("name", ENGINES)
def test_words_of_a_link_in_raw_html_are_no_link(name: str) -> None:
    made = ENGINES[name].render('<a href="/a">https://x.org</a> https://y.org', True)
    assert made == '<p><a href="/a">https://x.org</a> <a href="https://y.org">https://y.org</a></p>'


@given(st.lists(st.sampled_from(['<a href="b">', "</a>", '<a href="c">c</a>', "<A x>", "d"]), max_size=9))
def test_links_are_not_nested(pieces: list[str]) -> None:
    depth = 0
    for match in re.finditer(r'<a href="c">|<(/?)a\b', without_links_in_links("".join(pieces)), re.I):
        if match[0] == '<a href="c">':
            assert depth == 0
        depth = max(0, depth - 1) if match[1] else depth + 1
