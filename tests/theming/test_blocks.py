"""A block that no ancestor has, one that an override dropped, one that must be filled: each is one problem."""

from collections.abc import Mapping

import pytest

from site_gen.theming.check import Checked, checked
from tests.support import theme_of

BASE = "{% block head %}h{% endblock %}{% block main required %}{% endblock %}"
CHILD = "{% extends 'frame.html' %}{% block main %}x{% endblock %}"


def check(*layers: Mapping[str, str]) -> Checked:
    return checked(theme_of(*layers), "https://example.org/")


def said(*layers: Mapping[str, str]) -> list[str]:
    return [str(problem) for problem in check(*layers).problems]


def test_a_block_that_no_ancestor_has_is_blamed_on_the_child() -> None:
    child = "{% extends 'frame.html' %}\n{% block main %}{% endblock %}\n{% block haed %}x{% endblock %}"
    assert said({"post.html": child}, {"frame.html": BASE}) == [
        "templates/post.html:3:10: 'frame.html' has no block 'haed', so what is in it would be shown nowhere. "
        "Did you mean 'head'?"
    ]


def test_a_misspelt_required_block_is_one_problem_not_two() -> None:
    child = "{% extends 'frame.html' %}{% block contnt %}x{% endblock %}"
    assert said({"post.html": child}, {"frame.html": BASE}) == [
        "templates/post.html:1:36: 'frame.html' has no block 'contnt', so what is in it would be shown nowhere. "
        "It has: head, main."
    ]


def test_a_required_block_that_is_not_filled_is_blamed_on_the_page_s_template() -> None:
    assert said({"post.html": "{% extends 'frame.html' %}"}, {"frame.html": BASE}) == [
        "templates/post.html:1:4: 'post.html' must fill the block 'main' of 'frame.html'. "
        "Write {% block main %}...{% endblock %}."
    ]


def test_an_override_without_the_blocks_that_others_fill_is_blamed_once() -> None:
    pages = dict.fromkeys(("post.html", "home.html", "tag.html"), CHILD)
    [problem] = check({"frame.html": "{% block head %}{% endblock %}"}, pages | {"frame.html": BASE}).problems
    assert str(problem).startswith(
        "templates/frame.html:1:1: This template lacks the block 'main', which home.html and 2 others fill."
    )


def test_an_override_that_drops_what_pages_add_to_their_own_is_a_warning() -> None:
    page = CHILD + "{% block head %}{{ super() }}more{% endblock %}"
    check_ = check({"frame.html": "{% block main %}{% endblock %}"}, {"post.html": page, "frame.html": BASE})
    assert check_.problems == ()
    assert [warning.path for warning in check_.warnings] == ["templates/frame.html"]


def test_super_in_a_template_that_replaces_another() -> None:
    [problem] = said({"frame.html": "{% block head %}\n{{ super() }}{% endblock %}"}, {"frame.html": BASE})
    assert problem.startswith("templates/frame.html:2:4: No template above has the block 'head'")


RIGHT: list[tuple[Mapping[str, str], ...]] = [
    ({"post.html": CHILD}, {"frame.html": BASE}),
    ({"post.html": "{% extends 'mid.html' %}", "mid.html": CHILD}, {"frame.html": BASE}),
    ({"post.html": CHILD + "{% block head %}{{ super() }}{% endblock %}"}, {"frame.html": BASE}),
    (
        {"post.html": "{% extends 'frame.html' %}{% block main %}{% block inner %}{% endblock %}{% endblock %}"},
        {"frame.html": BASE},
    ),
    ({"post.html": "{% block alone %}x{% endblock %}"},),
    ({"post.html": "{% set t = 'frame.html' %}{% extends t %}{% block any %}{% endblock %}"}, {"frame.html": BASE}),
]


@pytest.mark.parametrize("layers", RIGHT)
def test_blocks_that_are_right(layers: tuple[Mapping[str, str], ...]) -> None:
    assert said(*layers) == []
