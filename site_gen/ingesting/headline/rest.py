"""Where the rest of a clause may end and still be whole."""

from collections.abc import Iterator

from site_gen.ingesting.headline.verbs import verb_of
from site_gen.ingesting.headline.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    plain,
    word_set,
)

Words = tuple[str, ...]

_PARTICLES = frozenset(("out", "up", "off", "down", "back", "away", "over", "home", "in"))
# Forms in -ing that hang on the noun before them, and those that are nouns themselves.
_HANGING = word_set(
    """
    dealing relating regarding concerning involving including using seeking requiring calling covering totalling
    totaling leading containing following suffering facing living operating working
    """
)
_NOUNS_IN_ING = word_set(
    """
    building meeting training bombing fighting spending funding shelling briefing hearing landing warning offering
    understanding housing shipping planning engineering manufacturing testing mining monitoring gathering ruling
    killing shooting morning evening beginning opening crossing rating contracting targeting sharing policing
    refueling refuelling overhauling upbringing uprising finding painting drawing showing setting standing timing
    wing ceasing trading banking bidding blessing
    """
)
# Verbs that go on with somebody "to do".
_SETS_TO = word_set(
    """
    require ask order allow authorise authorize urge force enable want expect tell permit cause invite encourage
    warn prompt direct instruct persuade convince compel for
    """
)
# Verbs that call one thing another; without the second they say nothing.
_NAMING = frozenset(("call", "consider", "deem", "label", "brand", "dub", "keep", "leave"))
# Verbs with somebody for an object that say nothing without what follows it.
_NEEDS = {
    "ask": ("to", "for", "that", "whether"),
    "tell": ("that", "to", "how"),
    "urge": ("to",),
    "accuse": ("of",),
    "allow": ("to",),
    "force": ("to", "into", "from"),
    "enable": ("to",),
}
# Words that open a clause with a verb of its own.
_NEEDS_VERB = word_set(
    """
    when while because although though if once where who which that whether how
    """
)
# Participles that can close a headline: "three killed".
_CLOSING = frozenset(
    (
        "killed",
        "injured",
        "wounded",
        "hurt",
        "arrested",
        "damaged",
        "destroyed",
        "missing",
        "dead",
        "detained",
        "shot",
    )
)
_SIDES = frozenset(["east", "west", "north", "south", "northeast", "northwest", "southeast", "southwest"])
# Verbs and nouns that go on with "to do"; without it they say something else.
_WANTS_TO = word_set(
    """
    able agree aim allow appeal appear ask attempt authorise authorize begin bid bill call commit continue convince
    decide decision decline direct due effort efforts enable encourage expect fail force have help hope intend
    invite like likely move need offer opt order permit persuade plan plans pledge prepare promise propose ready
    refuse remain require resolve say seek set start threaten tell try unable urge use vote vow want warn willing
    way work right intention ability desire willingness readiness refusal failure opportunity permission
    """
)
_LOOSE_END = (
    DETERMINERS
    | (PREPOSITIONS - _PARTICLES)
    | AUXILIARIES
    | CONJUNCTIONS
    | RELATIVES
    | SUBORDINATORS
    | PRONOUNS
    | word_set(
        """
    to than more less very as its their least including such mln u.s - not way first-ever
    """
    )
)
_VAGUE = word_set("thing things something anything everything someone anyone everyone those one ones way ways")
_WITHOUT_OBJECT = frozenset(("die", "resign", "collapse", "reopen", "surrender"))
_AFTER_COMMA = (
    DETERMINERS
    | PREPOSITIONS
    | SUBORDINATORS
    | RELATIVES
    | CONJUNCTIONS
    | frozenset(("including", "one", "but", "part"))
)


def endings(verb: Words, rest: Words, passive: bool) -> Iterator[Words]:
    """The whole rest, and each shorter form that ends at a seam of its phrases."""
    low = [plain(word) for word in rest]
    if (whole(rest) and rest[0] != ",") or not rest:
        yield rest
    main = _base(plain(verb[-1])) if verb else ""
    alone = main in _WITHOUT_OBJECT or (passive and plain(verb[-1]) in _CLOSING)
    if rest and rest[0] == ",":
        return
    for at in range(0 if alone else 1, len(rest)):
        if _is_seam(rest, low, at, main) and (at == 0 or whole(rest[:at])) and not _in_second_clause(rest, low, at):
            yield rest[:at]


def _in_second_clause(words: Words, low: list[str], at: int) -> bool:
    """Whether ", and the ..." began before; what follows it is a sentence of its own, to keep whole or to leave out."""
    return any(words[place] == "," and low[place + 1] in ("and", "but") for place in range(at - 1))


