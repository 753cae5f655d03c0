"""Closed classes of English words, and a sentence as words: what the headline's grammar stands on."""

import re


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set: a readable way to write a long list."""
    return frozenset(text.split())


DETERMINERS = word_set(
    "a an the this that these those its their his her our my your some any all both each every no another several many "
    "few most more other such"
)
PREPOSITIONS = word_set(
    "about above across after against along alongside amid amidst among around as at before behind "
    "below beneath beside "
    "between beyond by despite down during except following for from in inside into near of off on "
    "onto out outside over "
    "past per regarding concerning since through throughout to toward towards under underneath until up upon via with "
    "within without"
)
AUXILIARIES = word_set(
    "is are was were am be been being has have had will would can could may might must shall should do does did"
)
FINITE_AUXILIARIES = AUXILIARIES - {"be", "been", "being"}
RELATIVES = word_set("who which that whose whom where when")
SUBORDINATORS = word_set(
    "after although as because before if once since so that though unless until when whenever where whereas "
    "whether while "
    "who which whose whom why how amid following"
)
PRONOUNS = word_set("it he she they we i you")
ADVERBS = word_set(
    "also not never now still already just once again even ever soon almost nearly once often then thus further "
    "today yesterday recently officially formally successfully jointly publicly"
)
CONJUNCTIONS = word_set("and or but nor yet")

_WORD = re.compile(r"(?:[^\s,;:]|[,:](?=\d))+|[,;:]")


def words_of(text: str) -> list[str]:
    """Words with their quotation marks and stops; commas, semicolons and colons stand alone."""
    return _WORD.findall(text)


def text_of(words: list[str]) -> str:
    """The words as a text again."""
    return " ".join(words).replace(" ,", ",").replace(" ;", ";").replace(" :", ":")


def plain(word: str) -> str:
    """A word in small letters without the marks around it."""
    return word.strip('"“”‘()[]!?').rstrip(".’'").lower()
