"""The language of a manuscript, and what is said of it."""

from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Line
from site_gen.extract.text_language import TextLanguage, language_of

UKRAINIAN = "Міністерство оборони повідомило, що до порту прибули два катери, які передав уряд сусідньої країни."


def _of(text: str, site: str) -> TextLanguage:
    return language_of(Manuscript(lines=(Line(1, text),)), site)


def test_another_language_is_said() -> None:
    found = _of(UKRAINIAN, "en-GB")
    assert (found.language.code, found.tag, found.own, found.doubts) == ("uk", "uk", False, ())
    assert [(note.what, note.value) for note in found.notes] == [("language", "uk")]


def test_the_sites_own_language_has_its_tag_and_is_not_said() -> None:
    found = _of(UKRAINIAN, "uk-UA")
    assert (found.tag, found.own, found.notes, found.doubts) == ("uk-UA", True, (), ())


def test_a_language_that_cannot_be_told_is_a_doubt() -> None:
    found = _of("Два катери", "en")
    assert found.own
    assert [doubt.about for doubt in found.doubts] == ["text"]


def test_a_short_text_is_said_to_be_in_the_sites_language() -> None:
    found = _of("Two boats", "en")
    assert (found.own, found.doubts) == (True, ())
    assert [note.value for note in found.notes] == ["en"]
