"""Where a sentence that explains may end early and still be a whole clause, and what each such end costs."""

from collections.abc import Iterator

from site_gen.ingesting.headline.finite import (
    MODALS,
    back_over_adverbs,
    is_auxiliary,
    is_many,
    is_maybe,
    is_sure,
    low_of,
)
from site_gen.ingesting.headline.sound import WANTS_MORE, WANTS_TO_DO, is_participle_whole
from site_gen.ingesting.headline.verbs import verb_of
from site_gen.ingesting.headline.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    word_set,
)

Words = tuple[str, ...]

_REASONS = word_set("because although though while whereas unless until since before after once so")
_PAIRS = frozenset(
    (
        ("in", "order"), ("so", "that"), ("rather", "than"), ("instead", "of"), ("even", "if"), ("even", "when"),
        ("even", "though"), ("as", "long"), ("as", "soon"), ("as", "if"), ("as", "though"), ("along", "with"),
        ("because", "of"),
    )
)  # fmt: skip
_MEASURES = word_set(
    "second seconds minutes hours days weeks months years long soon shortly just only even not mainly largely partly "
    "mostly ever well far immediately"
)
_STRONG = word_set("without despite during throughout within amid unlike")
_WEAK = word_set(
    "in at on by from over under across through near around between against beyond among along via beside alongside"
)
_PLACES = word_set("keep put place leave hold let make lay set send bring take call turn stand lie sit live stay")
_TELLS = word_set("tell ask show teach inform remind decide know see say explain learn determine check")
_SETS_TO = word_set(
    "require ask order allow authorise authorize urge force enable want expect tell permit cause invite encourage "
    "warn prompt direct instruct persuade convince compel oblige help let make teach lead forbid"
)
_NOUNS_TO = word_set(
    "right power ability effort attempt way need duty order permission plan decision capacity chance time "
    "opportunity freedom obligation reason tendency key"
)
_ALONE = word_set(
    "pass travel sail fly move go come work fight wait train stop act drive march climb shoot exist die survive help "
    "escape surrender vote melt sink end begin fail fall rise serve disappear grow shrink arrive sleep appear matter"
)
_PART = word_set("part place care account advantage charge away")
_TOUGH = word_set(
    "hard easy difficult cheap expensive impossible simple costly dangerous safe quick slow light heavy fast small "
    "large"
)
_FROM = word_set("tell distinguish protect separate stop prevent shield hide keep ban exclude free")
_VAGUE = word_set("thing things something anything everything someone anyone everyone those one ones way ways")
_COMPARED = word_set("better faster more less longer further earlier cheaper closer higher lower sooner worse")
_QUESTIONS = word_set("how why when where whether what which who that")
_DEFINITE = word_set("the that those this these its their his her")
_OPENERS = (SUBORDINATORS | RELATIVES | {"what"}) - word_set("before after since until as so amid following once")
_FREE, _TIME, _EASY, _AIM, _HANGING, _LOOSE, _WHICH = 0.0, 3.0, 4.0, 6.0, 12.0, 15.0, 20.0


def ends(words: Words, verb: int) -> Iterator[tuple[int, float]]:
    """Each length at which the clause whose verb stands at `verb` may end, with its cost in characters."""
    low = low_of(words)
    yield len(words), 0.0
    for at in range(verb + 1, len(words)):
        if _in_second_clause(words, low, verb, at):
            return
        price = _price(words, low, verb, at)
        if price is not None and _closes(words, low, verb, at):
            yield at, price


def _in_second_clause(words: Words, low: Words, verb: int, at: int) -> bool:
    """Whether ", and its value ..." began before: a sentence of its own, to keep whole or to leave out."""
    return any(
        words[p] in (";", ":") or (words[p] == "," and low[p + 1] in ("but", "yet", "so")) for p in range(verb, at - 1)
    )


def _price(words: Words, low: Words, verb: int, at: int) -> float | None:
    word, following = low[at], low[at + 1] if at + 1 < len(low) else ""
    if words[at] in (";", ":"):
        return _FREE
    if words[at] == ",":
        return _FREE if _parts_clauses(words, low, verb, at) else None
    for price in (
        _clause_price(words, low, verb, at),
        _noun_price(words, low, verb, at),
        _verb_price(words, low, verb, at),
    ):
        if price is not None:
            return price
    if word in _COMPARED and "than" in low[at + 1 : at + 4]:
        return _LOOSE
    if (word, following) == ("by", "the") and low[at + 2 : at + 3] == ("time",):
        return _FREE
    return None


