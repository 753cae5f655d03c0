"""Links that lead nowhere within the site."""

import pytest

from site_gen.deploy.links import broken_links

FILES = {"index.html": b"", "a/index.html": b"", "b.html": b"", "style.css": b"", "é/index.html": b"", "a/p.png": b""}
GOOD = (
    '<a href="/">',
    '<a href="/a/">',
    "<a href='/a'>",
    "<a href=/b.html>",
    '<a href="p.png">',
    '<a href="../style.css?x=1#y">',
    '<a href="#here">',
    '<a href="//elsewhere.test/x">',
    '<a href="https://elsewhere.test/x">',
    '<a href="https://news.test/a/">',
    '<a href="mailto:a@b.test">',
    '<a href="/%C3%A9/">',
    '<img srcset="p.png 1x, /a/p.png 2x" src="p.png">',
    '<!-- <a href="/gone/"> -->',
    "<script>x = \"<a href='/gone/'>\";</script>",
    '<p>&lt;a href="/gone/"&gt;</p>',
    '<a title="a > b" data-href="/gone/" href="/a/">',
    '<a href="http://[broken">',
)
BAD = {
    '<a href="/gone/">': "/gone/",
    '<a href="/b">': "/b",
    '<a title="a > b" href="/gone/">': "/gone/",
    "<A HREF='/a/gone.png'>": "/a/gone.png",
    '<img src="gone.png" alt="">': "gone.png",
    '<img srcset="p.png 1x, /gone.png 2x">': "/gone.png",
    '<link rel="stylesheet" href="/gone.css">': "/gone.css",
    '<script src="/gone.js"></script>': "/gone.js",
    '<a href="https://news.test/gone/">': "https://news.test/gone/",
    '<a href="/a/&amp;/">': "/a/&/",
}


@pytest.mark.parametrize("text", GOOD)
def test_what_leads_somewhere_or_elsewhere(text: str) -> None:
    assert broken_links(["a/index.html"], lambda _: text.encode(), FILES, "https://news.test/") == ()


@pytest.mark.parametrize(("text", "link"), BAD.items())
def test_what_leads_nowhere(text: str, link: str) -> None:
    found = broken_links(["a/index.html"], lambda _: text.encode(), FILES, "https://news.test/")
    assert found == (("a/index.html", link),)


def test_an_address_without_a_file_from_which_readers_are_redirected() -> None:
    page = b'<a href="/old/x/"><a href="../old">'
    found = broken_links(["a/index.html"], lambda _: page, FILES, "https://news.test/", lambda url: url == "/old/x/")
    assert found == (("a/index.html", "../old"),)


def test_a_site_below_a_path() -> None:
    def page(_: str) -> bytes:
        return b'<a href="/desk/a/"><a href="/desk/"><a href="/a/"><a href="https://news.test/desk/gone/">'

    found = broken_links(["a/index.html"], page, FILES, "https://news.test/desk/")
    assert sorted(one.link for one in found) == ["/a/", "https://news.test/desk/gone/"]
