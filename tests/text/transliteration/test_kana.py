import pytest

from site_gen.text.transliteration.kana import kana


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("ミサイル", "misairu"), ("ガザ", "gaza"), ("ジョージ", "joji"), ("シャープ", "shapu"), ("ロケット", "roketto"),
        ("マッチ", "matchi"), ("きょう", "kyou"), ("ファン", "fan"), ("ウィーン", "win"), ("クウェート", "kuweto"),
        ("ティーム", "timu"), ("チェルノブイリ", "cherunobuiri"), ("ヴィ", "vi"), ("ゃ", "ya"), ("っ", ""), ("ー", ""),
        ("海の家", "海 no 家"),
    ],
)  # fmt: skip
def test_hepburn(text: str, latin: str) -> None:
    assert " ".join(kana(text).split()) == latin
