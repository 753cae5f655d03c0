"""Closed classes of English words, and a sentence as words: what the headline's grammar stands on."""

import re


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _set(
    "a an the this that these those its their his her our my your some any all both each every no another several many "
    "few most more other such"
)
PREPOSITIONS = _set(
    "about above across after against along alongside amid amidst among around as at before behind below beneath beside "
    "between beyond by despite down during except following for from in inside into near of off on onto out outside over "
    "past per regarding concerning since through throughout to toward towards under underneath until up upon via with within without"
)
AUXILIARIES = _set(
    "is are was were am be been being has have had will would can could may might must shall should do does did"
)
FINITE_AUXILIARIES = AUXILIARIES - {"be", "been", "being"}
RELATIVES = _set("who which that whose whom where when")
SUBORDINATORS = _set(
    "after although as because before if once since so that though unless until when whenever where whereas whether while "
    "who which whose whom why how amid following"
)
PRONOUNS = _set("it he she they we i you")
ADVERBS = _set(
    "also not never now still already just once again even ever soon almost nearly once often then thus further "
    "today yesterday recently officially formally successfully jointly publicly"
)
CONJUNCTIONS = _set("and or but nor yet")

_WORD = re.compile(r"(?:[^\s,;:]|[,:](?=\d))+|[,;:]")
_SPACE_BEFORE = re.compile(r" (?=[,;:](?: |$))")


def words_of(text: str) -> list[str]:
    """Words with their quotation marks and stops; commas, semicolons and colons stand alone."""
    return _WORD.findall(text)


def text_of(words: list[str]) -> str:
    """The words as a text again."""
    return _SPACE_BEFORE.sub("", " ".join(words))


def plain(word: str) -> str:
    """A word in small letters without the marks around it."""
    return word.strip('"“”‘()[]!?').rstrip(".’'").lower()
