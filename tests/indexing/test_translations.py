from datetime import UTC
from typing import Any

import pytest

from site_gen.indexing.index import index
from site_gen.indexing.published import Include
from site_gen.model.post import Entry
from site_gen.model.settings import LanguageSettings, Settings
from site_gen.parsing.post import read_post
from site_gen.text.language.site_languages import site_languages
from tests.support import NOON, post

SETTINGS = Settings(languages={"uk": LanguageSettings(), "ar": LanguageSettings()})


def text(name: str, **front: Any) -> Entry:
    data = post(name, **front).encode()
    read = read_post(f"content/posts/{name}.md", data, UTC, False, site_languages(SETTINGS)).value
    assert isinstance(read, Entry)
    return read


def found(*entries: Entry, settings: Settings = SETTINGS) -> tuple[dict[str, list[tuple[str, str, bool]]], list[str]]:
    """The translations of each post by its title, and what is wrong."""
    indexed = index(entries, (), (), settings, NOON, Include())
    posts = [one for edition in indexed.site.every_edition for one in edition.posts]
    of = {one.card.title: [(t.language, t.url, t.original) for t in one.translations] for one in posts}
    return of, [f"{one.path}: {one.what} {one.hint}" for one in indexed.problems]


PAIR = [("en", "/2026/01/talks/", True), ("uk", "/uk/2026/01/talks/", False)]


def test_a_file_beside_another_is_its_translation() -> None:
    of, problems = found(text("talks"), text("talks.uk"), text("other"))
    assert of == {"talks": PAIR, "talks.uk": PAIR, "other": []} and problems == []


def test_a_text_names_its_original_by_its_file() -> None:
    of, _ = found(text("talks"), text("peremovyny", language="uk", slug="talks", translation_of="talks.md"))
    assert of["talks"] == of["peremovyny"] == PAIR
    again, _ = found(text("talks"), text("deep/x", language="uk", slug="talks", translation_of="../talks"))
    assert again["talks"] == PAIR


def test_translations_of_translations_belong_to_the_original() -> None:
    of, problems = found(text("a"), text("a.uk"), text("b", language="ar", translation_of="a.uk"))
    assert [tag for tag, _, _ in of["a"]] == ["en", "uk", "ar"] and problems == []
    assert [original for _, _, original in of["b"]] == [True, False, False]


def test_without_a_plain_name_the_original_is_in_the_site_s_language() -> None:
    of, _ = found(text("a.uk"), text("a.en"))
    assert of["a.uk"] == [("en", "/2026/01/a/", True), ("uk", "/uk/2026/01/a/", False)]


def test_what_is_not_published_is_not_linked() -> None:
    of, problems = found(text("a", draft=True), text("a.uk"))
    assert of == {"a.uk": []} and problems == []


def test_a_site_in_one_language_has_translations_too() -> None:
    of, _ = found(text("a"), text("b", language="uk", translation_of="a"), settings=Settings())
    assert of["a"] == [("en", "/2026/01/a/", True), ("uk", "/2026/01/b/", False)]


@pytest.mark.parametrize("written", ["talk.md", "talks-in-tallinn", "/2026/01/talks-in-tallinn/", "talks"])
def test_an_original_that_does_not_exist_is_suggested(written: str) -> None:
    entries = text("2026-01-05-talks", slug="talks-in-tallinn"), text("b", language="uk", translation_of=written)
    if written in ("talk.md", "talks"):
        entries = text("talks"), text("b", language="uk", translation_of=written.replace("talks", "tallks"))
    _, problems = found(*entries)
    assert len(problems) == 1 and problems[0].startswith("content/posts/b.md: There is no text '")
    assert problems[0].endswith(("Did you mean '2026-01-05-talks.md'?", "Did you mean 'talks.md'?"))


def test_circles_and_two_in_one_language_are_refused() -> None:
    _, problems = found(
        text("a", translation_of="b"), text("b", language="uk", translation_of="a"), text("c", translation_of="c")
    )
    assert len(problems) == 3 and all("is, by way of others, a translation of itself" in one for one in problems)
    _, problems = found(text("a"), text("a.uk"), text("c", language="uk", translation_of="a"))
    assert problems == [
        "content/posts/c.md: 'content/posts/a.uk.md' is in the same language, Українська ('uk'), and belongs to the "
        "same original. Give one of them another 'language', or remove one."
    ]
