import pytest

from site_gen.text.language.tags import canonical, own_name, primary, tag_hint


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("uk", "uk"),
        ("PT-br", "pt-BR"),
        ("sr-latn-RS", "sr-Latn-RS"),
        ("es-419", "es-419"),
        ("ckb", "ckb"),
        ("de-1996", "de-1996"),
        ("ca-ES-valencia", "ca-ES-valencia"),
        ("ua", ""),
        ("xx", ""),
        ("english", ""),
        ("en_GB", ""),
        ("", ""),
        ("uk-", ""),
    ],
)
def test_a_tag_has_one_spelling_and_what_is_none_has_no_spelling(written: str, tag: str) -> None:
    assert canonical(written) == tag


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ua", "'uk'"),
        ("en_GB", "'en-GB'"),
        ("Ukrainian", "'uk'"),
        ("українська", "'uk'"),
        ("Ukranian", "'uk' (Ukrainian)"),
        ("cz", "'cs'"),
        ("eng", "'en'"),
    ],
)
def test_what_was_meant_is_suggested(written: str, meant: str) -> None:
    assert tag_hint(written) == f"Did you mean {meant}?"


def test_without_a_near_name_the_form_is_explained() -> None:
    assert tag_hint("qqqqqq") == "Write a language tag like uk, ar or pt-BR (BCP 47)."


def test_a_language_is_called_as_its_speakers_do() -> None:
    assert [own_name(tag) for tag in ("uk", "ar", "pt-BR", "xx")] == ["Українська", "العربية", "Português (BR)", "xx"]


def test_a_language_without_its_region() -> None:
    assert [primary(tag) for tag in ("pt-BR", "EN", "")] == ["pt", "en", ""]
