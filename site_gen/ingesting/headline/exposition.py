"""Headlines for a text that explains: its first sentence in its own words, cut only where a whole clause ends."""

import re
from collections.abc import Iterator

from site_gen.ingesting.headline.clause import find_clause
from site_gen.ingesting.headline.finite import (
    back_over_adverbs,
    has_complement,
    is_auxiliary,
    is_many,
    low_of,
    main_verb,
)
from site_gen.ingesting.headline.seams import ends
from site_gen.ingesting.headline.sound import is_sound
from site_gen.ingesting.headline.strip import without_brackets
from site_gen.ingesting.headline.subject import opens
from site_gen.ingesting.headline.verbs import verb_of
from site_gen.ingesting.headline.words import (
    ADVERBS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    plain,
    text_of,
    word_set,
    words_of,
)

Words = tuple[str, ...]

_NEWS = re.compile(
    r"\b(?:said|told|announce[sd]|predicted|reported|reportedly|according to|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|today|yesterday|tonight|this (?:week|month|morning)|last (?:week|month|night)|next (?:week|month)"
    r"|mln|dlrs|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.? \d{1,2})\b"
)
_PAST = frozenset(("was", "were", "had", "will", "would", "did", "wasn't", "weren't", "hadn't", "won't", "didn't"))
# What ministers and firms do on one day, though a release puts it in the present.
_ACTS = word_set(
    "welcome mark comment condemn call urge launch announce meet visit report deliver win award reiterate express "
    "congratulate sign select unveil pledge confirm receive plan issue say"
)
_SHORTEST = 16
_LONGEST_NAME = 45
"""Characters of a subject that may stand for "it" or "they"."""
_SMALL = frozenset(("just", "simply", "really", "quite", "very", "also", "actually"))
_NO_ANTECEDENT = word_set(
    "it he she they we i you this that these those its his her their our your here there such both another one"
)
_PRO_FORMS = re.compile(r"\b(?:does|do|did) so\b|\bthe (?:same|former|latter|other|two)\b|\bthis one\b")
# What a part that was left out costs, in characters of headline.
_SMALL_COST, _THE_COST, _INTO_COST, _SUBJECT_COST = 1.0, 2.0, 6.0, 30.0
_CHANGES = frozenset(
    ("turn", "transform", "convert", "make", "change", "divide", "translate", "split", "pull", "bring")
)


def explains(sentence: str) -> bool:
    """Whether a first sentence tells how things are, and not what has happened."""
    if _NEWS.search(sentence) or sentence.endswith("?"):
        return False
    words = tuple(words_of(_bare(sentence)))
    if not words or opens(words):
        return False
    at = main_verb(words)
    if at is None:
        return False
    low = low_of(words)
    verb = low[at]
    if verb == "say" or (_base(verb) in _ACTS and verb.endswith("s")) or _has_past_before(words, at):
        return False
    if not is_auxiliary(verb):
        return not verb_of(verb, "past") or bool(verb_of(verb, "base"))
    place = at + 1
    while place < len(low) and (low[place] in ADVERBS or low[place].endswith("ly")):
        place += 1
    following = low[place] if place < len(low) else ""
    if verb in _PAST or following == "being" or (verb in ("is", "are") and following.endswith("ing")):
        return False
    if verb in ("has", "have"):
        after = low[place + 1] if place + 1 < len(low) else ""
        return not verb_of(following, "participle") and (following != "been" or not verb_of(after, "participle"))
    return True


def _has_past_before(words: Words, at: int) -> bool:
    """Whether the clause of a news sentence, whose verb is a past or an act, begins before the verb that was found."""
    clause = find_clause(list(words))
    weak = not is_auxiliary(plain(words[at])) and not has_complement(words, low_of(words), at)
    if clause is None or len(clause.subject) > at + (2 if weak else 0):
        return False
    verb = plain(clause.verb[0])
    past = verb_of(verb, "past") is not None and not verb_of(verb, "base")
    return verb in _PAST or (_base(verb) in _ACTS and verb.endswith("s")) or (not is_auxiliary(verb) and past)


def exposition(sentences: tuple[str, ...], longest: int) -> tuple[int, str] | None:
    """The headline of a text whose first sentence explains, and the number of the sentence that gave it.

    A later sentence is asked only when the one before gives no whole clause; "it" and "they" at the head of the
    second are the subject of the first. At last the subject alone is the headline.
    """
    topic = _topic(sentences[0])
    for number, sentence in enumerate(sentences[:4]):
        named = _named(sentence, topic) if number == 1 else sentence
        if number and not _stands_alone(named):
            continue
        offers = sorted((-worth, title) for worth, title in _offers(named, longest) if not number or _names_all(title))
        if offers:
            return number, offers[0][1]
    return (0, _finished(tuple(words_of(topic)))) if 8 <= len(topic) <= longest and " of " not in topic else None


