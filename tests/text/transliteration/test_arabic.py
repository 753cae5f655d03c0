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


@pytest.mark.parametrize(
    ("language", "text", "latin"),
    [
        ("fa", "نیروهای مسلح ایران", "niruhay mslh iran"),
        ("fa", "وزارت خانه", "vzart khaneh"),
        ("fa", "می‌رود", "mi rud"),
        ("fa", "حادثه ذخیره", "hadseh zkhireh"),
        ("ur", "پاکستان کی مسلح افواج", "pakstan ki mslh afwaj"),
        ("ur", "لڑاکا طیارے، مدینہ", "lraka tyare، mdina"),
        ("ar", "القوات المسلحة والأردن", "al-qwat al-mslha wal-ardn"),
    ],
)
def test_persian_and_urdu_have_their_own_sounds(language: str, text: str, latin: str) -> None:
    assert arabic(text, language) == latin
