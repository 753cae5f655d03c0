"""Addresses, paths and links: one follows from the other, there and back."""

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.deploy.links import broken_links
from site_gen.model.settings import PlainSettings
from site_gen.pages.plan import plan
from site_gen.preview.addresses import Destination, destination_of
from site_gen.text.paths import path_fault
from site_gen.urls import (
    address_in,
    address_of,
    card_address,
    closed,
    decoded,
    encoded,
    file_at,
    full_address,
    markdown_address,
    path_of,
    root_of,
)
from tests.support import entry, site_of

PARTS = st.sampled_from(
    [
        "a",
        "index",
        "index.html",
        "xindex.html",
        "новости",
        "中文",
        "été",
        "a b",
        "50%",
        "%20",
        "a?b#c",
        "a.html",
        "x+y&z",
        "(1)",
    ]
)
PATHS = (
    st.lists(PARTS, min_size=1, max_size=4)
    .flatmap(lambda parts: st.sampled_from(["", "/index.html", ".html", ".xml"]).map(lambda end: "/".join(parts) + end))
    .filter(lambda path: not path_fault(path))
)
ROOTS = st.sampled_from(["", "/news", "/a/b", "/n%C3%A9ws", "/été"])


@given(PATHS)
def test_a_path_is_that_of_its_address(path: str) -> None:
    address = address_of(path)
    assert path_of(address) == path
    assert address.startswith("/") and not address.endswith("/index.html")
    assert file_at(address, {path}) == path


@given(PATHS, ROOTS)
def test_a_link_leads_to_its_file_wherever_the_site_is(path: str, root: str) -> None:
    """Through everything that a link goes through: settings, a page, a reader's request, a check of links."""
    base = f"https://example.org{root}/"
    link = full_address(base, encoded(address_of(path)))
    found = address_in(root_of(base), decoded(link))
    assert found is not None and path_of(found) == path
    if all(character.isprintable() for character in path):
        raw = encoded(unquote(urlsplit(link).path)).encode()
        assert destination_of(raw, root_of(base), {path}) == Destination(path)
    page = f'<a href="{link.replace("&", "&amp;")}">x</a>'.encode()
    assert broken_links([path], lambda _: page, {path}, base) == ()


@given(PATHS, PATHS)
def test_a_link_from_page_to_page_is_found(here: str, there: str) -> None:
    base = "https://example.org/news/"
    relative = encoded(address_of(there)).removeprefix("/")
    up = "../" * address_of(here)[1:].count("/")
    page = f'<a href="./{up}{relative.replace("&", "&amp;")}">x</a>'.encode()
    at = full_address(base, encoded(address_of(here)))
    assert urljoin(at, f"./{up}{relative}") == full_address(base, encoded(address_of(there)))
    assert broken_links([here], lambda _: page, {here, there}, base) == ()


@pytest.mark.parametrize("permalink", ["/{year}/{slug}/", "/{year}/{slug}.html", "/{slug}.html"])
def test_every_page_of_a_site_has_the_path_of_its_address(permalink: str) -> None:
    posts = (
        entry(str(n), title, tags=["Ärger", "x"], thread="T") for n, title in enumerate(("Über", "中文", "С места"))
    )
    plain = PlainSettings(markdown=True, llms=True)
    made, problems = plan(site_of(*posts, permalink=permalink, page_size=1, plain=plain))
    assert not problems
    for page in made.pages:
        assert path_of(address_of(page.path)) == page.path
        assert page.info.kind == "redirect" or address_of(page.path) == page.info.url


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "/"),
        ("a/index.html", "/a/"),
        ("a/b.png", "/a/b.png"),
        ("xindex.html", "/xindex.html"),
        ("a/xindex.html", "/a/xindex.html"),
        ("tags/a/feed.xml", "/tags/a/feed.xml"),
    ],
)
def test_addresses_of_files(path: str, address: str) -> None:
    assert (address_of(path), path_of(address)) == (address, path)


def test_a_folder_answers_without_its_slash_and_a_file_not_with_one() -> None:
    files = {"index.html", "a/index.html", "b.html"}
    asked = ("/", "/a/", "/a", "/a/index.html", "/b.html", "/b.html/", "/b", "//a")
    found = ["index.html", "a/index.html", "a/index.html", "a/index.html", "b.html", "", "", ""]
    assert [file_at(address, files) for address in asked] == found


@pytest.mark.parametrize(
    ("root", "path", "address"),
    [
        ("", "", "/"),
        ("", "/a", "/a"),
        ("/news", "/news", "/"),
        ("/news", "/news/", "/"),
        ("/news", "/news/a/", "/a/"),
        ("/news", "/newsletter/", None),
        ("/news", "/", None),
        ("/n%C3%A9ws", "/néws/a", "/a"),
    ],
)
def test_an_address_below_a_path(root: str, path: str, address: str | None) -> None:
    assert address_in(root, path) == address


@pytest.mark.parametrize(
    ("address", "full"),
    [
        ("/tags/", "https://example.org/news/tags/"),
        ("/", "https://example.org/news/"),
        ("https://other.org/x", "https://other.org/x"),
        ("//cdn.org/x", "//cdn.org/x"),
        ("#part", "#part"),
    ],
)
def test_full_addresses(address: str, full: str) -> None:
    assert full_address("https://example.org/news/", address) == full
    assert (root_of("https://example.org/"), root_of("https://example.org/a/b/")) == ("", "/a/b")


def test_an_address_is_closed_where_it_names_no_file() -> None:
    asked = ("/a", "/a/", "/a.html", "/a/*", "/v1.2/x")
    assert [closed(one) for one in asked] == ["/a/", "/a/", "/a.html", "/a/*", "/v1.2/x/"]


@pytest.mark.parametrize(
    ("url", "markdown", "card"),
    [
        ("/2025/01/talks/", "/2025/01/talks/index.md", "/2025/01/talks/card.png"),
        ("/2025/talks.html", "/2025/talks.md", "/2025/talks-card.png"),
        ("/a.html.html", "/a.html.md", "/a.html-card.png"),
    ],
)
def test_what_belongs_to_a_post_is_beside_it(url: str, markdown: str, card: str) -> None:
    assert (markdown_address(url), card_address(url)) == (markdown, card)
