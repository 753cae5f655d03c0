"""redirects.yaml; what is refused stands in tests/broken/redirect-*."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.problem import Problem
from site_gen.model.redirect import GONE, Redirect
from site_gen.reading.redirects import read_redirects
from site_gen.urls import closed


@pytest.mark.parametrize(
    ("line", "redirect"),
    [
        ("/old/: /new/", Redirect("/old/", "/new/", 301, 1)),
        ("/old: /new/ 302", Redirect("/old/", "/new/", 302, 1)),
        ("/old.html: https://example.org/a?b=c#d 308", Redirect("/old.html", "https://example.org/a?b=c#d", 308, 1)),
        ("/old/: gone", Redirect("/old/", "", GONE, 1)),
        ("/old/: 410", Redirect("/old/", "", GONE, 1)),
        ("/old/*: /new/:splat", Redirect("/old/*", "/new/:splat", 301, 1)),
        ("/caf%C3%A9/: /new/", Redirect("/café/", "/new/", 301, 1)),
        ("/an old place/: /neu/über uns/", Redirect("/an old place/", "/neu/%C3%BCber%20uns/", 301, 1)),
        ("'/a;b{c}$d\"e/': /new/", Redirect('/a;b{c}$d"e/', "/new/", 301, 1)),
        ("/old/: '/new/\"quoted\"{x}'", Redirect("/old/", "/new/%22quoted%22%7Bx%7D", 301, 1)),
    ],
)
def test_a_line_is_a_redirect(line: str, redirect: Redirect) -> None:
    assert read_redirects(line.encode()) == (redirect,)


def test_lines_are_counted_and_nothing_is_nothing() -> None:
    assert list(read_redirects(b"# Moved.\n\n/a/: /b/\n\n/c/: gone\n")) == [
        Redirect("/a/", "/b/", 301, 3),
        Redirect("/c/", "", GONE, 5),
    ]
    assert read_redirects(b"") == read_redirects(b"# nothing yet\n") == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/x/: //evil.example/", "leads nowhere"),
        ("/x/: /%2F/evil.example/", "leads nowhere"),
        ("/x/: /a\\b", "leads nowhere"),
        ("/x/: https://a@evil.example/", "leads nowhere"),
        ("/x/: https://example.org:x/", "leads nowhere"),
        ("/x/: /a/%2e%2e/b/", "leads nowhere"),
        ("/%2e%2e/x/: /a/", "is no address on this site"),
        ("/.site_gen/: /a/", "is no address on this site"),
        ("/%ff/: /a/", "holds a character"),
        ("/*: /a/", "stands for too much"),
        ("/old*: /a/", "may only be the last part"),
    ],
)
def test_what_is_no_redirect_is_a_problem(line: str, words: str) -> None:
    (problem,) = read_redirects(line.encode())
    assert isinstance(problem, Problem) and words in problem.what


@given(st.binary(max_size=80) | st.text(max_size=60).map(lambda text: f"'/{text}/': /new/{text}".encode()))
def test_whatever_the_file_says_is_read_or_refused(data: bytes) -> None:
    for one in read_redirects(data):
        if isinstance(one, Redirect):
            assert one.source.isprintable() and one.source.startswith("/") and one.source == closed(one.source)
            assert one.target.isascii() and not set(one.target) & set(' "<>\\^`{|}\n')
