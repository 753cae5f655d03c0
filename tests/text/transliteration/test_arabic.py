import pytest

from site_gen.text.transliteration.arabic import arabic


@pytest.mark.parametrize(
    ("words", "latin"),
    [
        ("القوات المسلحة", "al-qwat al-mslha"),
        ("والضفة", "wal-dfa"),
        ("فلسطين", "flstin"),
        ("إيران", "iran"),
        ("ایران", "iran"),
        ("العراق", "al-araq"),
        ("عاصمة", "asma"),
        ("بيروت", "birut"),
        ("سوريا", "surya"),
        ("مُحَمَّد", "muhammad"),
        ("می\u200cخواهد", "mi khwahd"),
        ("پاکستان", "pakstan"),
        ("ال", "al"),
        ("F-16 و NATO", "F-16 w NATO"),
        ("\u0651", ""),
    ],
)
def test_what_is_written_is_read_and_no_vowel_guessed(words: str, latin: str) -> None:
    assert arabic(words) == latin
