"""Remove what is between the first noun of a sentence and its verb, found by commas before parsing.

The parser easily misreads it: "Holm Marine, the yard that builds the Skarv, a missile for the army, is hiring".
"""

import re

from site_gen.extract.headline.lexicon import SPEECH
from site_gen.extract.headline.verbs import verb_of

_ASIDE = re.compile(r"(?P<who>[^,;:“”\"]{3,80}), (?=(?:an?|the|one of|part of) )")
_VERB = re.compile(r",(?= (?:(?:now|also|recently|[a-z]+ly) )?(?P<verb>[a-z]+)\b)")
_LONGEST = 180
_AUXILIARIES = frozenset(
    ("is", "are", "was", "were", "has", "have", "had", "will", "would", "may", "might", "could", "can", "should")
)
_NOT_FIRST = frozenset(
    ("in", "on", "at", "after", "as", "with", "when", "while", "if", "by", "for", "from", "before", "during", "since")
) | frozenset(("under", "despite", "amid", "among", "according", "following", "although", "though", "because", "there"))


def without_aside(text: str) -> str:
    """The sentence without an apposition to its first noun between commas right before the verb."""
    opening = _ASIDE.match(text)
    if opening is None or not _is_noun(opening["who"]):
        return text
    for found in _VERB.finditer(text, opening.end(), opening.end() + _LONGEST):
        aside = text[opening.end() : found.start()]
        if any(mark in aside for mark in '“”";:'):
            return text
        if found["verb"] in _AUXILIARIES or _is_past(found["verb"]):
            if found["verb"] in ("are", "have", "were") and " and " in aside:
                return text  # one of several who did it
            if _has_speech_verb(text[found.end() :]):
                return text  # who it is may be the name of the speaker
            return f"{opening['who']}{text[found.end() :]}"
    return text


def _is_noun(text: str) -> bool:
    """Whether the words before the first comma have no verb in them."""
    words = text.split(" ")
    return words[0].lower() not in _NOT_FIRST and not any(
        word in _AUXILIARIES or word in ("not", "that", "who") or _is_past(word) or word.endswith("ing")
        for word in words
    )


def _is_past(word: str) -> bool:
    return word.islower() and verb_of(word, "past") is not None


def _has_speech_verb(rest: str) -> bool:
    verbs = (verb_of(word, form) for word in rest.split(" ")[:4] for form in ("past", "participle"))
    return any(verb is not None and verb.base in SPEECH for verb in verbs)
