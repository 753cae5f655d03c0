"""The headlines that a sentence could become."""

import re
from collections.abc import Iterator

from site_gen.ingesting.headline.clause import Clause, find_clause
from site_gen.ingesting.headline.rest import endings
from site_gen.ingesting.headline.strip import without_brackets, without_days, without_source
from site_gen.ingesting.headline.subject import is_firm, is_plural, opens, shortened
from site_gen.ingesting.headline.tense import coordinated, present, reported
from site_gen.ingesting.headline.verbs import verb_of
from site_gen.ingesting.headline.words import (
    AUXILIARIES,
    FINITE_AUXILIARIES,
    PRONOUNS,
    plain,
    text_of,
    word_set,
    words_of,
)

Words = tuple[str, ...]

_SAYS = frozenset(("said", "says", "say"))
_SAYS_THAT = frozenset(("announced", "reported", "confirmed", "warned", "predicted", "announces", "warns", "predicts"))
_CONTRACTS = frozenset(("contract", "contracts", "order", "orders", "modification", "award"))
_OWN = word_set(
    """
    its his her their it he she they we i this that these those
    """
)
# What a firm or a state does by saying so; it needs no "says".
_DEEDS = word_set(
    """
    receive win award acquire sign complete file omit form join agree plan sell buy begin launch deliver finalize
    finalise select order purchase cancel appoint name
    """
)
_STANCES = word_set(
    """
    doubt hope want expect believe fear welcome oppose support plan intend regret favour favor reject
    """
)
_PARTS = frozenset(("unit", "division", "subsidiary", "group", "operations"))
_ADVERBS_FIRST = word_set(
    """
    recently often fortunately unfortunately finally now currently ultimately typically generally additionally
    similarly today yesterday but and so yet however meanwhile also previously originally here still earlier
    separately instead moreover furthermore
    """
)
_BE = frozenset(("is", "are", "was", "were", "do", "does", "did"))
_LINE = 140
_FINAL = re.compile(r"\.?([\"”’']?)\.?$")


def headlines(sentence: str, first: bool = True) -> Iterator[str]:
    """Whole clauses that can stand for the sentence, in headline tense; what they leave out differs.

    A sentence further down (`first` false) gives none about "it", "he" or "this": nobody would know who that is.
    """
    text = without_days(without_source(_FINAL.sub(r"\1", without_brackets(sentence))))
    clause = find_clause(_without_opening(words_of(text.lstrip("*_#> "))))
    if clause is None and first and len(sentence) <= _LINE:
        yield from _label(text)
    if clause is None or sentence.endswith("?") or (not first and plain(clause.subject[0]) in _OWN):
        return
    for words in _from(clause, first):
        title = _finished(words)
        if title.count('"') % 2 == 0 and title.count("“") == title.count("”"):
            yield title


def _label(text: str) -> Iterator[str]:
    """A first line without a verb ("Minister's statement on the talks in Geneva") is a title, if it is one phrase."""
    words = tuple(words_of(text))
    if sum(word.islower() and len(word) > 3 for word in words) >= 3 and not any(
        verb_of(plain(word), "past") or plain(word) in FINITE_AUXILIARIES for word in words
    ):
        for ending in endings((), words, passive=False):
            if len(ending) > 3:
                yield _finished(ending)


def _without_opening(words: list[str]) -> list[str]:
    """The sentence from its subject on: not "Recently", "But" or "While talks went on in Paris, ..."."""
    while len(words) > 3 and plain(words[0]) in _ADVERBS_FIRST:
        words = words[2:] if words[1] == "," else words[1:]
    if not words or not opens(tuple(words)):
        return words
    for comma in [at for at, word in enumerate(words[:60]) if word == ","][:6]:
        rest = words[comma + 1 :]
        if (
            len(rest) < 4
            or rest[1][:1].isdigit()
            or opens(tuple(rest))
            or plain(rest[0]) in ("and", "or", "which", "who")
        ):
            continue
        clause = find_clause(rest)
        if (
            clause is not None
            and not any(word in (";", ":") for word in clause.subject)
            and not _is_place(clause.subject)
        ):
            return rest
    return words


