"""The lean code against Jinja2's own: what it puts out is the same."""

from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from site_gen.theming.compiler import escaped
from site_gen.theming.environment import environment
from tests.support import theme_of

PIECES = [
    "{{ text }}",
    "{{ marked }}{{ number }}",
    "{{ text ~ marked }}",
    "{{ text|upper|e }}",
    "{{ greet(text) }}",
    "{{ greet(text, end='!') }}",
    "{{ greet(*[text]) }}",
    "{{ greet(name=text) }}{{ greet(end=marked, name=number) }}",
    "{{ greet.name }}{{ greet.arguments|join }}{{ greet.caller }}",
    "{{ number }} <i> {{ text }} </i> {{ marked }}",
    "{{ tags[0].kind }}{{ tags.0.kind }}{% if tags[0].lost is defined %}!{% endif %}",
    "{% for group in tags|groupby('kind') %}{{ group.grouper }}{{ group.list|map(attribute='name')|join }}{% endfor %}",
    "{% for kind, found in tags|groupby('name') %}{{ kind }}{{ found|length }}{% endfor %}",
    "{{ text.upper() }}",
    "{% for n in range(2) %}{{ loop.index }}{{ greet(n) }}{% endfor %}",
    "{% autoescape false %}{{ text }}{{ greet(text) }}{% endautoescape %}",
    "{% autoescape number == 1 %}{{ text }}{{ greet(text) }}{% endautoescape %}",
    "{% call(x) around(text) %}{{ x }}{{ greet(x) }}{% endcall %}",
    "{% filter upper %}{{ text }}{{ greet(text) }}{% endfilter %}",
    "{% set a = greet(text) %}{{ a }}{{ a|length }}",
    "{% set b %}{{ text }}{% endset %}{{ b }}",
    "{% if greet(text) %}y{% endif %}",
]
HEAD = (
    "{% macro greet(name, end='.') %}<b>{{ name }}</b>{{ end }}{% endmacro %}"
    "{% macro around(x) %}[{{ caller(x) }}]{% endmacro %}"
)
KINDS = (("b", "c"), ("a", "x"), ("B", "<"), ("a", "<"), ("A", "y"))
GIVEN: dict[str, Any] = {"text": 'a <b> & "c"', "marked": Markup("<i>"), "number": 1}
GIVEN["tags"] = [{"kind": kind, "name": name} for kind, name in KINDS]


def plain(text: str, name: str) -> str:
    env = jinja2.Environment(
        autoescape=name.endswith(".html"), undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True, loader=jinja2.DictLoader({name: text}),
    )  # fmt: skip
    return env.get_template(name).render(GIVEN)


@pytest.mark.parametrize("name", ["page.html", "robots.txt"])
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))
def test_the_lean_code_puts_out_what_jinjas_own_does(pieces: list[str], name: str) -> None:
    text = HEAD + "\n".join(pieces)
    lean = environment(theme_of({}, {name: text}), "https://example.org/").get_template(name)
    assert lean.render(GIVEN) == plain(text, name)


@given(st.one_of(st.text(), st.integers(), st.none(), st.text().map(Markup), st.text().map(escape)))
def test_escaped_is_markupsafes_escape(value: object) -> None:
    assert str(escaped(value)) == str(escape(value))


def test_what_is_imported_is_what_the_other_template_has() -> None:
    texts = {
        "page.html": "{% from 'part.html' import greet as hi, lost %}{{ hi('<') }}{{ lost is defined }}",
        "part.html": HEAD,
    }
    env = environment(theme_of({}, texts), "https://example.org/")
    assert env.get_template("page.html").render() == "<b>&lt;</b>.False"


WRONG = ["{{ nobody(1) }}", "{{ greet(1, 2, 3) }}", "{{ greet(1, name=2) }}", "{{ greet(1, odd=2) }}", "{{ text() }}"]


@pytest.mark.parametrize("text", WRONG)
def test_a_call_that_cannot_be_is_an_error_of_the_template(text: str) -> None:
    template = environment(theme_of({}, {"page.html": HEAD + text}), "https://example.org/").get_template("page.html")
    with pytest.raises((jinja2.UndefinedError, TypeError)):
        template.render(GIVEN)
