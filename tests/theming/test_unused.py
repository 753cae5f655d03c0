"""A template that nothing uses is misspelt or left over: a warning, and none where something uses it."""

from collections.abc import Mapping

import pytest

from site_gen.theming.check import checked
from site_gen.theming.theme import BUILT_IN, REQUIRED
from site_gen.theming.unused import suggested_template
from tests.support import theme_of


def warned(*layers: Mapping[str, str]) -> list[str]:
    return [str(one) for one in checked(theme_of(*layers), "https://example.org/").warnings]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("psot.html", "post.html"),
        ("post.htm", "post.html"),
        ("post.html.j2", "post.html"),
        ("Home.html", "home.html"),
        ("notfound.html", ""),
        ("_sidebar.html", ""),
    ],
)
def test_the_template_that_was_meant(written: str, meant: str) -> None:
    assert suggested_template(written, (*REQUIRED, *BUILT_IN)) == meant


def test_a_misspelt_template_of_the_site_and_of_its_theme() -> None:
    what = "No page is made with this template, and no other template refers to it. Did you mean 'post.html'?"
    assert warned({"psot.html": "x"}) == [f"templates/psot.html: {what}"]
    assert warned({}, {"psot.html": "x"}) == [f"themes/t0/templates/psot.html: {what}"]


def test_a_part_that_no_template_includes() -> None:
    [warning] = warned({"_mine.html": "x"})
    assert warning.startswith("templates/_mine.html: No page") and warning.endswith("or delete it.")


USED: list[tuple[Mapping[str, str], ...]] = [
    ({"_mine.html": "x", "404.html": "{% include '_mine.html' %}"},),
    ({"404.html": "x"}, {"_mine.html": "x", "404.html": "{% include '_mine.html' %}"}),  # for what the site replaced
    ({"mine.html": "x", "404.html": "{% set t = 'mine.html' %}{% include t %}"},),
    ({"rss.xml": "x", "post.md": "x"},),
]


@pytest.mark.parametrize("layers", USED)
def test_a_template_that_is_used(layers: tuple[Mapping[str, str], ...]) -> None:
    assert warned(*layers) == []


def test_a_near_miss_is_said_even_where_names_are_known_only_at_run_time() -> None:
    assert warned({"psot.html": "x", "404.html": "{% set t = '_figure.html' %}{% include t %}"}) != []
