"""Arabic and Persian in Latin letters; short vowels are not written in them, and are not guessed."""

import re

from site_gen.text.transliteration.table import table

_CONSONANTS = table(
    "بتثجحخدذرزسشصضطظغفقكلمنهپچژگک",
    "b t th j h kh d dh r z s sh s d t z gh f q k l m n h p ch zh g k",
)
_VOWELS = {"ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ى": "a", "ة": "a", "ؤ": "u", "ئ": "i", "ء": ""}
_MARKS = {"\u064e": "a", "\u064f": "u", "\u0650": "i", "\u064b": "an", "\u064c": "un", "\u064d": "in"}
_SHADDA, _IDLE = "\u0651", re.compile("[\u0640\u0652\u0670\u200d]")
_SHADDA_LATE = re.compile("([\u064b-\u0650])\u0651")
_LONG = {"و": ("w", "u"), "ي": ("y", "i"), "ی": ("y", "i")}
_WORD = re.compile("[\u0621-\u065f\u0670\u0671\u067e\u0686\u0698\u06a9\u06af\u06cc\u200c\u200d]+")
_ARTICLE = re.compile("(و?)[اٱ]ل(?=[\u0621-\u064a]{2})")


def arabic(text: str) -> str:
    """The Arabic and Persian words of a text in Latin letters; letters of other languages are left unchanged."""
    return _WORD.sub(lambda word: " ".join(map(_with_article, word[0].split("\u200c"))), text)


def _with_article(word: str) -> str:
    word = _SHADDA_LATE.sub(_SHADDA + r"\1", _IDLE.sub("", word))
    article = _ARTICLE.match(word)
    if article is None:
        return _word(word)
    return f"{'w' if article[1] else ''}al-{_word(word[article.end() :])}"


def _word(word: str) -> str:
    parts: list[str] = []
    for at, letter in enumerate(word):
        if letter in _LONG:
            parts.append(_long(word, at))
        elif letter == "ع":
            parts.append("a" if at == 0 and word[1:2] not in ("ا", "آ") else "")
        elif letter == "ا" and at == 0 and word[1:2] in _LONG:
            parts.append("")  # only carries the long vowel
        elif letter == _SHADDA:
            parts.append(parts[-1] if parts else "")
        else:
            parts.append(_CONSONANTS.get(letter) or _VOWELS.get(letter, _MARKS.get(letter, letter)))
    return "".join(parts)


def _long(word: str, at: int) -> str:
    """Waw and ya: vowels between consonants and at the end, else consonants."""
    consonant, vowel = _LONG[word[at]]
    before, after = word[at - 1 : at] if at else "", word[at + 1 : at + 2]
    if before == "ا" and at == 1:
        return vowel
    if before == "إ":
        return ""
    opens = not before or before in _VOWELS or before in _LONG
    return consonant if opens or (after in _VOWELS or after in _MARKS or after in _LONG or after == _SHADDA) else vowel
