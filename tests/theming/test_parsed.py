import jinja2
import pytest

from site_gen.model.theme import Template
from site_gen.theming.environment import environment
from site_gen.theming.parsed import Parsed, closure, parsed
from tests.support import theme_of

ENV = environment(theme_of(), "https://example.org/")


def read(name: str, text: str) -> Parsed:
    return parsed(Template(name, text, f"templates/{name}"), ENV)


def test_a_template_and_all_that_it_uses() -> None:
    texts = {
        "a": "{% extends 'b' %}",
        "b": "{% include 'c' %}",
        "c": "{% from 'd' import x %}{% include 'absent' ignore missing %}",
        "d": "{% include 'a' %}",
        "e": "",
        "any": "{% include page.kind %}",
    }
    templates = {name: read(name, text) for name, text in texts.items()}
    assert closure("a", templates) == closure("d", templates) == ("a", "b", "c", "d")
    assert closure("e", templates) == ("e",)
    assert closure("any", templates) == tuple(sorted(texts))


def test_what_a_template_asks_for_and_what_it_sets() -> None:
    text = """{% extends 'base.html' %}
{% from '_card.html' import card, when as moment %}{% import '_data.html' as data %}
{% set a, b = 1, 2 %}{% macro m(x) %}{{ x }}{% endmacro %}
{% block main %}
{{ post.title }}{{ asset('style.css') }}{% for tag in post.tags %}{{ tag.name }}{% endfor %}
{% once post %}{{ card(post) }}{% endonce %}
{% endblock %}"""
    one = read("post.html", text)
    assert one.parent == ("base.html", 1)
    assert one.borrowed == {"card": "_card.html", "moment": "_card.html", "data": "_data.html"}
    assert one.at_top == {"card", "moment", "data", "a", "b", "m"}
    assert "post" in one.undeclared and "asset" not in one.undeclared
    assert ("post", "title", 5) in one.reads
    assert one.loads["post"] == 5
    assert one.assets == (("asset", "style.css", 5),)
    assert [(part.line, len(part.keys)) for part in one.parts] == [(6, 1)]
    assert set(one.macros) == {"m"}


def test_a_template_that_cannot_be_read_says_where() -> None:
    with pytest.raises(jinja2.TemplateSyntaxError) as caught:
        read("post.html", "a\n{% if %}")
    assert caught.value.lineno == 2
