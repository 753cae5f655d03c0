"""Latin letters that languages spell out where only ASCII is to be had, each in its own way."""

_GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
_DANISH = {"å": "aa", "ø": "oe", "æ": "ae", "Å": "Aa", "Ø": "Oe", "Æ": "Ae"}
_SERBIAN = {"đ": "dj", "Đ": "Dj"}
_CATALAN = {"l·l": "ll", "L·L": "LL"}
_SPELLINGS = {
    "de": _GERMAN,
    "da": _DANISH,
    "no": _DANISH,
    "nb": _DANISH,
    "nn": _DANISH,
    "sr": _SERBIAN,
    "bs": _SERBIAN,
    "cnr": _SERBIAN,
    "ca": _CATALAN,
}
"""What the table of single characters would give otherwise is right for all others: ł l, ı i, ş s, œ oe, ß ss, þ th."""


def latin(text: str, language: str) -> str:
    """The text with those letters spelled as its language does: "Größe" is "Groesse" in German, and not in Turkish."""
    for letter, spelled in _SPELLINGS.get(language, {}).items():
        text = text.replace(letter, spelled)
    return text
