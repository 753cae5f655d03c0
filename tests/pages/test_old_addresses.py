"""Addresses without a page that are answered all the same."""

import pytest

from site_gen.model.redirect import GONE, Redirect
from site_gen.pages.old_addresses import old_addresses

OWN = (
    Redirect("/old/", "/new/"),
    Redirect("/file.txt", "/new/"),
    Redirect("/series/*", "/new/:splat"),
    Redirect("/away/", "", GONE),
    Redirect("/past/*", "", GONE),
    Redirect("/a.b:c/", "/new/"),
)
FILE = """# a comment
/by-hand/ /new/ 301
/any/* /x/ 302!
https://a.test/ /y/
/one/:name/x /y/

/x.html /
/withdrawn/ /404.html 410
/nowhere/ /404.html 404
/lonely
/%C3%A9/ /x/
"""


@pytest.mark.parametrize(
    ("address", "leads", "answers"),
    [
        ("/old/", True, True),
        ("/old", True, True),
        ("/older/", False, False),
        ("/file.txt", True, True),
        ("/series/a/b/", True, True),
        ("/serie/a/", False, False),
        ("/away/", False, True),
        ("/past/a/", False, True),
        ("/a.b:c/", True, True),
        ("/aXb:c/", False, False),
        ("/by-hand/", True, True),
        ("/any/thing", True, True),
        ("/one/two/x", True, True),
        ("/one/two/three/x", False, False),
        ("/x.html", True, True),
        ("/withdrawn/", False, True),
        ("/nowhere/", False, False),
        ("/lonely", False, False),
        ("/é/", True, True),
    ],
)
def test_from_redirects_and_from_a_file(address: str, leads: bool, answers: bool) -> None:
    old = old_addresses(OWN, FILE)
    assert (old.is_redirected(address), old.is_answered(address)) == (leads, answers)


def test_below_a_path() -> None:
    old = old_addresses((), "/desk/old/ /desk/new/\n/other/ /desk/\n", "/desk")
    assert (old.is_redirected("/old/"), old.is_redirected("/other/")) == (True, False)


def test_none() -> None:
    assert not old_addresses(()).is_answered("/")
