"""Which words of an English sentence are finite verbs, and which of them is the main clause's."""

from site_gen.ingesting.headline.verbs import verb_of
from site_gen.ingesting.headline.words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE_AUXILIARIES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    plain,
    word_set,
)

MODALS = word_set("will would can could may might must shall should do does did cannot")
_NEGATED = word_set(
    "isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't mustn't shouldn't don't doesn't "
    "didn't"
)
_BE = word_set("be been being is are was were am")
_MANY = word_set("people police men women children troops aircraft most many few some those these all")
_NOUN_MARKS = (
    (DETERMINERS - {"that"})
    | (PREPOSITIONS - frozenset(("off", "out", "up", "down", "over", "on", "in")))
    | {"to", "'s"}
)
_OPENS_COMPLEMENT = (
    DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | RELATIVES
    | SUBORDINATORS
    | word_set("to one two three both only not them him us itself themselves what less more")
)
_OPENS_COMPLEMENT = _OPENS_COMPLEMENT - {"of"}
_LIMIT = 60


def low_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Each word bare and in small letters, with straight apostrophes."""
    return tuple(plain(word).replace("’", "'") for word in words)


def is_auxiliary(word: str) -> bool:
    """Whether a bare word is a finite form of be, have, do or a modal."""
    return word in FINITE_AUXILIARIES or word in _NEGATED or word == "cannot"


def is_many(word: str) -> bool:
    """Whether a bare word looks like a plural."""
    return word in _MANY or (word.endswith("s") and word.isalpha() and not word.endswith(("ss", "us", "is")))


def back_over_adverbs(low: tuple[str, ...], at: int) -> int:
    """The place of the last word before `at` that is no adverb, -1 if none."""
    at -= 1
    while at >= 0 and (
        low[at] in ADVERBS or low[at] in ("usually", "always", "only", "seldom", "rarely") or _is_ly(low[at])
    ):
        at -= 1
    return at


def is_sure(words: tuple[str, ...], low: tuple[str, ...], at: int) -> bool:
    """Whether the word can be nothing but a finite verb."""
    word, place = low[at], back_over_adverbs(low, at)
    before = low[place] if place >= 0 else ""
    if not words[at].islower():
        return False
    if is_auxiliary(word):
        return before != "to" and not (word in ("will", "may", "might", "can", "must") and before in DETERMINERS)
    if before in MODALS or before in _BE or before == "to" or not word.isalpha():
        return False
    if before in PRONOUNS and (verb_of(word, "base") or verb_of(word, "past") or verb_of(word, "present")):
        return True
    if before in _NOUN_MARKS or before.endswith("'s"):
        return False
    present = verb_of(word, "present")
    if present is not None and not present.noun:
        return True
    past = verb_of(word, "past")
    return past is not None and past.certain and not verb_of(word, "base") and not _is_adjective(words, at)


def _is_adjective(words: tuple[str, ...], at: int) -> bool:
    return at > 0 and words[at - 1].endswith("-")


def is_maybe(words: tuple[str, ...], low: tuple[str, ...], at: int, subject_many: bool) -> bool:
    """Whether the word may be a present that is a noun elsewhere: "lists turn", "the phrase sounds"."""
    word, place = low[at], back_over_adverbs(low, at)
    before = low[place] if place >= 0 else ""
    if not words[at].islower() or "-" in word or before in _NOUN_MARKS | MODALS | CONJUNCTIONS | _BE:
        return False
    if before.endswith("'s") or before == "":
        return False
    if verb_of(word, "present"):
        return not is_many(before)
    return bool(verb_of(word, "base")) and (is_many(before) or subject_many)


def main_verb(words: tuple[str, ...]) -> int | None:
    """Where the main clause of a sentence that begins with its subject has its verb; None where it is not plain."""
    low = low_of(words)
    many = _head_is_many(low)
    waiting, aside = 0, False
    guess: int | None = None
    for at in range(1, min(len(words), _LIMIT)):
        if words[at] in (";", ":"):
            break
        if words[at] == ",":
            if guess is not None and not waiting:
                break
            waiting, aside = (0, False) if aside else (waiting, aside)
        elif _opens_clause(words, low, at):
            if guess is not None:
                break
            waiting += low[at] not in PRONOUNS or not waiting
            aside = aside or (words[at - 1] == "," and low[at] in RELATIVES)
        elif is_sure(words, low, at):
            if not waiting:
                return at
            waiting -= not aside
        elif is_maybe(words, low, at, many and not waiting):
            if waiting:
                waiting -= not aside and has_complement(words, low, at)
            elif guess is None or _is_surer(words, low, guess, at):
                guess = at
    return guess


def _opens_clause(words: tuple[str, ...], low: tuple[str, ...], at: int) -> bool:
    """Whether a clause begins that has a verb of its own: "that ...", "because ...", "(the signal) it ..."."""
    word, before = low[at], low[at - 1]
    if word in PRONOUNS:
        verbal = verb_of(before, "present") or verb_of(before, "base") or verb_of(before, "past")
        return words[at - 1] != "," and not verbal and before not in PREPOSITIONS | CONJUNCTIONS
    if word in ("before", "after", "since", "until", "following", "amid", "once", "as", "so"):
        return False
    return word in RELATIVES or word in SUBORDINATORS


def _is_surer(words: tuple[str, ...], low: tuple[str, ...], guess: int, at: int) -> bool:
    """Whether a later guess is better: "Export controls decide which", not "controls"."""
    verb = verb_of(low[at], "base")
    if at == guess + 1 and is_many(low[guess]) and verb is not None and not verb.noun:
        return True
    if is_many(low[guess - 1]) and verb_of(low[at], "base") is None:
        return False  # "tugs pull big ships": the subject is a plural
    return not has_complement(words, low, guess) and has_complement(words, low, at) and at <= guess + 2


def has_complement(words: tuple[str, ...], low: tuple[str, ...], at: int) -> bool:
    """Whether what follows is what follows a verb: an article, a name, a preposition."""
    following = low[at + 1] if at + 1 < len(low) else ""
    return following in _OPENS_COMPLEMENT or _is_ly(following) or (at + 1 < len(words) and not words[at + 1].islower())


def _head_is_many(low: tuple[str, ...]) -> bool:
    """Whether the noun before the subject's first preposition or relative is a plural."""
    for at in range(1, min(len(low), 12)):
        if low[at] in PREPOSITIONS or low[at] in RELATIVES:
            return is_many(low[at - 1])
    return False


def _is_ly(word: str) -> bool:
    return (
        word.endswith("ly") and len(word) > 4 and word not in ("supply", "family", "rely", "assembly", "apply", "imply")
    )
