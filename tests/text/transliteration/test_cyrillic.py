import pytest

from site_gen.text.transliteration.cyrillic import cyrillic


@pytest.mark.parametrize(
    ("language", "text", "latin"),
    [
        ("bg", "България", "bulgaria"),
        ("bg", "Съюзът и щитът", "sayuzat i shtitat"),
        ("bg", "София, Варна, Стара Загора", "sofia, varna, stara zagora"),
        ("bg", "армията на Русия", "armiyata na rusia"),
        ("be", "Беларусь і Ўкраіна", "belarus i ukraina"),
        ("be", "Аб’яднанне", "abiadnanne"),
        ("be", "Магілёў і Гродна", "mahiliou i hrodna"),
        ("sr", "Ђоковић и Вучић", "djokovic i vucic"),
        ("sr", "Љубљана, Његош, Џакарта", "ljubljana, njegos, dzakarta"),
        ("bs", "Бања Лука", "banja luka"),
        ("cnr", "Његуши", "njegusi"),
        ("mk", "Ѓорче и Ќустендил, Ѕвезда", "gjorche i kjustendil, dzvezda"),
    ],
)
def test_national_alphabets(language: str, text: str, latin: str) -> None:
    assert cyrillic(text, language) == latin


@pytest.mark.parametrize(("language", "text"), [("bg", "Крылов"), ("sr", "Київ"), ("ru", "Съезд"), ("", "Съезд")])
def test_words_of_another_language_are_left_to_the_others(language: str, text: str) -> None:
    assert cyrillic(text, language) == text
