import pytest

from site_gen.theming.check import checked
from site_gen.theming.contract import VIEWS, check, closure, names_of
from site_gen.theming.environment import environment
from site_gen.theming.theme import BUILT_IN, REQUIRED
from tests.support import theme_of

FAULTS = [
    ({"post.html": "a\n{{ titel }}"}, "templates/post.html:2:4: 'titel' is not given to post.html."),
    ({"post.html": "{{ post.titel }}"}, "templates/post.html:1:9: 'post' has no 'titel'. Did you mean 'title'?"),
    ({"post.html": "\n\n{% if %}"}, "templates/post.html:3:1: Expected an expression"),
    ({"post.html": "{{ post.title|dat }}"}, "templates/post.html:1:1: No filter named 'dat'. Did you mean 'date'?"),
    ({"home.html": "{% extends 'bse.html' %}"}, "templates/home.html:1:13: The template 'bse.html' does not exist. Did"),
    ({"home.html": "{{ post.title }}"}, "templates/home.html:1:4: 'post' is not given to home.html."),
    ({"home.html": "{{ asset('a.css') }}"}, "templates/home.html:1:11: The theme has no static file 'a.css'."),
    ({"base.html": "{% extends 'base.html' %}"}, "templates/base.html:1:4: The template 'base.html' extends itself."),
    ({"rss.xml": "{{ post }}"}, "templates/rss.xml:1:4: 'post' is not given to rss.xml."),
]


@pytest.mark.parametrize(("site", "said"), FAULTS)
def test_a_theme_that_asks_for_what_no_page_gives(site: dict[str, str], said: str) -> None:
    theme = theme_of(site)
    problems = check(theme, environment(theme, "https://example.org/"))
    assert len(problems) == 1
    assert str(problems[0]).startswith(said)


def test_every_fault_is_found_at_once() -> None:
    site = {name: "{{ nothing_of_the_kind }}" for name in REQUIRED}
    theme = theme_of(site)
    problems, digests = checked(theme, "https://example.org/")
    assert {problem.path for problem in problems} == {f"templates/{name}" for name in REQUIRED}
    assert digests == {}


RIGHT = [
    {"home.html": "{% for post in posts %}{{ post.title }}{% endfor %}{{ site.title }}{{ page.url|absolute }}"},
    {"post.html": "{% set post = 1 %}{{ post }}{{ content.html }}"},
    {"home.html": "{% include 'absent.html' ignore missing %}{% include '_part.html' %}", "_part.html": "{{ posts|length }}"},
    {"year.html": "{{ range(3)|join }}{{ dict(a=1).a }}{% set ns = namespace(n=0) %}{{ ns.n }}"},
    {"post.html": "{{ newer.title if newer }}{{ attribution.url if attribution }}"},
]


@pytest.mark.parametrize("site", RIGHT)
def test_a_theme_that_asks_for_nothing_else(site: dict[str, str]) -> None:
    theme = theme_of(site)
    problems, digests = checked(theme, "https://example.org/")
    assert problems == ()
    assert set(digests) == set(theme.templates)


def test_a_template_and_all_that_it_uses() -> None:
    texts = {
        "a": "{% extends 'b' %}",
        "b": "{% include 'c' %}",
        "c": "{% from 'd' import x %}",
        "d": "",
        "e": "",
        "any": "{% include page.kind %}",
    }
    env = environment(theme_of(), "https://example.org/")
    trees = {name: env.parse(text) for name, text in texts.items()}
    assert closure("a", trees) == ("a", "b", "c", "d")
    assert closure("e", trees) == ("e",)
    assert closure("any", trees) == tuple(sorted(texts))


def test_a_templates_digest_moves_with_all_that_it_uses_and_with_nothing_else() -> None:
    _, before = checked(theme_of(), "https://example.org/")
    _, card = checked(theme_of({"_card.html": "{% macro card(post) %}{{ post.title }}{% endmacro %}"}), "https://example.org/")
    changed = {name for name in before if before[name] != card[name]}
    assert changed == {"_card.html", "post.html", "home.html", "tag.html", "year.html", "month.html"}


def test_every_page_has_a_view_and_every_view_site_and_page() -> None:
    assert set(VIEWS) == set(REQUIRED) | set(BUILT_IN)
    for view in VIEWS.values():
        names = names_of(view)
        assert {"site", "page"} <= set(names)
        assert "body" not in names
