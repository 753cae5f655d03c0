"""Where the main verb of a news sentence stands; what is before it is the subject, what is after it the rest."""

from msgspec import Struct

from site_gen.ingesting.headline.verbs import Form, verb_of
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


class Clause(Struct, frozen=True):
    """A sentence as three runs of words."""

    subject: tuple[str, ...]
    verb: tuple[str, ...]
    rest: tuple[str, ...]


_MODIFIERS = (
    DETERMINERS
    | PREPOSITIONS
    | word_set(
        """
    newly most highly previously heavily widely and or - not to as than self
    """
    )
)
_SAYS = frozenset(("say", "said", "says", "announced", "warned", "told", "added"))
# Plural presents that are hardly ever nouns.
_PLAIN_PRESENT = frozenset(
    ("appear", "seem", "remain", "continue", "include", "want", "need", "believe", "agree", "require")
)
_OPEN_INSIDE = frozenset(("whether", "because", "if", "although", "though", "while", "how", "why"))
_MODALS = frozenset(("will", "would", "can", "could", "may", "might", "must", "shall", "should"))
# Pasts of verbs without an object: they cannot hang on a noun as "escorted by" does.
_ALWAYS_FINITE = word_set(
    """
    died arrived departed resigned collapsed exploded emerged occurred happened appeared remained agreed failed
    responded traveled travelled participated erupted vowed hoped voted met attended
    """
)
# Plurals that look like verbs in -s.
_PLURALS = word_set(
    """
    forces ships troops strikes attacks plans talks raids rights works needs tests lines points stations services
    sources arms planes tanks guards units results sales exports imports orders deals contracts missions exercises
    operations bases parts markets shares costs leads launches fires shells mines bombs rounds teams groups claims
    demands threats charges changes crews
    """
)
_SUBJECT_LIMIT = 45
"""Words; a verb further on than this is not worth a headline."""


def find_clause(words: list[str]) -> Clause | None:
    """The main clause, or None where no word is surely its verb."""
    low = [plain(word) for word in words]
    at = _main_verb(words, low) or _present_verb(words, low)
    if at is None or at == 0:
        return None
    end = _group_end(low, at)
    start = at
    while (
        start > 1
        and (low[start - 1] in ADVERBS or low[start - 1].endswith("ly"))
        and low[start - 1] not in ("family", "july")
    ):
        start -= 1
    return Clause(tuple(words[:start]), tuple(words[start:end]), tuple(words[end:]))


def _main_verb(words: list[str], low: list[str]) -> int | None:
    skip = 0
    in_aside = False
    for at in range(min(len(words), _SUBJECT_LIMIT)):
        word = low[at]
        if at and (word in RELATIVES or word in _OPEN_INSIDE) and not (word == "that" and at < 2):
            skip += 1
            in_aside = low[at - 1] == "" and words[at - 1] == ","
            continue
        if words[at] == ",":
            if in_aside and skip:
                skip, in_aside = 0, False
            continue
        if words[at] in (";", ":"):
            return None
        if at and _is_finite(words, low, at):
            if skip:
                # "the report, which says he was ..., ends ...": what is said has a verb of its own.
                skip += 1 if low[at] in _SAYS else -1
                continue
            return at
    return None


def _present_verb(words: list[str], low: list[str]) -> int | None:
    """A verb in -s that could be a noun, taken where the sentence has no other: "Acme Corp reports new results"."""
    for at in range(1, min(len(words), _SUBJECT_LIMIT)):
        if low[at] in RELATIVES or words[at] in (",", ";", ":"):
            return None
        verb = verb_of(low[at], "present")
        if (
            verb
            and low[at] not in _PLURALS
            and words[at].islower()
            and words[at - 1][0].isupper()
            and not words[at - 1].endswith((".", "'s", "’s"))
        ):
            following = low[at + 1] if at + 1 < len(low) else ""
            if following not in ("of", "and", "in", "from", "") and not verb_of(following, "ing"):
                return at
    return None


