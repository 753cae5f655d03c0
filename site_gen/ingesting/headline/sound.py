"""Whether a headline reads as one whole English clause: simple tests that every headline passes last."""

from site_gen.ingesting.headline.finite import is_auxiliary, is_many, is_sure, low_of
from site_gen.ingesting.headline.verbs import verb_of
from site_gen.ingesting.headline.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    word_set,
    words_of,
)

PARTICLES = word_set("out up off down back away home ashore aboard")
WANTS_MORE = (
    (DETERMINERS - {"all", "both", "any", "some", "many", "few", "most", "more", "other", "her", "this", "that"})
    | (PREPOSITIONS - PARTICLES)
    | CONJUNCTIONS
    | RELATIVES
    | (SUBORDINATORS - {"so", "once", "before", "since"})
    | (AUXILIARIES - {"do", "does", "did"})
    | word_set(
        "to than what very only just even too as almost nearly quite rather including such not its their no least less "
        "more most i we they he she"
    )
)
"""Words, bare and in small letters, that no clause ends with."""
WANTS_TO_DO = word_set(
    "hard easy difficult able unable ready likely unlikely willing unwilling due bound eager keen reluctant prone "
    "determined supposed certain sure free enough impossible"
)
"""Adjectives that "to do" completes."""
_CLAUSE_AFTER = word_set(
    "say believe think fear hope mean know show claim deny warn insist expect see hear feel confirm doubt suggest "
    "report tell inform remind assure announce admit vow ask predict promise argue charge agree learn "
    "find indicate reveal estimate"
)
_CONNECTS = CONJUNCTIONS | RELATIVES | SUBORDINATORS | PRONOUNS | word_set("than what whatever whoever to as nor then")
_MARKS = frozenset((",", ";", ":", "-", "–", "—", "--"))


def is_sound(title: str, cut: bool = True) -> bool:
    """Whether nothing hangs at the end, quotation marks and brackets are closed and each verb has its clause.

    A sentence that was not `cut` may end as its writer ended it: "where the shell came from".
    """
    words = tuple(words_of(title))
    if len(words) < 3 or not _is_balanced(title):
        return False
    low = low_of(words)
    if cut and (low[-1] in WANTS_MORE or low[-1] in WANTS_TO_DO or low[-1].endswith("'s")):
        return False
    return _has_verb(words, low) and not _has_loose_verb(words, low)


def is_participle_whole(low: tuple[str, ...], at: int) -> bool:
    """Whether a participle at the end has its "be"; true for any other word."""
    verb = verb_of(low[at], "participle")
    if verb is None or (verb.noun and not low[at].endswith("ed")) or verb_of(low[at], "base"):
        return True
    return any(word in AUXILIARIES for word in low[max(0, at - 3) : at])


def _is_balanced(title: str) -> bool:
    return (
        title.count('"') % 2 == 0
        and title.count("“") == title.count("”")
        and title.count("(") == title.count(")")
        and title.count("[") == title.count("]")
    )


def _has_verb(words: tuple[str, ...], low: tuple[str, ...]) -> bool:
    """Whether any word can be the verb; a headline's is often a bare participle ("Two sailors injured")."""
    for at in range(1, len(words)):
        if words[at].islower() and (
            is_auxiliary(low[at])
            or verb_of(low[at], "present")
            or verb_of(low[at], "past")
            or verb_of(low[at], "participle")
            or (
                verb_of(low[at], "base")
                and (low[at - 1] == "to" or words[at - 1][0].isupper() or any(map(is_many, low[:at])))
            )
        ):
            return True
    return False


def _has_loose_verb(words: tuple[str, ...], low: tuple[str, ...]) -> bool:
    """Whether there are more finite verbs than clauses to hold them: "the signal closes is weak"."""
    clauses = 1
    for at in range(1, len(words)):
        if low[at] in _CONNECTS or words[at] in _MARKS or words[at][0] in '"“‘' or words[at][-1] in '"”':
            clauses += 1
        elif is_sure(words, low, at) and not (is_auxiliary(low[at - 1]) or (at > 1 and is_auxiliary(low[at - 2]))):
            clauses += (_base(low[at]) in _CLAUSE_AFTER) - 1
            if clauses < 0:
                return True
    return False


def _base(word: str) -> str:
    verb = verb_of(word, "present") or verb_of(word, "past") or verb_of(word, "base")
    return verb.base if verb else word
