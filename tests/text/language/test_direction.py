import pytest

from site_gen.text.language.direction import direction, is_right_to_left


@pytest.mark.parametrize(
    "language", ["ar", "he", "fa", "ur", "ps", "ckb", "AR", "ar-EG", "he_IL", "ur-PK", "yi", "dv", "az-Arab", "ku-IQ"]
)
def test_languages_of_arabic_and_hebrew_script_are_written_from_right_to_left(language: str) -> None:
    assert is_right_to_left(language) and direction(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "uk", "tr", "arn", "az", "ar-Latn", "ku", "ku-TR", "uz", "pt-BR"])
def test_others_are_not(language: str) -> None:
    assert not is_right_to_left(language) and direction(language) == "ltr"
