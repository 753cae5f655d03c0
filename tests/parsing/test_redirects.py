"""redirects.yaml; what is refused is in tests/broken/redirect-*."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.redirect import GONE, Redirect
from site_gen.parsing.redirects import is_queried, read_redirects
from site_gen.urls import closed


@pytest.mark.parametrize(
    ("line", "redirect"),
    [
        ("/old/: /new/", Redirect("/old/", "/new/", 301, "/old/")),
        ("/old: /new/ 302", Redirect("/old/", "/new/", 302, "/old")),
        ("/a.html: https://example.org/?b=c#d 308", Redirect("/a.html", "https://example.org/?b=c#d", 308, "/a.html")),
        ("/old/: gone", Redirect("/old/", "", GONE, "/old/")),
        ("/old/: 410", Redirect("/old/", "", GONE, "/old/")),
        ("/old/*: /new/:splat", Redirect("/old/*", "/new/:splat", 301, "/old/*")),
        ("/caf%C3%A9/: /new/", Redirect("/café/", "/new/", 301, "/caf%C3%A9/")),
        ("/an old place/: /neu/über uns/", Redirect("/an old place/", "/neu/%C3%BCber%20uns/", 301, "/an old place/")),
        ("'/a;b{c}$d\"e/': /new/", Redirect('/a;b{c}$d"e/', "/new/", 301, '/a;b{c}$d"e/')),
        ("/?p=12: /new/", Redirect("/?p=12", "/new/", 301, "/?p=12")),
        ("/blog/index.php?id=a-1.b: gone", Redirect("/blog/index.php?id=a-1.b", "", GONE, "/blog/index.php?id=a-1.b")),
        ("/old/: '/new/\"quoted\"{x}'", Redirect("/old/", "/new/%22quoted%22%7Bx%7D", 301, "/old/")),
    ],
)
def test_a_line_is_a_redirect(line: str, redirect: Redirect) -> None:
    assert read_redirects(line.encode()).value == (redirect,)


def test_each_line_counts_and_nothing_is_nothing() -> None:
    assert read_redirects(b"# Moved.\n\n/a/: /b/\n\n/c/: gone\n").value == (
        Redirect("/a/", "/b/", 301, "/a/"),
        Redirect("/c/", "", GONE, "/c/"),
    )
    assert read_redirects(b"").value == read_redirects(b"# nothing yet\n").value == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/x/: //evil.example/", "leads nowhere"),
        ("/x/: /%2F/evil.example/", "leads nowhere"),
        ("/x/: /a\\b", "leads nowhere"),
        ("/x/: https://a@evil.example/", "leads nowhere"),
        ("/x/: https://example.org:x/", "leads nowhere"),
        ("/x/: /a/%2e%2e/b/", "leads nowhere"),
        ("/%2e%2e/x/: /a/", "is not an address on this site"),
        ("/.site_gen/: /a/", "is not an address on this site"),
        ("/%ff/: /a/", "contains a character"),
        ("/*: /a/", "matches too much"),
        ("/old*: /a/", "may only be the last part"),
        ("/?p=1&q=2: /a/", "no query of one name and one value"),
        ("/?p=: /a/", "no query of one name and one value"),
        ("/a%3Fp=1: /a/", "no query of one name and one value"),
        ("/ö/?p=1: /a/", "no query of one name and one value"),
        ("/../?p=1: /a/", "no query of one name and one value"),
        ("/?p=1: /", "leads to itself"),
        ("/?p=1#a: /x/", "no query of one name and one value"),
    ],
)
def test_what_is_no_redirect_is_a_problem(line: str, words: str) -> None:
    (problem,) = read_redirects(line.encode()).problems
    assert words in problem.what


@given(st.from_regex(r"/[^\n]{0,9}\?[^\n]{0,9}=[^\n]{0,9}") | st.text(max_size=12).map(lambda text: f"/?p={text}"))
def test_a_query_has_no_character_that_means_anything_to_a_server(source: str) -> None:
    if is_queried(source):
        assert re.fullmatch(r"[A-Za-z0-9/_.~-]+\?\w+=[A-Za-z0-9_.-]+", source, re.ASCII)
        asked = Redirect(source, "/new/").queried
        assert asked and f"{asked.path}?{asked.name}={asked.value}" == source


@given(st.binary(max_size=80) | st.text(max_size=60).map(lambda text: f"'/{text}/': /new/{text}".encode()))
def test_whatever_the_file_says_is_read_or_refused(data: bytes) -> None:
    read = read_redirects(data)
    assert (read.value is None) == bool(read.problems)
    for one in read.value or ():
        assert one.source.isprintable() and one.source.startswith("/") and one.source == closed(one.source)
        assert one.target.isascii() and not set(one.target) & set(' "<>\\^`{|}\n')
