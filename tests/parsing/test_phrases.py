"""i18n/xx.yaml: strings, plural forms, and what is wrong with them."""

import pytest

from site_gen.model.language import Phrase, Phrases
from site_gen.parsing.phrases import read_phrases, spoken_tag, suggested_string


def said(text: str, language: str = "uk") -> list[str]:
    return [str(problem) for problem in read_phrases(f"i18n/{language}.yaml", text.encode(), language).problems]


def test_strings_and_plural_forms() -> None:
    text = (
        'Archive: Усі новини\n"%(num)s story": {one: "%(num)s новина", few: "%(num)s новини", many: "%(num)s новин"}\n'
    )
    stories = (("one", "%(num)s новина"), ("few", "%(num)s новини"), ("many", "%(num)s новин"))
    assert read_phrases("i18n/uk.yaml", text.encode(), "uk").value == Phrases(
        "uk", (Phrase("Archive", (("", "Усі новини"),)), Phrase("%(num)s story", stories)), "i18n/uk.yaml"
    )
    assert said('"%(num)s story": "новин: %(num)s"\nOur own: "%(any)s"\n') == []
    assert read_phrases("i18n/uk.yaml", b"", "uk").value == Phrases("uk", (), "i18n/uk.yaml")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Archive:\n", "i18n/uk.yaml:1:1: Expected the string in this language."),
        ("Archive: [a]\n", "i18n/uk.yaml:1:10: Expected the string in this language."),
        ("Archive: {one: a}\n", "i18n/uk.yaml:1:10: 'Archive' has no plural forms."),
        (
            '"%(num)s story": {one: a, two: b, few: c, many: d}\n',
            "i18n/uk.yaml:1:27: 'two' is no plural form of 'uk'. The forms of 'uk' are one, few, many.",
        ),
        (
            '"%(num)s story": {one: a, few: b}\n',
            "i18n/uk.yaml:1:2: The plural form 'many' of '%(num)s story' is missing.",
        ),
        ('"%(num)s story": {one: a, few: , many: d}\n', "i18n/uk.yaml:1:27: Expected the string in this form."),
        (
            '"By %(names)s": "Від %(name)s"\n',
            "i18n/uk.yaml:1:22: '%(name)s' means nothing in this string. There is %(names)s to be filled in here.",
        ),
        ('Archive: "%(x)s"\n', "'%(x)s' means nothing in this string. Nothing is filled in here."),
        ('"By %(names)s": "%(names)d"\n', "'%(names)d' means nothing in this string."),
        ("Archive: a\nArchive: b\n", "i18n/uk.yaml:2"),
        ("- a\n", "i18n/uk.yaml:1:1: Expected 'name: value' lines here."),
    ],
)
def test_what_is_wrong(text: str, problem: str) -> None:
    assert any(problem in one for one in said(text)), said(text)


def test_what_was_meant() -> None:
    assert suggested_string("Archiv") == "Did you mean 'Archive'?"
    assert suggested_string("min read") == "Did you mean '%(num)s min read'?"
    assert "strings.md" in suggested_string("Xyzzy")


def test_a_file_is_named_by_its_language() -> None:
    assert [spoken_tag(name) for name in ("uk.yaml", "pt-BR.yaml", "uk.yml", "uk")] == ["uk", "pt-BR", "", ""]
