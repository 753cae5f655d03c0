"""Strings of the interface in templates, in the language of the environment."""

from typing import Any

import pytest

from site_gen.text.language.catalog import Catalog
from site_gen.theming.environment import environment
from tests.support import theme_of


class Shouting(Catalog):
    """A language that is English in capitals, with names as they are."""

    def __init__(self) -> None:
        super().__init__("x-loud")

    def gettext(self, message: str) -> str:
        return message.upper().replace("%(NAME)S", "%(name)s")

    def ngettext(self, one: str, many: str, number: int) -> str:
        return super().ngettext(one, many, number).upper().replace("%(NUM)S", "%(num)s")


def rendered(text: str, name: str = "a.html", **values: Any) -> str:
    template = environment(theme_of({}, {name: text}), "https://example.org/", Shouting()).get_template(name)
    return template.render(values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ _('Tags & more') }}", "TAGS &amp; MORE"),
        ("{{ gettext('Tags') }}", "TAGS"),
        ('<a title="{{ _("A \'b\'") }}">', '<a title="A &#39;B&#39;">'),
        ("{{ _('By %(name)s!', name='<b>') }}", "BY &lt;b&gt;!"),
        ("{% set by = _('By %(name)s!', name='<b>') %}{{ by }}", "BY &lt;b&gt;!"),
        ("{% set link %}<b>x</b>{% endset %}{{ _('a <b> %(name)s', name=link) }}", "A &lt;B&gt; <b>x</b>"),
        (
            "{% set link %}<b>x</b>{% endset %}{% set all = _('a <b> %(name)s', name=link) %}{{ all }}",
            "A &lt;B&gt; <b>x</b>",
        ),
        ("{{ _('yes') if true else _('no') }}", "YES"),
        ("{{ (_('a') ~ 'b')|length }}", "2"),
        ("{{ _(word) }}", "WORD"),
        ("{{ ngettext('%(num)s day', '%(num)s days', 1) }}", "1 DAY"),
        ("{{ ngettext('%(num)s day', '%(num)s days', 1200) }}", "1,200 DAYS"),
        ("{% macro m() %}{{ _('in macro') }}{% endmacro %}{{ m() }}", "IN MACRO"),
        ("{% once %}{{ _('in part') }}{% endonce %}", "IN PART"),
        ("{{ language }} {{ direction }}", "x-loud ltr"),
    ],
)
def test_strings_are_in_the_language_of_the_environment(text: str, expected: str) -> None:
    assert rendered(text, word="word") == expected


def test_text_formats_are_not_escaped() -> None:
    assert rendered("{{ _('a & %(name)s', name='<b>') }} {{ _('c & d') }}", "a.txt") == "A & <b> C & D"


def test_a_string_that_is_written_in_the_template_costs_nothing_when_it_is_rendered() -> None:
    env = environment(theme_of(), "https://example.org/", Shouting())
    code = env.compile("<p>{{ _('Tags') }}: {{ _('By %(name)s', name=who) }}</p>", "a.html", "a.html", raw=True)
    assert "<p>TAGS: BY " in code and "gettext" not in code


def test_each_language_of_a_theme_stays_compiled() -> None:
    theme, base_url = theme_of({}, {"a.html": "{{ _('Tags') }}"}), "https://example.org/"
    english, loud = environment(theme, base_url), environment(theme, base_url, Shouting())
    assert english is environment(theme, base_url) and loud is environment(theme, base_url, Shouting())
    assert (english.get_template("a.html").render(), loud.get_template("a.html").render()) == ("Tags", "TAGS")
