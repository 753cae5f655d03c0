"""A theme is not a program: it reaches nothing of the machine, and asks for no more than a machine has."""

import re
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jinja2
import pytest

from site_gen.build import BuildOptions, build
from site_gen.model.page import SiteView
from site_gen.model.problem import SiteError
from site_gen.theming.environment import fresh_environment
from tests.attack.templates import ESCAPES, GREEDY
from tests.support import NOON, post, theme_of, write

PART = "{% macro m() %}{% endmacro %}"


class Given:
    """A value with something to find behind it."""

    title = "T"


@contextmanager
def within(seconds: int, megabytes: int) -> Iterator[None]:
    """Fail after some time, and let no more memory than so much be had beside what there is."""

    def over(*_: Any) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, over)
    limits = resource.getrlimit(resource.RLIMIT_AS)
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + (megabytes << 20), limits[1]))
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
        resource.setrlimit(resource.RLIMIT_AS, limits)


def rendered(text: str, name: str = "page.html") -> str:
    theme = theme_of({name: text, "part.html": PART, "self.html": "{% include 'self.html' %}"})
    env = fresh_environment(theme, "https://news.test/")
    return env.get_template(name).render(S=Given(), site=Given(), page=Given())


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
@pytest.mark.parametrize("text", ESCAPES)
def test_no_template_reaches_what_is_behind_a_value(text: str, name: str) -> None:
    try:
        shown = rendered(text, name)
    except jinja2.TemplateError:
        return
    # A list of what was not to be had shows just that.
    assert not re.search(r"class|function|method|module|globals|0x|&lt;|<", shown) and "Undefined" in shown


def test_there_are_many_ways_out_that_are_closed() -> None:
    assert len(set(ESCAPES)) >= 70 and len(set(GREEDY)) >= 30


@pytest.mark.parametrize("text", GREEDY)
def test_no_template_takes_all_time_or_memory(text: str) -> None:
    with within(20, 1000):
        try:
            rendered(text)
        except (TimeoutError, MemoryError):
            raise
        except (jinja2.TemplateError, RecursionError, ArithmeticError, ValueError, TypeError) as error:
            assert str(error)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{{ '{:,}'.format(12345) }} {{ '{0} {x:>5}'.format(1, x=2) }}", "12,345 1     2"),
        ("{{ '%05.1f %s'|format(2.5, 'x') }} {{ '%d' % 3 }}", "002.5 x 3"),
        (
            "{{ 'x'|center(5) }}|{{ 'x'.ljust(3) }}|{{ ['a', 'b']|join('-') }}|{{ '-'.join(['a', 'b']) }}",
            "  x  |x  |a-b|a-b",
        ),
        (
            "{{ 'a-b'.replace('-', '+') }} {{ 'a-b'|replace('-', '+') }} {{ 2 ** 10 }} {{ 3 * 'ab' }}",
            "a+b a+b 1024 ababab",
        ),
        ("{% for n in range(2, 5) %}{{ n }}{% endfor %} {{ 1.005|round(1) }} {{ 'a\nb'|indent(2) }}", "234 1.0 a\n  b"),
        ("{{ {'a': 1}.a }} {{ {'a': 1}['a'] }} {{ {'a': 1}.items()|list }}", "1 1 [(&#39;a&#39;, 1)]"),
        ("{{ S.title }} {{ S['title'] }} {{ S|attr('title') }} {{ [S]|map(attribute='title')|join }}", "T T T T"),
        ("{{ 'a b'.split()[1] }} {{ 'Ab'.lower() }} {{ 'a'.startswith('a') }} {{ [3, 1]|sort }}", "b ab True [1, 3]"),
    ],
)
def test_what_templates_are_for_is_as_it_was(text: str, wanted: str) -> None:
    assert rendered(text) == wanted


@pytest.mark.parametrize("text", ["{{ site.__class__ }}", "{{ 'x'|center(10 ** 9) }}", "{{ cycler.__init__ }}"])
def test_a_build_says_where_a_template_went_too_far(tmp_path: Path, text: str) -> None:
    root = write(tmp_path, {"site.yaml": "title: T\ntheme: plain\n", "content/posts/a.md": post("A")})
    write(root, {"templates/post.html": f"<p>\n{text}\n"})
    with pytest.raises(SiteError) as caught:
        build(root, BuildOptions(as_of=NOON, jobs=1))
    assert {(problem.path, problem.line) for problem in caught.value.problems} == {("templates/post.html", 2)}


def test_the_view_of_a_site_is_given_by_its_fields_alone() -> None:
    assert all(not name.startswith("_") for name in SiteView.__struct_fields__)
