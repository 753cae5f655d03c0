import pytest

from site_gen.markup.links import absolute_links, encoded, links_from_anywhere, rooted_links

PAGE = "https://example.org/news/2026/01/a/"


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ('<a href="/tags/">t</a>', '<a href="https://example.org/tags/">t</a>'),
        ('<a href="#note">t</a>', f'<a href="{PAGE}#note">t</a>'),
        ('<img alt="x" src="b.png">', f'<img alt="x" src="{PAGE}b.png">'),
        ('<a href="https://other.org/">t</a>', '<a href="https://other.org/">t</a>'),
        ('<a href="mailto:a@b.org">t</a>', '<a href="mailto:a@b.org">t</a>'),
        ('<a href="/a?b=1&amp;c=2">t</a>', '<a href="https://example.org/a?b=1&amp;c=2">t</a>'),
        ('<p>href="/x"</p>', '<p>href="/x"</p>'),
        ('<a href="http://[broken/">t</a>', '<a href="http://[broken/">t</a>'),
    ],
)
def test_absolute_addresses(html: str, made: str) -> None:
    assert absolute_links(html, PAGE) == made


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ('<a href="/tags/">t</a>', '<a href="/news/tags/">t</a>'),
        ('<a href="//cdn.org/x">t</a>', '<a href="//cdn.org/x">t</a>'),
        ('<a href="b/">t</a>', '<a href="b/">t</a>'),
        ('<img alt="" src="/a.png"><a href="/">t</a>', '<img alt="" src="/news/a.png"><a href="/news/">t</a>'),
    ],
)
def test_addresses_below_the_path_of_the_site(html: str, made: str) -> None:
    assert rooted_links(html, "/news") == made
    assert rooted_links(html, "") == html


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ('<a href="tags/">t</a>', '<a href="/news/tags/">t</a>'),
        ('<a href="/news/tags/">t</a>', '<a href="/news/tags/">t</a>'),
        ('<a href="#note">t</a>', '<a href="#note">t</a>'),
        ('<a href="https://other.org/">t</a>', '<a href="https://other.org/">t</a>'),
        ('<img alt="x" src="../b.png">', '<img alt="x" src="/b.png">'),
    ],
)
def test_links_that_work_at_any_address(html: str, made: str) -> None:
    assert links_from_anywhere(html, "/news/404.html") == made


@pytest.mark.parametrize(
    ("address", "made"),
    [
        ("/a b/", "/a%20b/"),
        ("/a%20b/?c=%", "/a%20b/?c=%25"),
        ('a"<>\\^`{|}', "a%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("https://x.org/é?a=1&b=[2]#c", "https://x.org/é?a=1&b=[2]#c"),
        ("\x02amp\x03#109; ", "\x02amp\x03#109; "),
    ],
)
def test_what_no_address_may_have_is_encoded(address: str, made: str) -> None:
    assert encoded(address) == made
    assert encoded(made) == made
