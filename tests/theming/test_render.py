import pytest
from markupsafe import Markup
from msgspec.structs import replace

from site_gen.model.page import Page, PageInfo, SiteView
from site_gen.model.site_files import BareView
from site_gen.pages.post import posts
from site_gen.theming.contract import Content
from site_gen.theming.environment import environment
from site_gen.theming.render import Rendering, TemplateFailure, render
from tests.support import entry, site_of, theme_of

SITE = SiteView(
    title="Notes", tagline="", base_url="https://example.org/", language="en", timezone="UTC", menu=(), pages=(),
    publisher="Notes", logo="", email="", feeds=(), nav_links=(), options={},
)  # fmt: skip


def rendering(**templates: str) -> Rendering:
    texts = {name.replace("_html", ".html"): text for name, text in templates.items()}
    return Rendering(environment(theme_of(texts), SITE.base_url), SITE)


def test_a_post_through_its_template() -> None:
    (page,) = posts(site_of(entry("a", "A & B")))
    text = "{{ post.title }}|{{ content.html }}|{{ content.words }}|{{ page.kind }}|{{ site.title }}"
    made = render(page, (Content(Markup("<p>x</p>"), 1, 1),), rendering(post_html=text))
    assert made == b"A &amp; B|<p>x</p>|1|post|Notes"


FAULTS = [
    ("\n\n{{ 1 / 0 }}", 3, "ZeroDivisionError: division by zero"),
    ("a\n{{ page.title.nothing.at_all }}", 2, "'str object' has no attribute 'nothing'"),
    ("{% extends page.kind %}", 1, "the template '404' does not exist"),
    ("\n{% include '_part.html' %}", 2, "TypeError"),
]


@pytest.mark.parametrize(("text", "line", "said"), FAULTS)
def test_whatever_a_template_does_wrong_is_said_of_the_template(text: str, line: int, said: str) -> None:
    page = Page("404.html", "404.html", PageInfo(url="/404.html", title="", kind="404"), BareView(), "the 404 page")
    part = "{{ 1 + page.title }}"
    theme = theme_of({"404.html": text, "_part.html": part})
    with pytest.raises(TemplateFailure) as caught:
        render(page, (), Rendering(environment(theme, SITE.base_url), SITE))
    where = ("templates/_part.html", 1) if "_part" in text else ("templates/404.html", line)
    assert (caught.value.path, caught.value.line) == where
    assert said in caught.value.what


def test_a_part_that_is_rendered_once_is_rendered_again_for_another_site() -> None:
    (page,) = posts(site_of(entry("a", "A")))
    text = "{% once %}{{ site.title }}{% endonce %}"
    one = rendering(post_html=text)
    other = Rendering(one.env, replace(SITE, title="Other"))
    made = [render(page, (Content(Markup(""), 1, 1),), site) for site in (one, one, other, one)]
    assert made == [b"Notes", b"Notes", b"Other", b"Notes"]