def _parts_clauses(words: Words, low: Words, verb: int, at: int) -> bool:
    """Whether a comma ends a clause and is none of a list."""
    if _list_is_open(words, low, verb, at):
        return False
    following = low[at + 1] if at + 1 < len(low) else ""
    if following in ("and", "but", "yet", "so", "or", "nor"):
        return any(
            is_sure(words, low, place) or is_maybe(words, low, place, False)
            for place in range(at + 2, min(at + 16, len(words)))
        )
    if following in PREPOSITIONS | SUBORDINATORS | RELATIVES | {"to", "not", "often", "usually", "mostly", "sometimes"}:
        return True
    return bool(verb_of(following, "ing") or (verb_of(following, "participle") and not is_many(following)))


def _list_is_open(words: Words, low: Words, verb: int, at: int) -> bool:
    """Whether a comma before has begun a list that has not come to its "and"."""
    commas = [place for place in range(verb, at) if words[place] == ","]
    if not commas:
        return False
    return not any(word in ("and", "or") for word in low[commas[-1] : at]) and low[commas[-1] + 1] not in (
        SUBORDINATORS | RELATIVES | PREPOSITIONS
    )


def _clause_price(words: Words, low: Words, verb: int, at: int) -> float | None:
    """Before "because", "when" and their like."""
    word, before, following = low[at], low[at - 1], low[at + 1] if at + 1 < len(low) else ""
    if before in _MEASURES or (word == "until" and "from" in low[at - 4 : at]) or before in ("times", "twice", "half"):
        return None
    if word == "so" and following in ("much", "many", "few", "little", "often", "far", "long"):
        return None
    if (word, following) in _PAIRS or word in _REASONS:
        return _FREE
    if word in ("when", "if", "where", "as") and not (following == "a" and word == "as"):
        if any(_base(low[place]) in _TELLS for place in range(verb, at)) or word == "as":
            return None
        return (
            _TIME
            if not verb_of(before, "base") or (_base(before) in _ALONE and low[at - 2] not in CONJUNCTIONS)
            else None
        )
    return None


def _noun_price(words: Words, low: Words, verb: int, at: int) -> float | None:
    """Before what hangs on a noun or tells where and how."""
    word, before, following = low[at], low[at - 1], low[at + 1] if at + 1 < len(low) else ""
    if word in ("who", "which", "whose", "that") or (word in PREPOSITIONS and following in ("which", "whom", "whose")):
        return _WHICH if _says_enough(words, low, at) else None
    if word in PRONOUNS and before not in PREPOSITIONS | CONJUNCTIONS:
        return _WHICH if _says_enough(words, low, at) else None
    if word in _STRONG:
        return _EASY
    if word == "from" and any(_base(low[place]) in _FROM for place in range(max(verb, at - 6), at)):
        return None
    if word in _WEAK and _base(before) in _ALONE and (verb_of(before, "present") or low[at - 2] in MODALS | {"to"}):
        return _LOOSE
    if word in _WEAK and _base(low[verb]) not in _PLACES and _is_noun(low, at - 1) and before not in _PART:
        return _LOOSE if _says_enough(words, low, at, clause=False) else None
    hangs = (verb_of(word, "participle") and following in PREPOSITIONS) or (
        verb_of(word, "ing") and following in DETERMINERS
    )
    if hangs and not is_auxiliary(before) and _is_noun(low, at - 1) and not verb_of(word, "base"):
        return _HANGING if _says_enough(words, low, at) else None
    return None


def _verb_price(words: Words, low: Words, verb: int, at: int) -> float | None:
    """Before an aim ("to reach the sea") and before "and" with a second verb."""
    word, before = low[at], low[at - 1]
    if word == "to" and at + 1 < len(low) and (verb_of(low[at + 1], "base") or low[at + 1] in ("be", "have", "do")):
        if _base(before) in _ALONE and low[at - 2] in MODALS | {"to"}:
            return _AIM
        sets = any(_base(low[place]) in _SETS_TO for place in range(max(verb, at - 8), at))
        wants = before in WANTS_TO_DO or before in _NOUNS_TO or not _is_noun(low, at - 1)
        wants = wants or before in PRONOUNS or low[at - 1] in _VAGUE
        return None if sets or wants or "too" in low[at - 4 : at] or "enough" in low[at - 4 : at] else _AIM
    if word in ("and", "but", "or", "then") and _same_form(words, low, verb, at):
        return _FREE
    if word == "but" and "not" not in low[verb:at]:
        return _EASY
    return None


