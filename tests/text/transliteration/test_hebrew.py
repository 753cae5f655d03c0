import pytest

from site_gen.text.transliteration.hebrew import hebrew


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("תל אביב", "tl aviv"),
        ("חיפה", "hifa"),
        ("איראן", "iran"),
        ("גרמניה", "grmnia"),
        ("וושינגטון", "vshington"),
        ("כיפה", "kifa"),
        ('צה"ל', "tshl"),
        ("צה״ל תקף", "tshl tkf"),
        ("ג'ורג' וצ'כיה", "jorj vchkhia"),
        ("עין אל־אסד", "in al-asd"),
        ("יְרוּשָׁלַיִם", "yrushalayim"),
        ("שָׂרָה", "sara"),
        ("בַּיִת", "bayit"),
        ('"חץ" 3', "hts 3"),
        ("NATO", "NATO"),
    ],
)
def test_consonants_letters_for_vowels_and_points(text: str, latin: str) -> None:
    assert hebrew(text) == latin
