"""The stem of an English word: "deliveries", "delivered" and "delivery" have the same one."""

from functools import lru_cache

from site_gen.extract.claims.word_lists import words
from site_gen.extract.headline.verbs import Form, verb_of

_FORMS: tuple[Form, ...] = ("past", "participle", "present", "ing")
_SUFFIXES = sorted(words("suffixes"), key=lambda suffix: (-len(suffix), suffix))
_SHORTEST = 4
_KEPT = words("kept")
_PLURALS = {
    "men": "man",
    "women": "woman",
    "people": "people",
    "children": "child",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "thieves": "thief",
    "crises": "crisis",
    "feet": "foot",
    "news": "news",
    "series": "series",
    "forces": "force",
    "aircraft": "aircraft",
    "died": "die",
    "dying": "die",
    "lying": "lie",
    "lied": "lie",
    "tied": "tie",
    "dead": "dead",
    "led": "lead",
    "left": "leave",
    "held": "hold",
    "fired": "fire",
    "bought": "buy",
    "better": "good",
    "best": "good",
    "worse": "bad",
    "worst": "bad",
}
_COMPARED = {
    form: base
    for base in words("compared")
    for form in (
        f"{base}{base[-1] if base == 'big' else ''}{'' if base.endswith('e') else 'e'}{end}" for end in ("r", "st")
    )
}
_BE = frozenset(("is", "are", "was", "were", "been", "being", "am", "be", "’s", "'s", "’re", "'re"))


@lru_cache(maxsize=8192)
def lemma(word: str) -> str:
    """The base form of a lower-case word: of a verb, or the singular of a noun."""
    if word in _BE:
        return "be"
    if word in _PLURALS:
        return _PLURALS[word]
    if word.isalpha() and (word.endswith(("ed", "ing")) or not word.endswith(("s", "e", "y"))):
        for form in _FORMS:
            verb = verb_of(word, form)
            if verb is not None and len(verb.base) > 1:
                return verb.base
    if word.isalpha() and word.endswith("e"):
        return _irregular(word)
    return _base_of_ing(word) if word.endswith("ing") and len(word) > 6 else _singular(word)


def _irregular(word: str) -> str:
    """The base of "made" or "gave"; the word itself where it is no irregular past."""
    for form in ("past", "participle"):
        verb = verb_of(word, form)
        if verb is not None and word in (verb.past, verb.participle):
            return verb.base
    return word


def _base_of_ing(word: str) -> str:
    """The base of a form whose last letter may be doubled or not: "canceling", "cancelling"."""
    for base in (word[:-3], word[:-4] if word[-4] == word[-5] else word[:-3] + "e"):
        verb = verb_of(base, "base")
        if verb is not None:
            return verb.base
    return word


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """What is left of a lower-case word without inflection and common suffixes."""
    base = _COMPARED.get(word) or lemma(word)
    while base not in _KEPT:
        shorter = _shortened(base)
        if shorter == base:
            break
        base = shorter
    return base


def _shortened(base: str) -> str:
    for suffix in _SUFFIXES:
        if base.endswith(suffix) and len(base) - len(suffix) >= _SHORTEST:
            return base[: -len(suffix)]
    if base.endswith("ate") and len(base) >= 7:
        return base[:-3]
    if base.endswith(("e", "y")) and len(base) >= 6:
        return base[:-1]
    return base