def _same_form(words: Words, low: Words, verb: int, at: int) -> bool:
    """Whether "and" goes on with a verb in the form of the first: "begins ... and ends ..."."""
    infinitive = any(low[p] in MODALS or (low[p] == "to" and verb_of(low[p + 1], "base")) for p in range(verb, at))
    if _list_is_open(words, low, verb, at):
        return False
    place = at + 1
    while place < len(low) - 1 and (low[place] in ADVERBS or low[place] == "then" or low[place].endswith("ly")):
        place += 1
    if place >= len(low):
        return False
    if is_auxiliary(low[verb]):
        return is_auxiliary(low[place])
    if verb_of(low[verb], "present"):
        return bool(verb_of(low[place], "present")) or low[place] in ("is", "has", "does")
    following = low[place + 1] if place + 1 < len(low) else ""
    return (
        not infinitive
        and bool(verb_of(low[place], "base"))
        and (following in DETERMINERS | SUBORDINATORS | PRONOUNS | {"them", "it"})
    )


def _says_enough(words: Words, low: Words, at: int, clause: bool = True) -> bool:
    """Whether the noun before can do without what tells which one: not "the gate", "a constitution", "things"."""
    if not _is_noun(low, at - 1) or low[at - 1] in _VAGUE:
        return False
    start = at - 1
    while start > 0 and (
        (_is_noun(low, start - 1) and low[start - 1] not in DETERMINERS and words[start - 1] != ",")
        or low[start - 1] in ("only", "most", "few", "other", "last", "first", "next", "many")
    ):
        start -= 1
    marker = low[start - 1] if start else ""
    name = words[at - 1][:1].isupper()
    if marker in _DEFINITE:
        return name
    if not clause:
        return True
    whole = at - start
    return name or whole >= 2 or low[start - 2 : start - 1] == ("of",) or marker == "of"


def _is_noun(low: Words, at: int) -> bool:
    word = low[at]
    if not word or word in WANTS_MORE | AUXILIARIES | ADVERBS | {"them", "him", "us", "itself"}:
        return word in ("them", "him", "us", "itself")
    if word.endswith("ly") or word in WANTS_TO_DO:
        return False
    for form in ("base", "present"):
        verb = verb_of(word, "base" if form == "base" else "present")
        if verb is not None and not verb.noun:
            return False
    past = verb_of(word, "participle")
    return past is None or (past.noun and not word.endswith("ed"))


def _closes(words: Words, low: Words, verb: int, end: int) -> bool:
    """Whether nothing before `end` waits for what is cut."""
    part, rest = low[verb:end], low[end:]
    last = low[end - 1]
    if rest[:1] and rest[0] in RELATIVES and last in PREPOSITIONS:
        return False
    if last in WANTS_MORE or words[end - 1] in (",", ";", ":") or last.endswith("'s"):
        return False
    if last in WANTS_TO_DO | _TOUGH and rest[:1] in (("to",), ("that",)):
        return False
    if not is_participle_whole(low, end - 1) or _is_waiting_verb(words, low, verb, end):
        return False
    if _list_is_open(words, low, verb, end):
        return False
    if ("than" in rest and "than" not in part and set(part) & (_COMPARED | {"rather", "other"})) or (
        "between" in part and "and" not in part[part.index("between") :]
    ):
        return False
    if rest[:1] == ("that",) and set(part[-8:]) & {"so", "such"}:
        return False
    for opening, closing in (("both", "and"), ("either", "or"), ("neither", "nor"), ("whether", "or")):
        if opening in part and closing not in part and closing in rest:
            return False
    if "not" in part and "but" in rest[:2] and not set(rest[2:8]) & PRONOUNS:
        return False
    if (
        rest[:1] != ("",)
        and set(rest[:6]) & _QUESTIONS
        and any(_base(word) in _TELLS for word in part)
        and not set(part) & _QUESTIONS
    ):
        return False
    return _openers_have_verbs(words, low, verb, end)


def _is_waiting_verb(words: Words, low: Words, verb: int, end: int) -> bool:
    """Whether the last word is a verb that wants an object."""
    at = end - 1
    before = low[back_over_adverbs(low, at)]
    if at == verb or is_sure(words, low, at):
        return _base(low[at]) not in _ALONE
    if verb_of(low[at], "base") and (before == "to" or before in MODALS):
        tough = low[at - 2] in _TOUGH or (before == "to" and low[at - 2].endswith("s") and _is_noun(low, at - 2))
        return not tough and _base(low[at]) not in _ALONE
    ing = verb_of(low[at], "ing")
    return ing is not None and low[at - 1] not in DETERMINERS and not is_auxiliary(low[at - 1])


def _openers_have_verbs(words: Words, low: Words, verb: int, end: int) -> bool:
    """Whether the last "because" or "which" has come to its verb."""
    for at in range(end - 1, verb, -1):
        if low[at] in _OPENERS:
            return any(is_sure(words, low, place) or is_maybe(words, low, place, True) for place in range(at + 1, end))
    return True


def _base(word: str) -> str:
    verb = verb_of(word, "present") or verb_of(word, "base") or verb_of(word, "ing")
    return verb.base if verb else word
