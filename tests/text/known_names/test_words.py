import pytest

from site_gen.text.known_names.words import Words, folded, inflected, plain, split, without_prefixes


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "l’Ukraine, F-16", ["l", "Ukraine", ",", "F-16"]),
        ("tr", "Ukrayna'nın", ["Ukrayna", "nın"]),
        ("uk", "Кот-д’Івуар", ["Кот", "д'Івуар"]),
        ("de", "US-Armee", ["US", "Armee"]),
        ("ko", "F-16은 MQ-9을", ["F-16", "은", "MQ-9", "을"]),
        ("he", 'צה"ל "כן"', ['צה"ל', '"', "כן", '"']),
    ],
)
def test_a_text_is_split_into_words_and_marks(language: str, text: str, words: list[str]) -> None:
    assert split(plain(text), language) == words


def test_words_know_their_hyphens() -> None:
    words = Words("Nowak-Czech i Czech", "pl")
    assert list(words) == ["Nowak", "Czech", "i", "Czech"]
    assert [words.is_after_hyphen(at) for at in range(4)] == [False, True, False, False]


def test_words_give_the_text_as_it_was_written() -> None:
    words = Words("في إيران، يا Нью-Делі", "ar")
    assert words[1] == "ايران" and words.between(1, 2) == "إيران" and words.between(4, 6) == "Нью-Делі"
    assert Words("سلطنة عُمان", "ar").between(0, 2) == "سلطنة عُمان"


def test_words_know_what_an_apostrophe_joins_to_them() -> None:
    words = Words("Mısır'ın sınırı", "tr")
    assert [words.has_suffix(at) for at in range(3)] == [True, False, False]


def test_turkish_has_two_letters_i() -> None:
    assert folded("IRAK", "tr") == "ırak" and folded("İRAN", "tr") == "iran"
    assert folded("IRAN", "de") == "iran"


def test_the_longest_end_that_fits_gives_the_forms() -> None:
    endings = {"а": ("и",), "ія": ("ії", "ію"), "*": ("у",)}
    assert list(inflected("Росія", endings)) == ["Росія", "Росії", "Росію"]
    assert list(inflected("Іран", endings)) == ["Іран", "Ірану"]
    assert list(inflected("США", endings)) == ["США"]


def test_joined_prefixes_come_off_one_after_another() -> None:
    prefixes = (("ו", ""), ("ב", ""), ("ה", ""))
    assert list(without_prefixes("ובסין", prefixes)) == ["בסין", "סין"]
    assert list(without_prefixes("وللصين", (("و", ""), ("لل", "ال")))) == ["للصين", "الصين"]


def test_letters_that_are_written_in_two_ways_are_one() -> None:
    assert plain("إيران") == plain("ايران") and plain("ایران") == plain("ايران") and plain("щё") == "ще"
