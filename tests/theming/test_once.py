import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.theming.check import checked
from site_gen.theming.environment import environment
from tests.support import ROOT, theme_of


def render(text: str, *pages: dict[str, object]) -> list[str]:
    """A template rendered on several pages in one process."""
    env = environment(theme_of({}, {"post.html": text}), "https://example.org/")
    return [env.get_template("post.html").render(page) for page in pages]


def test_a_part_is_the_same_on_each_page_but_for_its_keys() -> None:
    text = "{{ n }}{% once site, post %}[{{ site }}{{ post }}]{% endonce %}"
    pages = [{"site": "s", "post": post, "n": n} for n, post in enumerate(("a", "b", "a<"))]
    assert render(text, *pages) == ["0[sa]", "1[sb]", "2[sa&lt;]"]


def test_two_parts_do_not_share_what_they_are() -> None:
    text = "{% once site %}a{{ site }}{% endonce %}{% once site %}b{{ site }}{% endonce %}{% once %}c{% endonce %}"
    assert render(text, {"site": "s"}, {"site": "t"}) == ["asbsc", "atbtc"]


def test_parts_compiled_in_different_processes_are_with_distinct_moments(tmp_path: Path) -> None:
    base = "{% once %}masthead{% endonce %} {% block main %}{% endblock %}"
    home = "{% extends 'base.html' %}{% block main %}{% once %}HOME{% endonce %}{% endblock %}"
    told = f"""
import sys
from site_gen.storage.templates import CompiledTemplates
from site_gen.theming.environment import environment
from tests.support import ROOT, theme_of

env = environment(theme_of({{}}, {{"base.html": {base!r}, "home.html": {home!r}}}), "")
env.bytecode_cache = CompiledTemplates({str(tmp_path)!r}, "")
print(env.get_template(sys.argv[1] + ".html").render())
"""
    for name, said in (("base", "masthead \n"), ("home", "masthead HOME\n")):  # the second one finds the base compiled
        done = subprocess.run([sys.executable, "-c", told, name], capture_output=True, text=True, cwd=ROOT)
        assert done.stdout == said, done.stderr


def test_equal_keys_of_different_kinds_are_different() -> None:
    assert render("{% once n %}{{ n }}{% endonce %}", {"n": 1}, {"n": True}, {"n": 1.0}) == ["1", "True", "1.0"]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("{% once %}{{ post.title }}{% endonce %}", "post"),
        ("{% once site %}{{ page.url }}{% endonce %}", "page"),
        ("{% macro m() %}{{ post.title }}{% endmacro %}{% once %}{{ m() }}{% endonce %}", "post"),
    ],
)
def test_a_part_that_differs_between_pages_is_refused(text: str, odd: str) -> None:
    theme = theme_of({"post.html": text})
    problems = checked(theme, "https://example.org/")[0]
    assert [problem.what for problem in problems if "rendered once" in problem.what] == [
        f"'{odd}' differs between pages, and this part is rendered once."
    ]


@pytest.mark.parametrize(
    "text", ["{% once post %}{{ post.title }}{{ site.title }}{% endonce %}", "{% once post.url, site %}x{% endonce %}"]
)
def test_a_part_that_names_its_keys_is_right(text: str) -> None:
    theme = theme_of({"post.html": text})
    assert checked(theme, "https://example.org/")[0] == ()