def whole(words: Words) -> bool:
    """Whether nothing is left hanging at the end, and quotation marks and "between ... and" are closed."""
    if not words:
        return False
    low = [plain(word) for word in words]
    last = low[-1]
    if (
        last in _LOOSE_END
        or words[-1] in (",", ";", ":")
        or last.endswith(("'s", "’s"))
        or words[-1].endswith(("s’", "s'"))
    ):
        return False
    if last in _PARTICLES and last != "home":
        return len(words) == 1
    if words[-1].islower() and len(words) > 1 and _ends_in_verb(low, last):
        return False
    if len(words) > 2 and low[-2] in CONJUNCTIONS and words[-3] == ",":
        return False
    if _opens_without_verb(low):
        return False
    if "between" in low and "and" not in low[low.index("between") :]:
        return False
    text = " ".join(words)
    return text.count('"') % 2 == 0 and text.count("“") == text.count("”")


def _opens_without_verb(low: list[str]) -> bool:
    """Whether the last "when" or "who" waits for its verb."""
    for at in range(len(low) - 1, -1, -1):
        if low[at] in _NEEDS_VERB:
            return not any(
                word in AUXILIARIES or verb_of(word, "past") or verb_of(word, "present") for word in low[at + 1 :]
            )
    return False


def _ends_in_verb(low: list[str], last: str) -> bool:
    past = verb_of(last, "past")
    if past and last != past.base:
        return last not in _CLOSING or low[-2] in CONJUNCTIONS
    ing = verb_of(last, "ing")
    if last in _HANGING or (ing and last not in _NOUNS_IN_ING and low[-2] not in DETERMINERS):
        return True
    base = verb_of(last, "base")
    return bool(base) and low[-2] == "to"


def _is_seam(words: Words, low: list[str], at: int, main: str) -> bool:
    word, before = low[at], low[at - 1] if at else ""
    following = low[at + 1] if at + 1 < len(words) else ""
    if "including" in low[:at] and words[at] != ",":
        return False
    if main in _NAMING and low[0] not in PREPOSITIONS and words[at] != "," and word not in SUBORDINATORS:
        return False
    if words[at] == ",":
        if "including" in low[:at] and (following not in PREPOSITIONS or following == "including"):
            return False
        if following[:1] and words[at + 1][0].isupper() and at and words[at - 1][0].isupper():
            return True
        apposition = at + 2 < len(words) and low[at + 2] == "of" and words[at + 1].islower()
        return (
            following in _AFTER_COMMA
            or bool(verb_of(following, "ing") or verb_of(following, "participle"))
            or apposition
            or _is_many(before)
        )
    if words[at] in (";", ":", "-"):
        return True
    if main in _NEEDS and not any(wanted in low[:at] for wanted in _NEEDS[main]):
        return False
    if word == "to":
        wanted = (
            before in _WANTS_TO
            or _base(before) in _WANTS_TO
            or (main in _WANTS_TO and low[0] != "by" and "to" not in low[:at])
        )
        return not wanted and at > 0 and not _sets_to(low, at)
    if word in ("of", "than", "like") or before in ("more", "up", "such", "well", "not", "according"):
        return False
    if word in ("and", "but"):
        return (
            verb_of(following, "past") is not None
            or following in AUXILIARIES | PRONOUNS
            or _is_doing(following)
            or (_is_many(before) and words[at - 1].islower())
        )
    if word in _SIDES and following == "of":
        return before not in DETERMINERS and before not in ("far", "due", "deep", "just")
    if word.endswith("ly") and verb_of(following, "participle"):
        return True
    if word in ("that", "which", "who") and not _says_which(words, low, at):
        return False
    if word in RELATIVES and any(
        opener in low[max(0, at - 4) : at] for opener in ("after", "before", "as", "since", "until")
    ):
        return False
    if word in ("as", "at", "about", "around", "over", "up", "under") and following in (
        "least",
        "most",
        "many",
        "much",
        "well",
        "to",
    ):
        return word == "as" and following == "well"
    if word in PREPOSITIONS or word in SUBORDINATORS or word in RELATIVES or word in ("including", "as"):
        return before not in PREPOSITIONS or word in SUBORDINATORS
    return word in _HANGING or (verb_of(word, "ing") is not None and _is_many(before) and following in DETERMINERS)


def _says_which(words: Words, low: list[str], at: int) -> bool:
    """Whether the noun before says something alone: not "things (that ...)", "someone (who ...)"."""
    return at < 2 or low[at - 1] not in _VAGUE or words[at - 1] == ","


def _is_doing(word: str) -> bool:
    verb = verb_of(word, "present")
    return verb is not None and not verb.noun


def _sets_to(low: list[str], at: int) -> bool:
    """Whether "to" goes with a verb and its object before it: "requiring the administration to"."""
    for place in range(at - 1, max(-1, at - 7), -1):
        if low[place] in ("to", ""):
            return False
        if _base(low[place]) in _SETS_TO:
            return True
    return False


def _is_many(word: str) -> bool:
    """A plural noun, after which a list may be broken off."""
    return (
        word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and word.isalpha()
        and word not in DETERMINERS
    )


def _base(word: str) -> str:
    for form in ("past", "present", "participle", "ing"):
        verb = verb_of(word, form)
        if verb:
            return verb.base
    return word
