from collections.abc import Iterator

import pytest

from site_gen.text.transliteration import readings
from site_gen.text.transliteration.readings import missing_extra, with_readings


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installation without the extras."""
    monkeypatch.setattr(readings, "_pinyin", lambda: None)
    monkeypatch.setattr(readings, "_tokenizer", lambda: None)
    yield


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("重庆银行", "zh", "chong qing yin hang"),
        ("長官", "zh-TW", "zhang guan"),
        ("歼-20在长春", "zh-CN", "jian -20 zai chang chun"),
        ("東京へ行った", "ja", "トーキョー エ イッタ"),
        ("北朝鮮がICBMを発射", "ja", "キタチョーセン ガ ICBM ヲ ハッシャ"),
        ("防衛装備庁", "ja-JP", "ボーエイ ソービチョー"),
        ("ミサイル", "ja", "ミサイル"),
        ("防衛省", "en", "防衛省"),
        ("한국 國防部", "ko", "한국 國防部"),
    ],
)
def test_words_as_they_are_read(text: str, language: str, words: str) -> None:
    assert with_readings(text, language).split() == words.split()


def test_nothing_is_missing_with_the_extras() -> None:
    assert missing_extra("防衛省", "ja") == missing_extra("国防部", "zh") == ""


@pytest.mark.usefixtures("bare")
def test_without_an_extra_the_text_stays_and_its_name_is_known() -> None:
    assert with_readings("防衛省", "ja") == "防衛省"
    assert (missing_extra("防衛省", "ja-JP"), missing_extra("国防部", "zh")) == ("japanese", "chinese")
    assert missing_extra("ミサイル", "ja") == missing_extra("防衛省", "en") == missing_extra("NATO", "zh") == ""