def _is_place(subject: Words) -> bool:
    """Whether a subject is still the end of an opening: "(After talks in Paris,) France, the ministers"."""
    return subject.count(",") == 1 and subject[1:2] == (",",)


def _from(clause: Clause, first: bool) -> Iterator[Words]:
    inner = _inner(clause)
    if inner is None:
        yield from _asserted(clause.subject, clause.verb, clause.rest)
        return
    own = plain(inner.subject[0]) in PRONOUNS and len(inner.subject) == 1
    if own and (is_firm(clause.subject) or _is_deed(inner)):
        yield from _asserted(clause.subject, inner.verb, inner.rest)
        return
    if plain(inner.subject[0]) == "its" and plain(inner.subject[-1]) in _PARTS and is_firm(clause.subject):
        yield from _asserted(_possessive(clause.subject) + inner.subject[1:], inner.verb, inner.rest)
        return
    if first or not own:
        yield from _said(clause, inner)
    if plain(inner.subject[0]) not in _OWN:
        yield from _asserted(inner.subject, inner.verb, inner.rest)


def _said(clause: Clause, inner: Clause) -> Iterator[Words]:
    topics = shortened(inner.subject, articles=True)
    for speaker in shortened(clause.subject):
        says = present(clause.verb, is_plural(speaker) or False)
        group = reported(inner.verb)
        for topic in topics:
            for rest in endings(group, inner.rest, passive=False):
                yield (*speaker, *says, *topic, *group, *rest)


def _inner(clause: Clause) -> Clause | None:
    """What is said, where the main verb is one of saying."""
    verb, rest = plain(clause.verb[-1]), clause.rest
    if len(clause.verb) != 1 or verb not in _SAYS | _SAYS_THAT:
        return None
    that = bool(rest) and plain(rest[0]) == "that"
    inner = find_clause(list(rest[that:]))
    if inner is None or that or verb in _SAYS:
        return inner
    sure = plain(inner.verb[0]) in AUXILIARIES - _BE
    return inner if sure or plain(inner.subject[0]) in PRONOUNS else None


def _is_deed(inner: Clause) -> bool:
    word = plain(inner.verb[-1])
    verb = verb_of(word, "past") or verb_of(word, "participle") or verb_of(word, "base") or verb_of(word, "present")
    if verb is None or plain(inner.subject[0]) not in ("it", "he", "she", "they"):
        return False
    return verb.base in _STANCES or (verb.base in _DEEDS and plain(inner.subject[0]) == "it")


def _possessive(subject: Words) -> Words:
    name = shortened(subject)[-1]
    return (*name[:-1], name[-1] + ("'" if name[-1].endswith("s") else "'s"))


def _asserted(subject: Words, verb: Words, rest: Words) -> Iterator[Words]:
    for name in shortened(subject):
        plural = False if is_firm(subject) and "and" not in subject else is_plural(name)
        going_on = len(rest) > 1 and plain(rest[0]) == "and" and verb_of(plain(rest[1]), "ing") is not None
        group = verb if going_on else _award(verb, rest, plural) or present(verb, plural)
        passive = len(verb) > 1 and len(group) == 1 and plain(verb[-1]) == plain(group[0])
        for ending in endings(verb, rest, passive):
            if group == verb:
                yield (*name, *group, *ending)
            elif group[0] in ("get", "gets"):
                yield (*name, *group, *_from_giver(ending))
            else:
                yield (*name, *group, *coordinated(ending, bool(plural), passive))


def _from_giver(rest: Words) -> Words:
    at = rest.index("by") if "by" in rest else -1
    return (*rest[:at], "from", *rest[at + 1 :]) if at >= 0 else rest


def _award(verb: Words, rest: Words, plural: bool | None) -> Words:
    """A contract is not "received" or "being awarded" in a headline; who has it gets it."""
    main = plain(verb[-1])
    passive = main == "awarded" and len(verb) > 1
    if (passive or main in ("received", "won")) and any(plain(word) in _CONTRACTS for word in rest[:14]):
        return ("get",) if plural else ("gets",)
    return ()


def _finished(words: Words) -> str:
    text = text_of(list(words)).strip(" ,;:-–—")
    return text[:1].upper() + text[1:]
