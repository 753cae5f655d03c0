"""Japanese syllables in Hepburn's romanization. Kanji are left unchanged: reading them takes a dictionary."""

import re

_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "d": "だぢづでど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}
_SYLLABLES = {kana: row + vowel for row, column in _ROWS.items() for kana, vowel in zip(column, "aiueo", strict=True)}
_SYLLABLES |= {"し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu", "ゔ": "vu"}
_SYLLABLES |= {"や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "ゐ": "i", "ゑ": "e", "を": "o", "ん": "n"}
_SMALL = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o", "ゎ": "a"}
_OTHERS = {"ゕ": "ka", "ゖ": "ke"}
_DOUBLED = "っ"
_RUN = re.compile("[\u3041-\u3096\u30a1-\u30f6\u30fc]+")
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)} | {0x30FC: None}


def kana(text: str) -> str:
    """The kana of a text in Latin letters, separated from the text around them."""
    return _RUN.sub(lambda run: f" {_romanized(run[0].translate(_TO_HIRAGANA))} ", text)


def _romanized(run: str) -> str:
    syllables: list[str] = []
    doubled = False
    for character in run:
        if character == _DOUBLED:
            doubled = True
            continue
        if character in _SMALL and syllables:
            syllables[-1] = _joined(syllables[-1], _SMALL[character])
            continue
        syllable = _SYLLABLES.get(character) or _SMALL.get(character) or _OTHERS.get(character, "")
        if doubled and syllable and syllable[0] not in "aiueoynw":
            syllable = ("t" if syllable.startswith("ch") else syllable[0]) + syllable
        doubled = False
        syllables.append(syllable)
    return "".join(syllables)


def _joined(syllable: str, small: str) -> str:
    """A syllable with the small vowel that follows: ki and yo are kyo, shi and yu are shu, fu and a are fa."""
    stem = syllable[:-1]
    if small.startswith("y"):
        return stem + (small[1:] if stem.endswith(("sh", "ch", "j")) else small)
    if syllable in ("u", "ku", "gu"):
        return f"{stem}w{small}"
    return stem + small
