"""Recognises sentences with their own subject and verb.

A guess without a parser; it errs towards calling a notice a sentence, which is then kept.
"""
# ruff: noqa: E501  (the words of one kind are on one line)

import re
from collections.abc import Callable
from itertools import pairwise

from site_gen.extract.boilerplate.rule import words, words_of

IsSentence = Callable[[str], bool]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SHORTEST_PAST = 4  # "need" and "feed" are no past tense
_LEAST_WORDS = 3  # as in "Talks have failed."
_LONG_WITHOUT_STOP = 12  # words from which a verb makes a sentence without its full stop

# Finite verbs. What may also be a noun or a participle is left out.
_ENGLISH = words_of("english_verbs")
# Words that are no subject of the line before a verb.
_NO_SUBJECT = words("you i we that which who what whom whose to if when where not never as please and or")
_IMPERATIVES = words_of("imperatives")
_PRONOUNS = words("he she it they we i you this there that")
_CLAUSE = words("that if unless because when who which")  # what follows it has a subject of its own
_SPEECH = re.compile(
    r"[,\"'”’»] ?(?:(?:he|she|they|it|[\w.'-]+(?: [\w.'-]+){0,5}) )?(?:said|says|told|added|warned|wrote|insisted|argued)\b|"
    r"[»”\"],? (?:a |hat |ha |dijo|sagte|déclaré|afirmó|disse|ha detto|powiedzia)",
    re.I,
)
_OTHER = words_of("other_verbs")
_OTHER_SMALL_WORDS = words(
    "le la les des du de et dans pour une un sur avec der die das den dem und im von mit für el los las del en por con il lo gli che di nel o os da do em um uma w na z i do het een van og av på til och"
)
_ENGLISH_SMALL_WORDS = words("the of and to in for with on at by this our your you from")
_CYRILLIC = re.compile("[а-яёіїєґ]", re.I)
_CYRILLIC_VERB = re.compile(
    r"\w+(?:[аиіїеяоу]в|[аиыеяуі]л|[аиыеяуіо]л[аои]|[аиіїяуо]ли|[аиіїяуов]л[аои]ся|л[аои]сь|вся|лся|[аеиіую]ть|[аеёиу]ет|[иея]т|[ую]т|ается|ються|ється|є|ить)",
    re.I,
)
_CYRILLIC_IMPERATIVE = re.compile(r"(?:\w+(?:йте|йтесь|ите|итесь|іть|іться|йтеся)|читайте|див[иі]ться)$", re.I)


def looks_like_sentence(text: str) -> bool:
    """Whether a line has its own subject and finite verb, in English or one of nine other languages."""
    tokens = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    if len(tokens) < _LEAST_WORDS:
        return False
    if _SPEECH.search(text):
        return True
    if _END.search(text) is None and len(tokens) < _LONG_WITHOUT_STOP:
        return False
    if _CYRILLIC.search(text):
        return not _CYRILLIC_IMPERATIVE.match(tokens[0]) and any(_CYRILLIC_VERB.fullmatch(word) for word in tokens[1:])
    return _english(tokens) or _other(tokens)


def _english(tokens: list[str]) -> bool:
    imperative = tokens[0] in _IMPERATIVES
    for previous, word in pairwise(tokens):
        if _is_finite(word, imperative) and previous not in _NO_SUBJECT:
            return True
        if imperative and word in _CLAUSE:
            return False
    return tokens[0] in _PRONOUNS and any(word in _ENGLISH for word in tokens)


def _is_finite(word: str, imperative: bool) -> bool:
    """Whether a word is a finite verb; after an imperative, a form in -ed is a participle: "the news delivered"."""
    return word in _ENGLISH or (not imperative and word.endswith("ed") and len(word) > _SHORTEST_PAST)


def _other(tokens: list[str]) -> bool:
    foreign = sum(word in _OTHER_SMALL_WORDS for word in tokens)
    english = sum(word in _ENGLISH_SMALL_WORDS for word in tokens)
    return foreign > english and any(word in _OTHER for word in tokens[1:])
