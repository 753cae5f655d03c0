"""Readings of Chinese characters, which take a dictionary: pypinyin's for Chinese, Janome's for Japanese.

Each comes with an extra. Only slugs that are written to a file are made by them (those of posts, at ingest and by
`site-gen new`): no address that is computed at each build may depend on what is installed.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from janome.tokenizer import Token, Tokenizer

_HAN = re.compile("[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_JAPANESE = re.compile("[0-9０-９\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
_EXTRAS = {"zh": "chinese", "ja": "japanese"}
"""The extra with the dictionary of a language."""
_ATTACHED = ("助動詞", "助詞,接続助詞", "動詞,非自立", "動詞,接尾", "名詞,接尾")
"""Parts of speech that Hepburn's romanization writes together with the word before: auxiliaries and suffixes."""


def with_readings(text: str, language: str) -> str:
    """The text with its Chinese characters as they are read in a language, in Latin letters or kana, words apart.

    Unchanged where the language has none, or where its extra is not installed.
    """
    reader = _READERS.get(_code(language))
    return reader(text) if reader is not None and _HAN.search(text) else text


def missing_extra(text: str, language: str) -> str:
    """The extra that would read the Chinese characters of a text and is not installed; empty where none is missing."""
    code = _code(language)
    if code not in _EXTRAS or not _HAN.search(text):
        return ""
    return "" if (_pinyin() if code == "zh" else _tokenizer()) else _EXTRAS[code]


def _code(language: str) -> str:
    return language.casefold().partition("-")[0]


@cache
def _pinyin() -> "Callable[[str], list[str]] | None":
    try:
        from pypinyin import lazy_pinyin
    except ImportError:
        return None
    return lazy_pinyin


@cache
def _tokenizer() -> "Tokenizer | None":
    try:
        from janome.tokenizer import Tokenizer
    except ImportError:
        return None
    return Tokenizer()


def _chinese(text: str) -> str:
    """Syllables apart, as slugs without the library have them."""
    read = _pinyin()
    return text if read is None else _HAN.sub(lambda run: f" {' '.join(read(run[0]))} ", text)


def _japanese(text: str) -> str:
    tokenizer = _tokenizer()
    return text if tokenizer is None else _JAPANESE.sub(lambda run: f" {_words(run[0], tokenizer)} ", text)


def _words(run: str, tokenizer: "Tokenizer") -> str:
    """The words of a run in kana, as they are spoken; a word that the dictionary lacks stays as it is."""
    words: list[str] = []
    for token in cast("Iterator[Token]", tokenizer.tokenize(run)):
        spoken = token.surface if token.phonetic == "*" else token.phonetic
        if words and token.part_of_speech.startswith(_ATTACHED):
            words[-1] += spoken
        else:
            words.append(spoken)
    return " ".join(words)


_READERS: dict[str, Callable[[str], str]] = {"zh": _chinese, "ja": _japanese}
