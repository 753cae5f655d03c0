import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.paths import path_fault
from site_gen.text.slug import is_slug, slugify

GOOD = ("/", "", "a", "/a/", "/2026/01/a-post/", "index.html", "/.well-known/security.txt", ".htaccess",
        "/wiki/Foo:Bar/",
        "/console/", "/com10/", "/content/", "/nul-points/", "/git/", "/x.git/", "/ünï/ж", "/a b/",
        "/.github/x")  # fmt: skip
BAD = ("/.git/config", "/.GIT/x", "/a/.git", "/.git./x", "/.git /x", "/.g\u200cit/x", "/git~1/x", "/.hg/x", "/.svn/",
       "/.site_gen/", "/.site_gen-tmp/x", "/.site_gen.manifest/", "/.SITE_GEN-tmp/", "/con/", "/CON", "/nul.txt",
        "/a/aux/b",
       "/Com1/", "/lpt9.html", "/com\u00b9/", "/conin$/", "/../a", "/a/../b", "/./a", "/a//b", "/a\\b", "/a\x00b",
        "/a\nb",
       "/a\x7f", "/a\u2028b", "/a. /", "/a./", "/ a/", "/a /", "/" + "x" * 251, "/\u00a0a/", "/con .txt")  # fmt: skip


@pytest.mark.parametrize("path", GOOD)
def test_a_path_that_a_file_may_have(path: str) -> None:
    assert path_fault(path) == ""


@pytest.mark.parametrize("path", BAD)
def test_a_path_that_no_file_may_have(path: str) -> None:
    assert path_fault(path).startswith(("has ", "contains "))


@given(st.text(max_size=40))
def test_what_is_made_a_slug_may_be_a_path(text: str) -> None:
    slug = slugify(text)
    assert path_fault(slug) == "" and (not slug or is_slug(slug))


@pytest.mark.parametrize("name", ["CON", "nul", "Aux", "COM1"])
def test_a_name_of_a_device_gets_something_before_it(name: str) -> None:
    assert slugify(name) == f"x-{name.lower()}"