def _is_finite(words: list[str], low: list[str], at: int) -> bool:
    word, before = low[at], low[at - 1]
    following = low[at + 1] if at + 1 < len(low) else ""
    if word in FINITE_AUXILIARIES:
        if not words[at].islower():
            return False
        return before not in ("and", "to", "of") and not (
            word in ("will", "may", "might", "can") and before in DETERMINERS
        )
    if before in ("we", "they", "i", "you") and words[at].islower() and verb_of(word, "base"):
        return True
    if "-" in word or not word.isalpha() or words[at][0].isupper():
        return False
    if before in _MODIFIERS or before.endswith(("'s", "’s")) or words[at - 1].endswith(("'", "’")):
        return False
    if before in ("recently", "previously") and at > 1 and low[at - 2] in DETERMINERS:
        return False
    if word in _ALWAYS_FINITE:
        return True
    if "-" in before and words[at - 1].islower():
        return False
    past = verb_of(word, "past")
    if past is not None and not (past.noun and past.past == past.base):
        return past.certain or word in _SAYS or not _is_participle(words, low, at, following)
    if word == "say":
        return True
    if word in _PLAIN_PRESENT:
        return before.endswith("s") and (following == "to" or following in DETERMINERS)
    present = verb_of(word, "present")
    if present is None:
        return False
    if present.noun:
        sure = following in DETERMINERS or (following == "to" and words[at - 1][0].isupper())
        return sure and not _verb_later(words, low, at + 1)
    return following not in ("of", "and", "is", "are", "was", "were") and not (
        words[at - 1] == "," or (following in FINITE_AUXILIARIES)
    )


def _is_participle(words: list[str], low: list[str], at: int, following: str) -> bool:
    """Whether a form in -ed hangs on the noun before it ("a ship escorted by ..."); then the verb is elsewhere."""
    if following == "by" and low[at - 1] not in _SAYS:
        return True
    after_comma = words[at - 1] == ","
    if after_comma and words[:at].count(",") == 1 and (following in PREPOSITIONS or following in ("as", "to")):
        return True
    if following in PREPOSITIONS or following in ("as", "to", "") or (after_comma and following not in DETERMINERS):
        return _verb_later(words, low, at + 1)
    return False


def _verb_later(words: list[str], low: list[str], start: int) -> bool:
    """Whether another finite verb follows that is neither coordinated with this one nor in a clause of its own."""
    blocked = False
    for at in range(start, min(len(low), _SUBJECT_LIMIT)):
        word, before = low[at], low[at - 1]
        if word in SUBORDINATORS or word in PRONOUNS:
            blocked = True
        elif words[at] == ",":
            blocked = False
        elif not blocked:
            past = verb_of(word, "past")
            if word in FINITE_AUXILIARIES and before not in CONJUNCTIONS:
                return True
            if (
                past is not None
                and past.past != past.base
                and "-" not in word
                and before not in _MODIFIERS
                and before not in CONJUNCTIONS
                and not before.endswith("ly")
                and (
                    past.certain
                    or (at + 1 < len(low) and low[at + 1] not in PREPOSITIONS and low[at + 1] not in ("to", "as"))
                )
            ):
                return True
    return False


def _group_end(low: list[str], at: int) -> int:
    """Past the auxiliaries, adverbs and the verb that they serve."""
    end = at + 1
    if low[at] not in FINITE_AUXILIARIES:
        return end
    while end < len(low) and (
        low[end] in ADVERBS
        or low[end] in ("be", "been", "being", "have", "to")
        or (low[end].endswith("ly") and low[end].isalpha())
    ):
        if low[end] == "to" and not (
            low[end - 1] in ("is", "are", "was", "were", "has", "have", "had") and _base(low, end + 1)
        ):
            return end
        end += 1
    modal = (
        end < len(low) and low[end - 1] in _MODALS and low[end].isalpha() and low[end] not in DETERMINERS | PREPOSITIONS
    )
    return end + 1 if end < len(low) and (modal or _is_verb(low[end], low[end - 1])) else end


def _is_verb(word: str, before: str) -> bool:
    if before in ("has", "have", "had", "been", "being") and word.endswith("ed"):
        return True
    forms: tuple[Form, ...] = ("participle", "ing", "base", "past")
    return any(verb_of(word, form) for form in forms)


def _base(low: list[str], at: int) -> bool:
    return at < len(low) and (verb_of(low[at], "base") is not None or low[at] in ("be", "have"))
