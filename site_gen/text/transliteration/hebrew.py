"""Hebrew in Latin letters, by the simple rules of the Academy of the Hebrew Language (2006).

Vowels are written where the text has points, or a letter stands for one; others are not guessed.
"""

import re

from site_gen.text.transliteration.table import table

_CONSONANTS = table("בגדהזחטכךלמםנןסעפףצץקרשת", "v g d h z h t kh kh l m m n n s - f f ts ts k r sh t")
_HARD = {"ב": "b", "כ": "k", "פ": "p"}
_FOREIGN = {"ג": "j", "ז": "zh", "צ": "ch", "ץ": "ch", "ת": "th", "ח": "kh", "ד": "dh", "ו": "w"}
_POINTS = {"\u05b4": "i", "\u05b5": "e", "\u05b6": "e", "\u05b1": "e", "\u05b7": "a", "\u05b8": "a", "\u05b2": "a"}
_POINTS |= {"\u05b9": "o", "\u05ba": "o", "\u05b3": "o", "\u05bb": "u", "\u05c7": "o"}
_DAGESH, _SIN, _SHVA = "\u05bc", "\u05c2", "\u05b0"
_WORD = re.compile("[\u05b0-\u05c7\u05d0-\u05ea'׳\"״]+")
_LETTER = re.compile("([\u05d0-\u05ea])(['׳]?)([\u05b0-\u05c7]*)")
_ACRONYM = re.compile('(?<=[\u05d0-\u05ea])["״](?=[\u05d0-\u05ea])')

_Letters = list[tuple[str, str, str]]
"""The letters of a word: each with its geresh, and its points."""


def hebrew(text: str) -> str:
    """The Hebrew words of a text in Latin letters."""
    text = _ACRONYM.sub("", text.replace("\u05be", "-"))
    return _WORD.sub(_word, text)


def _word(match: re.Match[str]) -> str:
    letters = _LETTER.findall(match[0])
    parts: list[str] = []
    for at, (_, geresh, points) in enumerate(letters):
        vowel = next((_POINTS[point] for point in points if point in _POINTS), "")
        parts.append(_letter(letters, at, "".join(parts), geresh, points) + vowel)
    # Quotation marks around the word are no part of it.
    return "".join(parts) if letters else match[0]


def _letter(letters: _Letters, at: int, before: str, geresh: str, points: str) -> str:
    letter, is_first, is_last = letters[at][0], at == 0, at == len(letters) - 1
    if geresh and letter in _FOREIGN and (not is_last or letter in "גזצץת"):
        return _FOREIGN[letter]
    if letter in _OWN:
        return _OWN[letter](letters, at)
    if letter in _HARD and (is_first or _DAGESH in points):
        return _HARD[letter]
    if letter == "ש" and _SIN in points:
        return "s"
    if letter == "ה" and is_last and not is_first:
        return "" if before.endswith(("a", "e", "o", "u")) else "a"
    return _CONSONANTS[letter]


def _vav(letters: _Letters, at: int) -> str:
    """The letter vav: `v` at the beginning of a word and where it is doubled, else the vowel that it stands for."""
    points = letters[at][2]
    if any(point in _POINTS for point in points):
        return "" if "\u05b9" in points and at else "v"
    if _DAGESH in points:
        return "u"
    if at and letters[at - 1][0] == "ו" and not letters[at - 1][2]:
        return ""
    doubled = letters[at + 1 : at + 2] and letters[at + 1][0] == "ו"
    return "v" if at == 0 or doubled or _SHVA in points else "o"


def _yod(letters: _Letters, at: int) -> str:
    if at == 0 or any(point in _POINTS for point in letters[at][2]):
        return "y"
    return "" if letters[at - 1][0] == "י" else "i"


def _carrier(letters: _Letters, at: int) -> str:
    """Alef and ayin have no sound of their own: a vowel letter or point after them says which; else alef is an `a`."""
    following = "".join(letter for letter, _, _ in letters[at + 1 : at + 3])
    if letters[at][2] or following == "ה":
        return ""
    if following.startswith(("ו", "י")) and following != "וו":
        return "a" if letters[at][0] == "א" and at > 1 and following[0] == "י" else ""
    return "a" if letters[at][0] == "א" or at == 0 else ""


_OWN = {"ו": _vav, "י": _yod, "א": _carrier, "ע": _carrier}
"""Letters that have a sound of their own by what is around them."""
