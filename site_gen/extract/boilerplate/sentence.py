"""Whether a line is a sentence with its own subject and verb.

A careful guess without a parser: it would rather call a notice a sentence than a sentence a notice.
"""
# ruff: noqa: E501  (the words of one kind stand on one line)

import re
from collections.abc import Callable
from itertools import pairwise

from site_gen.extract.boilerplate.rule import words, words_of

IsSentence = Callable[[str], bool]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SHORTEST_PAST = 4  # "need" and "feed" are none
_LEAST_WORDS = 3  # "Talks have failed." is the shortest that is taken for one
_LONG_WITHOUT_STOP = 12  # words from which a verb makes a sentence without its full stop

# Verbs in a form that needs a subject. What may also be a noun or a participle is left out.
_ENGLISH = words_of("english_verbs")
# Words before a verb that do not make them subject and verb of the whole line.
_NO_SUBJECT = words("you i we that which who what whom whose to if when where not never as please and or")
_ASKS = words_of("imperatives")
_PRONOUNS = words("he she it they we i you this there that")
_CLAUSE = words("that if unless because when who which")  # what follows it has a subject of its own
_SPEECH = re.compile(
    r"[,\"'”’»] ?(?:(?:he|she|they|it|[\w.'-]+(?: [\w.'-]+){0,5}) )?(?:said|says|told|added|warned|wrote|insisted|argued)\b|"
    r"[»”\"],? (?:a |hat |ha |dijo|sagte|déclaré|afirmó|disse|ha detto|powiedzia)",
    re.I,
)
_OTHER = words_of("other_verbs")
_OTHER_SIGNS = words(
    "le la les des du de et dans pour une un sur avec der die das den dem und im von mit für el los las del en por con il lo gli che di nel o os da do em um uma w na z i do het een van og av på til och"
)
_ENGLISH_SIGNS = words("the of and to in for with on at by this our your you from")
_CYRILLIC = re.compile("[а-яёіїєґ]", re.I)
_CYRILLIC_VERB = re.compile(
    r"\w+(?:[аиіїеяоу]в|[аиыеяуі]л|[аиыеяуіо]л[аои]|[аиіїяуо]ли|[аиіїяуов]л[аои]ся|л[аои]сь|вся|лся|[аеиіую]ть|[аеёиу]ет|[иея]т|[ую]т|ается|ються|ється|є|ить)",
    re.I,
)
_CYRILLIC_ASKS = re.compile(r"(?:\w+(?:йте|йтесь|ите|итесь|іть|іться|йтеся)|читайте|див[иі]ться)$", re.I)


def looks_like_sentence(text: str) -> bool:
    """Whether a line has a subject and a finite verb of its own, in English and nine languages more."""
    spoken = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    if len(spoken) < _LEAST_WORDS:
        return False
    if _SPEECH.search(text):
        return True
    if _END.search(text) is None and len(spoken) < _LONG_WITHOUT_STOP:
        return False
    if _CYRILLIC.search(text):
        return not _CYRILLIC_ASKS.match(spoken[0]) and any(_CYRILLIC_VERB.fullmatch(word) for word in spoken[1:])
    return _english(spoken) or _other(spoken)


def _english(spoken: list[str]) -> bool:
    asks = spoken[0] in _ASKS
    for before, word in pairwise(spoken):
        if _is_finite(word, asks) and before not in _NO_SUBJECT:
            return True
        if asks and word in _CLAUSE:
            return False
    return spoken[0] in _PRONOUNS and any(word in _ENGLISH for word in spoken)


def _is_finite(word: str, asks: bool) -> bool:
    """After a request, a form in -ed is a participle: "the news delivered"."""
    return word in _ENGLISH or (not asks and word.endswith("ed") and len(word) > _SHORTEST_PAST)


def _other(spoken: list[str]) -> bool:
    foreign = sum(word in _OTHER_SIGNS for word in spoken)
    english = sum(word in _ENGLISH_SIGNS for word in spoken)
    return foreign > english and any(word in _OTHER for word in spoken[1:])
