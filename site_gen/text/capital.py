"""The capital that a name gets at its beginning in lists, unless its first letter is meant to be small."""

import re
from collections.abc import Collection

# "al-Shabaab", "de Gaulle", "bin Laden": a small word that belongs to the name which follows it.
_PARTICLES = frozenset((
    "abu", "al", "ar", "az", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "dos", "du", "e",
    "el", "ibn", "la", "las", "le", "les", "lo", "los", "ould", "ter", "van", "vom", "von", "zu", "zum", "zur",
))  # fmt: skip
_OPENING = "\"'“‘«‹„‚([¿¡"
_ADDRESS = re.compile(r"[@_]|://|\w\.\w")
_DOTTED = ("tr", "az")  # languages in which the capital of "i" has a dot


def capitalized(name: str, language: str = "en") -> str:
    """A name with a capital at its beginning: "law of the sea" becomes "Law of the sea".

    It stays unchanged where its first word has a capital further on (eFP, iPhone, al-Shabaab), or is a particle before
    a word with a capital (bin Laden), an address, or begins with an apostrophe, a digit or a letter without case.
    """
    bare = name.lstrip(_OPENING)
    before = name[: len(name) - len(bare)]
    words = bare.split()
    if not words or before.endswith(("'", "‘")):
        return name
    first = words[0]
    own = first != first.lower() or _ADDRESS.search(first)
    if own or _is_surname(words):
        return name
    letter = "İ" if bare[0] == "i" and language.lower().split("-")[0] in _DOTTED else bare[0].title()
    return before + (letter if len(letter) == 1 else bare[0]) + bare[1:]


def _is_surname(words: list[str]) -> bool:
    """Whether the words are one particle or more before a word with a capital."""
    if words[0] not in _PARTICLES:
        return False
    name = next((word for word in words if word not in _PARTICLES), "")
    return name != name.lower()


def from_capitals(name: str, language: str = "en", small: Collection[str] = ()) -> str:
    """A name in capitals as prose writes it, word by word: "КИЇВ" becomes "Київ"; one in usual case stays.

    `small` are words that stay in lower case within it: "LAS PALMAS DE GRAN CANARIA" is "Las Palmas de Gran Canaria".
    """
    words = [_word_from_capitals(word, language) for word in name.split()]
    return " ".join(
        word.lower() if at and word.lower() in small and was.isupper() else word
        for at, (word, was) in enumerate(zip(words, name.split(), strict=True))
    )


def _word_from_capitals(word: str, language: str) -> str:
    if not word.isupper() or len(word) < 2 or "." in word:
        return word
    dotted = language.lower().split("-")[0] in _DOTTED
    lower = (word.replace("İ", "i").replace("I", "ı") if dotted else word).lower()
    parts = (_elided(part, language) if not at or len(part) > 3 else part for at, part in enumerate(lower.split("-")))
    return "-".join(parts)


def _elided(word: str, language: str) -> str:
    """A word with its capital, and that of the name after an article of one letter: "L'Aquila"."""
    found = re.match(r"([ld]['’])(?=[^\W\d_])", word)
    if found is None:
        return capitalized(word, language)
    return found[1].capitalize() + capitalized(word[found.end() :], language)
