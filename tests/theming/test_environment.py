import base64
import hashlib

import jinja2
import pytest
from msgspec.structs import replace

from site_gen.theming.environment import environment
from tests.support import theme_of

ENV = environment(
    theme_of({}, {"page.html": "{{ x }}", "robots.txt": "{{ x }}", "rss.xml": "{{ x }}"}, static={"a.css": b"x"}),
    "https://example.org/news/",
)


def test_html_and_xml_are_escaped_and_plain_text_is_not() -> None:
    made = [ENV.get_template(name).render(x="<b>&") for name in ("page.html", "rss.xml", "robots.txt")]
    assert made == ["&lt;b&gt;&amp;", "&lt;b&gt;&amp;", "<b>&"]


def test_a_name_that_is_not_given_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError, match="'x' is undefined"):
        ENV.get_template("page.html").render()


@pytest.mark.parametrize("text", ["{{ x|safe }}", "{{ [1, 2]|random }}"])
def test_filters_that_would_break_the_law_are_not_there(text: str) -> None:
    with pytest.raises(jinja2.TemplateSyntaxError, match="No filter named"):
        ENV.from_string(text)


@pytest.mark.parametrize("name", ["lipsum", "cycler", "joiner"])
def test_neither_chance_nor_clock_is_within_reach(name: str) -> None:
    with pytest.raises(jinja2.UndefinedError):
        ENV.from_string(f"{{{{ {name}() }}}}").render()


def test_a_slot_that_nobody_fills_costs_no_include_and_one_that_is_filled_is_shown() -> None:
    frame = {"page.html": '<a>\n  {% include "_body_end.html" %}\n{{ x }}\n'}

    def shown(filled: dict[str, str]) -> tuple[bool, str]:
        env = environment(theme_of(filled, frame), "https://example.org/")
        assert env.loader is not None
        return "{% include" in env.loader.get_source(env, "page.html")[0], env.get_template("page.html").render(x=1)

    for _ in range(2):
        assert shown({}) == shown({"_body_end.html": "\n"}) == (False, "<a>\n1\n")
        assert shown({"_body_end.html": "{{ x }}!"}) == (True, "<a>\n1!1\n")


def test_the_address_of_a_static_file() -> None:
    assert ENV.from_string("{{ asset('a.css')|url }}").render().startswith("/news/assets/a.")
    assert ENV.from_string("{{ asset('a.css')|absolute }}").render().startswith("https://example.org/news/assets/a.")
    with pytest.raises(jinja2.TemplateRuntimeError, match=r"no static file 'b\.css'"):
        ENV.from_string("{{ asset('b.css') }}").render()


def test_the_integrity_of_a_stylesheet() -> None:
    theme = replace(theme_of({}, {}, static={"a.png": b"x"}), styles={"style.css": b"a{}"})
    env = environment(theme, "https://example.org/")
    made = env.from_string("{{ integrity('style.css') }}").render()
    assert made == "sha384-" + base64.b64encode(hashlib.sha384(b"a{}").digest()).decode()
    for name in ("a.png", "none.css"):
        with pytest.raises(jinja2.TemplateRuntimeError, match=rf"no stylesheet or script '{name}'"):
            env.from_string(f"{{{{ integrity('{name}') }}}}").render()


def test_other_bytes_make_another_environment() -> None:
    theme = replace(theme_of(), styles={"style.css": b"a{}"})
    env = environment(theme, "https://example.org/")
    assert environment(replace(theme, styles={"style.css": b"a{}"}), "https://example.org/") is env
    assert environment(replace(theme, styles={"style.css": b"b{}"}), "https://example.org/") is not env


def test_after_an_edit_of_one_template_the_others_are_not_compiled_again() -> None:
    def codes(text: str, base_url: str = "https://example.org/") -> list[object]:
        env = environment(theme_of({}, {"a.html": text, "b.html": "{{ '/x/'|url }}"}), base_url)
        return [env.get_template(name).root_render_func.__code__ for name in ("a.html", "b.html")]

    before, after = codes("one"), codes("two")
    assert before[0] is not after[0]
    assert before[1] is after[1]
    elsewhere = environment(theme_of({}, {"b.html": "{{ '/x/'|url }}"}), "https://example.org/news/")
    assert elsewhere.get_template("b.html").render() == "/news/x/"
