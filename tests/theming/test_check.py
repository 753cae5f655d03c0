from pathlib import Path

import pytest

from site_gen.model.ledger import ThemeFact
from site_gen.model.settings import Settings, ThemeChoice
from site_gen.pipeline.load_theme import load_theme, validated_theme
from site_gen.theming.check import checked
from site_gen.theming.theme import REQUIRED
from tests.support import theme_of

FAULTS = [
    ({"post.html": "a\n{{ titel }}"}, "templates/post.html:2:4: 'titel' is not given to post.html."),
    ({"post.html": "{{ post.titel }}"}, "templates/post.html:1:9: 'post' has no 'titel'. Did you mean 'title'?"),
    ({"post.html": "\n\n{% if %}"}, "templates/post.html:3:1: Expected an expression"),
    ({"post.html": "{{ post.title|dat }}"}, "templates/post.html:1:1: No filter named 'dat'. Did you mean 'date'?"),
    (
        {"home.html": "{% extends 'bse.html' %}"},
        "templates/home.html:1:13: The template 'bse.html' does not exist. Did",
    ),
    ({"home.html": "{{ post.title }}"}, "templates/home.html:1:4: 'post' is not given to home.html."),
    ({"home.html": "{{ asset('a.css') }}"}, "templates/home.html:1:11: The theme has no static file 'a.css'."),
    ({"base.html": "{% extends 'base.html' %}"}, "templates/base.html:1:4: The template 'base.html' extends itself."),
    ({"rss.xml": "{{ post }}"}, "templates/rss.xml:1:4: 'post' is not given to rss.xml."),
]


@pytest.mark.parametrize(("site", "said"), FAULTS)
def test_a_theme_that_asks_for_what_no_page_gives(site: dict[str, str], said: str) -> None:
    theme = theme_of(site)
    problems = checked(theme, "https://example.org/")[0]
    assert len(problems) == 1
    assert str(problems[0]).startswith(said)


def test_files_that_a_template_cannot_have() -> None:
    asked = "{{ integrity('a.png') }}{{ integrity('b.css') }}{{ asset('_part.css') }}{{ integrity('style.css') }}"
    theme = theme_of({"home.html": asked}, {}, static={"a.png": b"x"}, sheets=({"style.css": "", "_part.css": ""},))
    assert [str(problem) for problem in checked(theme, "https://example.org/")[0]] == [
        "templates/home.html:1:15: 'a.png' has no integrity hash. Only stylesheets and scripts have one.",
        "templates/home.html:1:39: The theme has no static file 'b.css'. Known: a.png, style.css.",
        "templates/home.html:1:59: The stylesheet '_part.css' is part of others and not published by itself. "
        "Give it a name that does not begin with '_'.",
    ]


def test_every_fault_is_found_at_once() -> None:
    site = dict.fromkeys(REQUIRED, "{{ nothing_of_the_kind }}")
    theme = theme_of(site)
    problems, digests, _ = checked(theme, "https://example.org/")
    assert {problem.path for problem in problems} == {f"templates/{name}" for name in REQUIRED}
    assert digests == {}


RIGHT = [
    {"home.html": "{% for post in posts %}{{ post.title }}{% endfor %}{{ site.title }}{{ page.url|absolute }}"},
    {"post.html": "{% set post = 1 %}{{ post }}{{ content.html }}"},
    {
        "home.html": "{% include 'absent.html' ignore missing %}{% include '_part.html' %}",
        "_part.html": "{{ posts|length }}",
    },
    {"year.html": "{{ range(3)|join }}{{ dict(a=1).a }}{% set ns = namespace(n=0) %}{{ ns.n }}"},
    {"post.html": "{{ newer.title if newer }}{{ attribution.url if attribution }}"},
]


@pytest.mark.parametrize("site", RIGHT)
def test_a_theme_that_asks_for_nothing_else(site: dict[str, str]) -> None:
    theme = theme_of(site)
    problems, digests, _ = checked(theme, "https://example.org/")
    assert problems == ()
    assert set(digests) == set(theme.templates)


def test_a_templates_digest_moves_with_all_that_it_uses_and_with_nothing_else() -> None:
    _, before, _ = checked(theme_of(), "https://example.org/")
    _, card, _ = checked(
        theme_of({"_card.html": "{% macro card(post) %}{{ post.title }}{% endmacro %}"}), "https://example.org/"
    )
    changed = {name for name in before if before[name] != card[name]}
    assert changed == {"_card.html", "post.html", "home.html", "tag.html", "year.html", "month.html"}


@pytest.mark.parametrize("name", ["broadsheet", "plain", "wire"])
def test_the_themes_that_come_with_the_program_are_right(tmp_path: Path, name: str) -> None:
    theme = load_theme(tmp_path, Settings(theme=ThemeChoice(name=name)))
    validated_theme(theme, Settings(), ThemeFact("", {}))
    problems, digests, _ = checked(theme, "https://example.org/news/")
    assert problems == ()
    assert all(len(digest) == 32 for digest in digests.values())


def test_the_plain_theme_inherits_from_the_broadsheet_and_differs_where_it_says(tmp_path: Path) -> None:
    plain = load_theme(tmp_path, Settings(theme=ThemeChoice(name="plain")))
    broadsheet = load_theme(tmp_path, Settings())
    own = {name for name, template in plain.templates.items() if template.path.startswith("themes/plain/")}
    assert "base.html" in own
    assert set(broadsheet.templates) <= set(plain.templates)
    for name, template in broadsheet.templates.items():
        assert (plain.templates[name] == template) == (name not in own)
    assert plain.sheets["style.css"] != broadsheet.sheets["style.css"]
    assert plain.static["social.png"] == broadsheet.static["social.png"]


def test_what_is_known_of_unedited_templates_holds_beside_an_edited_one() -> None:
    """A macro that an edited part gains or loses is seen by the templates that use it."""
    asks = "{% from '_part.html' import named %}{{ named(site) }}"
    for part in ("{% macro named(x) %}{{ x.title }}{% endmacro %}", "{{ nothing }}") * 2:
        theme = theme_of({"home.html": asks, "_part.html": part})
        problems = [str(problem) for problem in checked(theme, "https://example.org/")[0]]
        assert bool(problems) == ("nothing" in part), problems
