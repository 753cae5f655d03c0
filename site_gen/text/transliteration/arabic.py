"""Arabic, Persian and Urdu in Latin letters; short vowels are not written in them, and are not guessed."""

import re

from msgspec import Struct

from site_gen.text.transliteration.table import table


class _Spelling(Struct, frozen=True):
    """How a language spells its consonants, the letters that are vowels too, and an `h` that ends a word.

    `article`: the word "al-" is written at the beginning of a noun.
    """

    consonants: dict[str, str]
    long: dict[str, tuple[str, str]]
    last: dict[str, str]
    article: bool = True


_CONSONANTS = table(
    "بتثجحخدذرزسشصضطظغفقكلمنهپچژگک",
    "b t th j h kh d dh r z s sh s d t z gh f q k l m n h p ch zh g k",
)
_LONG = {"و": ("w", "u"), "ي": ("y", "i"), "ی": ("y", "i")}
_ARABIC = _Spelling(_CONSONANTS, _LONG, {})
_IRANIAN = _CONSONANTS | table("ثذضظ", "s z z z")
_PERSIAN = _Spelling(_IRANIAN, _LONG | {"و": ("v", "u")}, {"ه": "eh"}, article=False)
_URDU_LETTERS = table("ٹڈڑںہھۃ", "t d r n h h t")
_URDU = _Spelling(_IRANIAN | _URDU_LETTERS, _LONG | {"ے": ("e", "e")}, {"ہ": "a", "ه": "a"}, article=False)
_SPELLINGS = {"fa": _PERSIAN, "ur": _URDU}

_VOWELS = {"ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ى": "a", "ة": "a", "ؤ": "u", "ئ": "i", "ء": ""}
_MARKS = {"\u064e": "a", "\u064f": "u", "\u0650": "i", "\u064b": "an", "\u064c": "un", "\u064d": "in"}
_SHADDA, _IDLE = "\u0651", re.compile("[\u0640\u0652\u0670\u200d]")
_SHADDA_LATE = re.compile("([\u064b-\u0650])\u0651")
_LETTERS = "\u0621-\u065f\u0670\u0671\u067e\u0686\u0698\u06a9\u06af\u06cc\u200c\u200d"
_WORD = re.compile(f"[{_LETTERS}]+")
_WORD_URDU = re.compile(f"[{_LETTERS}{''.join(_URDU_LETTERS)}ےۓ]+")
_ARTICLE = re.compile("(و?)[اٱ]ل(?=[\u0621-\u064a]{2})")


def arabic(text: str, language: str = "") -> str:
    """The Arabic, Persian and Urdu words of a text in Latin letters; letters of other languages are left unchanged.

    Without a language, words are spelled as Arabic ones.
    """
    spelling = _SPELLINGS.get(language, _ARABIC)
    words = _WORD_URDU if spelling is _URDU else _WORD
    return words.sub(lambda word: " ".join(_with_article(one, spelling) for one in word[0].split("\u200c")), text)


def _with_article(word: str, spelling: _Spelling) -> str:
    word = _SHADDA_LATE.sub(_SHADDA + r"\1", _IDLE.sub("", word))
    article = _ARTICLE.match(word) if spelling.article else None
    if article is None:
        return _word(word, spelling)
    return f"{'w' if article[1] else ''}al-{_word(word[article.end() :], spelling)}"


def _word(word: str, spelling: _Spelling) -> str:
    parts: list[str] = []
    for at, letter in enumerate(word):
        if letter in spelling.long:
            parts.append(_long(word, at, spelling))
        elif letter == "ع":
            parts.append("a" if at == 0 and word[1:2] not in ("ا", "آ") else "")
        elif letter == "ا" and at == 0 and word[1:2] in spelling.long:
            parts.append("")  # only carries the long vowel
        elif letter == _SHADDA:
            parts.append(parts[-1] if parts else "")
        else:
            parts.append(_sound(word, at, spelling))
    return "".join(parts)


def _sound(word: str, at: int, spelling: _Spelling) -> str:
    letter = word[at]
    if letter in spelling.last and 0 < at == len(word) - 1 and word[at - 1] not in "اآویے":
        return spelling.last[letter]
    return spelling.consonants.get(letter) or _VOWELS.get(letter, _MARKS.get(letter, letter))


def _long(word: str, at: int, spelling: _Spelling) -> str:
    """Waw and ya: vowels between consonants and at the end, else consonants."""
    consonant, vowel = spelling.long[word[at]]
    before, after = word[at - 1 : at] if at else "", word[at + 1 : at + 2]
    if before == "ا" and at == 1:
        return vowel
    if before == "إ":
        return ""
    opens = not before or before in _VOWELS or before in spelling.long
    sounded = after in _VOWELS or after in _MARKS or after in spelling.long or after == _SHADDA
    return consonant if opens or sounded else vowel
