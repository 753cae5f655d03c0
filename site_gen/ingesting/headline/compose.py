"""The headlines that a sentence could become."""

from collections.abc import Iterator

from site_gen.ingesting.headline.clause import Clause, find_clause
from site_gen.ingesting.headline.rest import endings
from site_gen.ingesting.headline.strip import without_brackets, without_days, without_source
from site_gen.ingesting.headline.subject import is_firm, is_plural, shortened
from site_gen.ingesting.headline.tense import coordinated, present, reported
from site_gen.ingesting.headline.words import PRONOUNS, plain, text_of, words_of

Words = tuple[str, ...]

_SAYS = frozenset(("said", "says", "say", "announced", "reported", "confirmed", "warned", "predicted"))
_CONTRACTS = frozenset(("contract", "contracts", "order", "modification", "award"))
_OWN = frozenset(("its", "his", "her", "their", "it", "he", "she", "they", "we", "i"))


def headlines(sentence: str) -> Iterator[str]:
    """Whole clauses that can stand for the sentence, in headline tense; what they leave out differs."""
    text = without_days(without_source(without_brackets(sentence).rstrip(".")))
    clause = find_clause(words_of(text))
    if clause is None:
        return
    for words in _from(clause):
        yield _finished(words)


def _from(clause: Clause) -> Iterator[Words]:
    said = plain(clause.verb[-1]) in _SAYS and len(clause.verb) == 1
    inner = _inner(clause.rest) if said else None
    if inner is None:
        yield from _asserted(clause.subject, clause.verb, clause.rest)
        return
    own = plain(inner.subject[0]) in PRONOUNS and len(inner.subject) == 1
    if own and is_firm(clause.subject):
        yield from _asserted(clause.subject, inner.verb, inner.rest)
        return
    for speaker in shortened(clause.subject):
        plural = is_plural(speaker)
        says = present(clause.verb, plural if plural is not None else False)
        group = reported(inner.verb)
        for rest in endings(group, inner.rest, passive=False):
            yield (*speaker, *says, *inner.subject, *group, *rest)
    if plain(inner.subject[0]) not in _OWN:
        yield from _asserted(inner.subject, inner.verb, inner.rest)


def _inner(rest: Words) -> Clause | None:
    words = list(rest[1:] if rest and plain(rest[0]) == "that" else rest)
    return find_clause(words)


def _asserted(subject: Words, verb: Words, rest: Words) -> Iterator[Words]:
    for name in shortened(subject):
        plural = is_plural(name)
        group = _award(verb, rest, plural) or present(verb, plural)
        tail = coordinated(rest, bool(plural)) if group != verb else rest
        passive = len(verb) > 1 and len(group) == 1 and plain(verb[-1]) == plain(group[0])
        for ending in endings(group, tail, passive):
            yield (*name, *group, *ending)


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
