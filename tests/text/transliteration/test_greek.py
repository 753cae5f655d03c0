import pytest

from site_gen.text.transliteration.greek import greek


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("Ελλάδα", "ellada"), ("Ευρώπη", "evropi"), ("ευθεία", "eftheia"), ("Αυγή", "avgi"), ("αυτό", "afto"),
        ("άυλος", "aylos"), ("Μαΐου", "maiou"), ("Ουκρανία", "oukrania"), ("Αγγλία", "anglia"), ("Μπαράκ", "barak"),
        ("Λαμπράκης", "lamprakis"), ("Ναύπλιο", "nafplio"), ("Χίος", "chios"), ("Ψαρά", "psara"), ("Ξάνθη", "xanthi"),
        ("Γκάζι", "gkazi"), ("ταυ", "taf"), ("ᾠδὴ", "odi"), ("Η Ύδρα ή ο Πόρος", "i ydra i o poros"),
        ("Ω-class and 5 μ", "Ω-class and 5 μ"),
    ],
)  # fmt: skip
def test_greek_as_on_road_signs(word: str, latin: str) -> None:
    assert greek(word) == latin
