"""Verbs as headlines put them: "approved" to "approves", "will send" to "to send", "was arrested" to "arrested"."""

from site_gen.ingesting.headline.verbs import verb_of
from site_gen.ingesting.headline.words import ADVERBS, RELATIVES, SUBORDINATORS, plain

_KEPT_ADVERBS = frozenset(("not", "never", "still", "again", "almost", "nearly", "even", "once", "no"))
_PASSIVES = (("has", "been"), ("have", "been"), ("is", "being"), ("are", "being"), ("was",), ("were",))


def present(group: tuple[str, ...], plural: bool | None) -> tuple[str, ...]:
    """A main clause's verb group in headline tense. `plural` is the subject's number; where it is None and the
    form would depend on it, the group stays in the past.
    """
    words = tuple(word for word in group if _kept(word))
    auxiliaries, main = tuple(word.lower() for word in words[:-1]), words[-1]
    if not auxiliaries:
        return _simple(main, plural)
    first = auxiliaries[0]
    if first in ("has", "have") and len(words) == 2 and (verb := verb_of(main, "participle")):
        return (verb.present if first == "has" else verb.base,)
    if auxiliaries in _PASSIVES and verb_of(main, "participle"):
        return (main,)
    if first in ("is", "are") and len(words) == 2 and (verb := verb_of(main, "ing")):
        return (verb.present if first == "is" else verb.base,)
    if first == "will" and "not" not in auxiliaries:
        return ("to", *words[1:])
    return words


def reported(group: tuple[str, ...]) -> tuple[str, ...]:
    """A verb group after "says": "had repelled" to "repelled", "would offer" to "will offer"."""
    words = tuple(word for word in group if _kept(word))
    first = words[0].lower()
    if first == "had" and len(words) == 2 and (verb := verb_of(words[1], "participle")):
        return (verb.past,)
    if first == "would":
        return ("will", *words[1:])
    return words


def coordinated(rest: tuple[str, ...], plural: bool, passive: bool) -> tuple[str, ...]:
    """The rest of a clause with "and freed ..." put in the present with its main verb; "and 70 were hurt" as short."""
    if passive:
        return _without_auxiliary(rest)
    words = list(rest)
    for at, word in enumerate(words):
        low = plain(word)
        if low in RELATIVES or low in SUBORDINATORS:
            break
        if low in ("and", "but", "then") and at + 2 < len(words):
            verb = verb_of(plain(words[at + 1]), "past")
            if verb and words[at + 1].islower() and plain(words[at + 2]) != "by" and verb.past != verb.base:
                words[at + 1] = verb.base if plural else verb.present
    return tuple(words)


def _without_auxiliary(rest: tuple[str, ...]) -> tuple[str, ...]:
    for at, word in enumerate(rest):
        if plain(word) in RELATIVES or plain(word) in SUBORDINATORS:
            break
        if word in ("was", "were") and at + 1 < len(rest) and verb_of(plain(rest[at + 1]), "participle"):
            return (*rest[:at], *rest[at + 1 :])
    return rest


def _simple(main: str, plural: bool | None) -> tuple[str, ...]:
    verb = verb_of(main, "past")
    if verb is None or plural is None or verb.past == verb.base:
        return (main,)
    return (verb.base if plural else verb.present,)


def _kept(word: str) -> bool:
    low = word.lower()
    return low in _KEPT_ADVERBS or not (low in ADVERBS or (low.endswith("ly") and verb_of(low, "base") is None))
