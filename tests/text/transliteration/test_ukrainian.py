import pytest

from site_gen.text.transliteration.ukrainian import is_ukrainian, ukrainian


# The examples of the resolution's own table.
@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Алушта", "alushta"), ("Борщагівка", "borshchahivka"), ("Вінниця", "vinnytsia"), ("Гадяч", "hadiach"),
        ("Згорани", "zghorany"), ("Розгон", "rozghon"), ("Ґалаґан", "galagan"), ("Донецьк", "donetsk"),
        ("Єнакієве", "yenakiieve"), ("Короп’є", "koropie"), ("Житомир", "zhytomyr"), ("Закарпаття", "zakarpattia"),
        ("Їжакевич", "yizhakevych"), ("Кадиївка", "kadyivka"), ("Йосипівка", "yosypivka"), ("Стрий", "stryi"),
        ("Харків", "kharkiv"), ("Біла Церква", "bila tserkva"), ("Гоща", "hoshcha"), ("Юрій", "yurii"),
        ("Крюківка", "kriukivka"), ("Яготин", "yahotyn"), ("Костянтин", "kostiantyn"), ("Знам'янка", "znamianka"),
        ("Згзг Зг", "zghzgh zgh"), ("Київ, 24/7 and Львів!", "kyiv, 24/7 and lviv!"),
    ],
)  # fmt: skip
def test_the_national_transliteration(name: str, latin: str) -> None:
    assert ukrainian(name) == latin


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Київ", "", True),
        ("Київ", "ru", True),
        ("Харків", "en", True),
        ("Москва", "", False),
        ("Москва", "uk-UA", True),
        ("Москва", "ru", False),
        ("Объявление", "uk", False),  # Russian words on a Ukrainian site
        ("Мінск: вайсковы парад", "", False),  # Belarusian
        ("Беларусь і Ўкраіна", "uk", False),
        ("Әскери бірлік", "", False),  # Kazakh
        ("Северна Македонија", "uk", False),
    ],
)
def test_ukrainian_is_recognised_by_its_letters_else_by_the_language(text: str, language: str, right: bool) -> None:
    assert is_ukrainian(text, language) is right
