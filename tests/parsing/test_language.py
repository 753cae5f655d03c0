from datetime import UTC

import pytest

from site_gen.parsing.language import language_fault
from site_gen.parsing.post import read_page, read_post, read_tag_text
from site_gen.text.language.site_languages import SiteLanguages

LANGUAGES = SiteLanguages("en", ("uk", "ar", "pt-BR"))


def said(name: str, front: str = "") -> tuple[str, str, tuple[str, ...]]:
    """Language and slug of a post, and what is wrong with it."""
    data = f"---\ntitle: A\ndate: 2026-01-05\n{front}---\nText.\n".encode()
    read = read_post(f"content/posts/{name}.md", data, UTC, False, LANGUAGES)
    problems = tuple(f"{one.line}:{one.column}: {one.what} {one.hint}" for one in read.problems)
    return (read.value.language, read.value.slug, problems) if read.value else ("", "", problems)


@pytest.mark.parametrize(
    ("name", "front", "language", "slug"),
    [
        ("talks", "", "", "talks"),
        ("talks", "language: uk\n", "uk", "talks"),
        ("talks", "language: UK\n", "uk", "talks"),
        ("talks", "language: en\n", "", "talks"),
        ("2026-01-05-talks.uk", "", "uk", "talks"),
        ("talks.pt-br", "", "pt-BR", "talks"),
        ("talks.fr", "", "", "talks-fr"),
        ("talks.fr", "language: fr\n", "fr", "talks-fr"),
        ("talks.uk", "language: uk\n", "uk", "talks"),
        ("сили", "language: uk\n", "uk", "syly"),
    ],
)
def test_front_matter_or_name_say_the_language(name: str, front: str, language: str, slug: str) -> None:
    assert said(name, front) == (language, slug, ())


def test_a_language_that_is_none_is_a_problem_with_its_place() -> None:
    assert said("a", "language: ua\n")[2] == ("4:11: 'ua' is not a language. Did you mean 'uk'?",)
    assert said("a.uk", "language: ar\n")[2] == (
        "4:11: The file's name says 'uk', but this says 'ar'. Make them the same, or leave one out.",
    )


def test_pages_and_texts_of_tags_have_languages_too() -> None:
    page = read_page("content/pages/about.uk.md", "/about/", b"---\ntitle: A\n---\n", UTC, False, LANGUAGES).value
    tag = read_tag_text("content/tags/nato.ar.md", "nato.ar", b"---\n---\n", UTC, False, LANGUAGES).value
    assert page is not None and (page.language, page.url) == ("uk", "/about/")
    assert tag is not None and (tag.language, tag.slug, tag.body.language) == ("ar", "nato", "ar")


def test_a_language_of_the_settings_is_written_in_one_way_and_once() -> None:
    assert language_fault("uk", ()) is None
    assert language_fault("ua", ()) == ("'ua' is not a language.", "Did you mean 'uk'?")
    assert language_fault("pt-br", ()) == ("'pt-br' is not how the language is written.", "Write 'pt-BR'.")
    assert language_fault("uk", ("uk",)) == ("The language 'uk' is there already.", "Keep one of them.")