def _offers(sentence: str, longest: int) -> Iterator[tuple[float, str]]:
    if sentence.endswith("?"):
        return
    whole = sentence.rstrip(".")
    if _SHORTEST <= len(whole) <= longest and sentence.endswith(".") and is_sound(whole, cut=False):
        yield 200.0, whole[:1].upper() + whole[1:]
        return
    words = tuple(words_of(_bare(sentence)))
    if len(words) < 4 or opens(words):
        return
    for cost, form in _forms(words):
        verb = main_verb(form)
        if verb is None:
            continue
        for end, price in ends(form, verb):
            title = _finished(form[:end])
            if _SHORTEST <= len(title) <= longest and is_sound(title, cut=end < len(form)):
                yield len(title) - cost - price, title


def _forms(words: Words) -> Iterator[tuple[float, Words]]:
    """The sentence, and what is left of it without small words, the article of a name, a part of its subject."""
    yield 0.0, words
    cost, small = _SMALL_COST, tuple(word for word in words if plain(word) not in _SMALL)
    if small != words and is_sound(text_of(list(small)), cut=False):
        yield cost, small
    else:
        small, cost = words, 0.0
    if plain(small[0]) == "the" and small[1][:1].isupper():
        yield cost + _THE_COST, small[1:]
    if (one := _without_means(small)) != small:
        yield cost + _INTO_COST, one
    if (core := _shorter_subject(small)) != small:
        yield cost + _SUBJECT_COST, core


def _without_means(words: Words) -> Words:
    """Such as "turns a fighter (with short legs) into": what hangs on the object between the verb and its "into"."""
    verb = main_verb(words)
    low = low_of(words)
    if verb is None or "into" not in low[verb:] or _base(low[verb]) not in _CHANGES:
        return words
    into = low.index("into", verb)
    for at in range(verb + 3, into):
        if low[at] in ("with", "in", "from", "on", "at") and "," not in words[verb:into]:
            return words[:at] + words[into:]
    return words


def _shorter_subject(words: Words) -> Words:
    """Without "of the ..." at the end of the subject, where that is a name in capitals."""
    verb = main_verb(words)
    low = low_of(words)
    if verb is None:
        return words
    for at in range(1, verb):
        named = words[at + 1][:1].isupper() or (low[at + 1] in DETERMINERS and words[min(at + 2, verb)][:1].isupper())
        if low[at] in PREPOSITIONS and named and is_many(low[at - 1]) and at > 1 and low[0] not in DETERMINERS:
            return words[:at] + words[verb:]
    return words


def _base(word: str) -> str:
    verb = verb_of(word, "present") or verb_of(word, "base")
    return verb.base if verb else word


def _topic(sentence: str) -> str:
    """The subject of a sentence without what hangs on it; empty where it cannot be told."""
    words = tuple(words_of(_bare(sentence)))
    verb = main_verb(words)
    if verb is None:
        return ""
    subject = words[:verb]
    while subject and back_over_adverbs(low_of(subject), len(subject)) < len(subject) - 1:
        subject = subject[:-1]
    low = low_of(subject)
    if "," in subject or not subject or low[0] in PRONOUNS or set(low) & {"that", "who", "which", "where", "whose"}:
        return ""
    return text_of(list(subject))


def _named(sentence: str, topic: str) -> str:
    """A sentence about "it" or "they" with the subject of the one before in that place."""
    for pronoun, many in (("They ", True), ("It ", False)):
        if sentence.startswith(pronoun) and topic and len(topic) <= _LONGEST_NAME and _is_plural(topic) == many:
            return topic + sentence[len(pronoun) - 1 :]
    return sentence


def _is_plural(topic: str) -> bool:
    low = low_of(tuple(words_of(topic)))
    head = next((low[at - 1] for at in range(1, len(low)) if low[at] in PREPOSITIONS), low[-1])
    return is_many(head) or "and" in low


def _stands_alone(sentence: str) -> bool:
    """Whether a sentence from further down makes sense as the first: not "it", "the clause", "some of them"."""
    words = words_of(sentence)
    if len(words) < 4 or _PRO_FORMS.search(sentence):
        return False
    low = low_of(tuple(words))
    if low[0] in _NO_ANTECEDENT or (low[0] == "the" and not words[1][:1].isupper()):
        return False
    return low[0] not in ("and", "but", "so", "yet")


def _names_all(title: str) -> bool:
    return not set(low_of(tuple(words_of(title)))) & {"he", "she", "his", "her", "this", "these", "those"}


def _bare(sentence: str) -> str:
    return re.sub(r"\.?([\"”’']?)\.?$", r"\1", without_brackets(sentence)).lstrip("*_#> ")


def _finished(words: Words) -> str:
    text = text_of(list(words)).strip(" ,;:-–—")
    return text[:1].upper() + text[1:]
