"""Words that limit a sentence, which a claim adds or changes: a denial, a day, "after" for "until", "will"."""

from collections.abc import Iterator

from site_gen.extract.claims.cover import Cover, is_content
from site_gen.extract.claims.refusal import Refusal
from site_gen.extract.claims.source import Source
from site_gen.extract.claims.stem import lemma
from site_gen.extract.claims.terms import Passage
from site_gen.extract.claims.word_lists import words
from site_gen.extract.headline.lexicon import DAYS

_NEGATIONS = words("negations") | {"cannot"}
_NOT = frozenset(("not", "n't", "n’t", "never", "cannot"))
_DENYING = _NEGATIONS | words("denials") | words("refusals") | words("short of")
_WEEKDAYS = frozenset(day for day in DAYS if day.endswith("day"))
_CONTRARY = {
    "until": ("after", "once"),
    "after": ("until", "before"),
    "before": ("after",),
    "despite": ("because", "due"),
    "because": ("despite", "although"),
}
_NEARLY = 0.6
_REACH = 4
_SURE = frozenset(("will", "'ll", "’ll"))
_UNSURE = words("unsure")


def limit_refusals(covered: Cover, source: Source) -> Iterator[Refusal]:
    """Reasons by comparison with the sentence that has most of the claim."""
    counts = evidence(covered)
    if not counts:
        return
    best = source.sentences[max(counts, key=lambda number: (counts[number], -number))]
    near = [source.sentences[number] for number in counts if counts[number] >= _NEARLY * counts[best.number]]
    yield from _denials(covered, best, near)
    yield from _days(covered.claim, best, near)
    yield from _order(covered.claim, best, near)
    yield from _will(covered.claim, best)


def evidence(covered: Cover) -> dict[int, int]:
    """How many content words of a claim each sentence of the source has."""
    counts: dict[int, int] = {}
    for at, matches in covered.matches.items():
        if is_content(covered.claim, covered.claim.terms[at]):
            for number in {match.sentence for match in matches}:
                counts[number] = counts.get(number, 0) + 1
    return counts


def _words(one: Passage) -> set[str]:
    """The words of a sentence and their base forms, without the month of May."""
    lows = [word.text.lower() for word in one.tree.words if word.text != "May" or not word.index]
    return {*lows, *map(lemma, lows)}


def _denials(covered: Cover, best: Passage, near: list[Passage]) -> Iterator[Refusal]:
    mine = _words(covered.claim)
    added = mine & _NOT
    if added and not any(_words(one) & _DENYING for one in near):
        yield Refusal("negation", f"the source does not say “{min(added)}” here")
    if mine & _DENYING:
        return
    low = best.tree.lowered
    exact = {
        one.at for several in covered.matches.values() for one in several if one.exact and one.sentence == best.number
    }
    for at, word in enumerate(low):
        denied = [place for place in range(at + 1, at + _REACH) if place in exact]
        if word in _NEGATIONS and denied and low[at + 1 : at + 2] != ("only",):
            yield Refusal("negation", f"the source says “{' '.join(low[at : denied[0] + 1])}”")
            return


def _days(claim: Passage, best: Passage, near: list[Passage]) -> Iterator[Refusal]:
    mine, theirs = _words(claim) & _WEEKDAYS, _words(best) & _WEEKDAYS
    if mine and theirs and not mine & theirs:
        yield Refusal("date", f"the source says {min(theirs).capitalize()} of this, not {min(mine).capitalize()}")


def _order(claim: Passage, best: Passage, near: list[Passage]) -> Iterator[Refusal]:
    mine, theirs = _words(claim), _words(best)
    for word, contrary in _CONTRARY.items():
        others = theirs.intersection(contrary)
        if word in mine and others and not any(word in _words(one) for one in near):
            yield Refusal("condition", f"the source says “{min(others)}”, not “{word}”")


def _will(claim: Passage, best: Passage) -> Iterator[Refusal]:
    mine, theirs = _words(claim), _words(best)
    if mine & _SURE and not theirs & (_SURE | {"would", "wo"}) and theirs & _UNSURE:
        yield Refusal("hedge", f"the source says “{min(theirs & _UNSURE)}”, not “will”")
