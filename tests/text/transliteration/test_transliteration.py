import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.transliteration import transliterated

SCRIPTS = st.characters(min_codepoint=0x370, max_codepoint=0x6FF) | st.characters(
    min_codepoint=0x3041, max_codepoint=0x30FF
)


@pytest.mark.parametrize(
    ("text", "language", "latin"),
    [
        ("Łódź & Gdańsk", "uk", "Łódź & Gdańsk"),
        ("東京", "ja", "東京"),
        ("ﾐｻｲﾙ", "", " misairu "),
        ("ｶﾞｻﾞ", "", " gaza "),
        ("Москва", "", "Москва"),
        ("Москва", "uk", "moskva"),
        ("Україна", "bg", "ukraina"),
        ("Größe", "de-CH", "Groeße"),
        ("한국", "ko-KR", "hanguk"),
        ("한국", "en", "한국"),
        ("חיפה", "he", "hifa"),
        ("خانه", "fa", "khaneh"),
        ("Київ and القوات and Ελλάδα", "", "kyiv and al-qwat and ellada"),
    ],
)
def test_scripts_with_a_system_of_their_own(text: str, language: str, latin: str) -> None:
    assert transliterated(text, language) == latin


@given(
    st.text(SCRIPTS | st.characters(), max_size=80),
    st.sampled_from(["", "uk", "ja", "ar", "fa", "ur", "he", "ko", "bg", "sr", "de"]),
)
def test_any_text_goes_through_and_once_is_enough(text: str, language: str) -> None:
    once = transliterated(text, language)
    assert transliterated(once, language).split() == once.split()
