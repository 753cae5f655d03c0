"""What is nested without end, or is without measure, is a problem at its place: never an internal error."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.support import BARE, post, run_json, write

DEEP_TEXTS = {
    "items": "- " * 6_000 + "a",
    "emphasis": "*a " * 2000 + "a* " * 2000,
    "emphasis of both kinds": "*a _b " * 1000 + "a_ b* " * 1000,
    "terms": "a\n: b\n" * 3000,
}
DEEP_TEMPLATES = {
    "parentheses": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "conditions": "{% if a %}" * 3000 + "{% endif %}" * 3000,
    "conditions beyond Python's": "{% if a %}" * 110 + "{% endif %}" * 110,
    "loops": "{% for a in b %}" * 200 + "{% endfor %}" * 200,
    "branches": "{% if a %}" + "{% elif a %}" * 3000 + "{% endif %}",
    "denials": "{{ " + "not " * 3000 + "1 }}",
    "attributes": "{{ site" + ".b" * 3000 + " }}",
}
# These are refused by Python, which compiles what Jinja2 made of them, and names no line of the template.
BY_PYTHON = ("conditions beyond Python's", "loops", "branches")


def site(root: Path, templates: Mapping[str, str] = {}, files: Mapping[str, str] = {}) -> Path:
    write(root, {"site.yaml": "title: T\ntheme: bare\n"})
    write(root, {f"themes/bare/templates/{name}": text for name, text in (BARE | dict(templates)).items()})
    return write(root, {"content/posts/2026-01-05-a.md": post("A"), **files})


def problems(root: Path) -> Any:
    return run_json("build", root=root, code=1)["problems"]


@pytest.mark.parametrize("name", DEEP_TEXTS)
def test_a_text_that_is_nested_too_deep(name: str, tmp_path: Path) -> None:
    deep = post("Deep", body="First.\n\n" + DEEP_TEXTS[name])
    (wrong,) = problems(site(tmp_path, files={"content/posts/2026-01-06-deep.md": deep}))
    line = deep.split("\n").index("First.") + 3
    assert (wrong["path"], wrong["line"]) == ("content/posts/2026-01-06-deep.md", line)
    assert wrong["what"] == "The text is nested too deep to be rendered."


def test_a_text_that_would_become_a_huge_page(tmp_path: Path) -> None:
    huge = post("Huge", body=f"[a]: /{'b' * 60_000}\n\n" + "[a]. " * 5000)
    (wrong,) = problems(site(tmp_path, files={"content/posts/2026-01-06-huge.md": huge}))
    assert wrong["path"] == "content/posts/2026-01-06-huge.md"
    assert "definitions" in wrong["what"]


def test_a_text_beyond_all_measure(tmp_path: Path) -> None:
    (wrong,) = problems(
        site(tmp_path, files={"content/posts/2026-01-06-long.md": post("Long", body="word " * 200_001)})
    )
    assert wrong["what"] == "The text has 1,000,006 characters, and at most 1,000,000 are rendered."


def test_tags_without_an_end_in_raw_html(tmp_path: Path) -> None:
    root = site(tmp_path, files={"content/posts/2026-01-06-tags.md": post("Tags", body="First.\n\n" + "<a b\n" * 1000)})
    write(root, {"site.yaml": "title: T\ntheme: bare\nmarkdown: {raw_html: true}\n"})
    (wrong,) = problems(root)
    assert (wrong["path"], wrong["line"]) == ("content/posts/2026-01-06-tags.md", 8 + 200)


@pytest.mark.parametrize("name", DEEP_TEMPLATES)
def test_a_template_that_is_nested_too_deep(name: str, tmp_path: Path) -> None:
    (wrong,) = problems(site(tmp_path, {"post.html": "\n\n" + DEEP_TEMPLATES[name]}))
    assert wrong["path"] == "themes/bare/templates/post.html"
    assert wrong["what"] == "The template is nested too deep."
    assert wrong["line"] == (1 if name in BY_PYTHON else 3)


@pytest.mark.parametrize("made", ["'a'.center(99999999999999)", "'a' * 99999999999999", "[1] * 99999999999999"])
def test_a_template_that_wants_more_memory_than_there_is(made: str, tmp_path: Path) -> None:
    (wrong,) = problems(site(tmp_path, {"post.html": f"\n{{{{ {made} }}}}"}))
    assert (wrong["path"], wrong["line"]) == ("themes/bare/templates/post.html", 2)
