"""Convert names in capitals, "SERGEI LAVROV SAID", to the case of running text."""

from collections.abc import Container

from site_gen.extract.names.vocabulary import ABBREVIATED_TITLES, FUNCTION_WORDS, LAST_TITLES, WORDED_NAMES

_SHORTEST_ALONE = 4


def as_sentence(words: list[str], known: Container[str], first_names: Container[str]) -> list[str]:
    """The words of a line in capitals, with capitals for names only.

    Acronyms, and words that may be acronyms, stay unchanged.
    """
    plain: list[str] = []
    for at, word in enumerate(words):
        before = plain[at - 1] if at else ""
        after = words[at + 1] if at + 1 < len(words) else ""
        if word == "US" and before != "the":
            plain.append("us")
        elif not word.isalpha() or word in known or len(word) < 2:
            plain.append(word)
        else:
            plain.append(_lowered(word, before, after, known, first_names))
    return plain


def _lowered(word: str, before: str, after: str, known: Container[str], first_names: Container[str]) -> str:
    name = word.capitalize()
    if name in FUNCTION_WORDS:
        return word.lower()
    if name in known or name in LAST_TITLES or name in ABBREVIATED_TITLES or before in LAST_TITLES:
        return name
    if (
        name in first_names
        and name not in WORDED_NAMES
        and after.isalpha()
        and after.capitalize() not in FUNCTION_WORDS
    ):
        return name
    return name if before in first_names and before not in WORDED_NAMES else word.lower()


def name_in_capitals(words: list[str], at: int, known: Container[str], first_names: Container[str]) -> str:
    """The word at `at` in the case of a name, if it is a name in capitals ("LAVROV"); else empty."""
    word = words[at]
    if len(word) < _SHORTEST_ALONE or not word.isalpha() or not word.isupper() or word in known:
        return ""
    name, before = word.capitalize(), words[at - 1] if at else ""
    if name in known and name not in FUNCTION_WORDS:
        return name
    is_surname = before in first_names and before not in WORDED_NAMES
    begins_name = name in first_names and name not in WORDED_NAMES and at + 1 < len(words) and words[at + 1].isupper()
    return name if is_surname or begins_name else ""
