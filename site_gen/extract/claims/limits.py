"""Words that limit a sentence, which a claim adds or changes: a denial, a day, "after" for "until", "will"."""

from collections.abc import Iterator

from site_gen.extract.claims.cover import Cover
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
    counts = covered.evidence()
    if not counts:
        return
    best = source.sentences[max(counts, key=lambda number: (counts[number], -number))]
    near = [number for number in counts if counts[number] >= _NEARLY * counts[best.number]]
    mine, theirs = _words(covered.claim), _words(best)
    around = set[str]().union(*(_words(source.sentences[number]) for number in near))
    yield from _denials(mine, around, best, covered.exact(best.number))
    yield from _days(mine, theirs)
    yield from _order(mine, theirs, around)
    yield from _will(mine, theirs)


def _words(one: Passage) -> set[str]:
    """The words of a sentence and their base forms, without the month of May."""
    lows = [word.text.lower() for word in one.tree.words if word.text != "May" or not word.index]
    return {*lows, *map(lemma, lows)}


def _denials(mine: set[str], around: set[str], best: Passage, exact: frozenset[int]) -> Iterator[Refusal]:
    added = mine & _NOT
    if added and not around & _DENYING:
        yield Refusal("negation", f"the source does not say “{min(added)}” here")
    if mine & _DENYING:
        return
    low = best.tree.lowered
    for at, word in enumerate(low):
        denied = [place for place in range(at + 1, at + _REACH) if place in exact]
        if word in _NEGATIONS and denied and low[at + 1 : at + 2] != ("only",):
            yield Refusal("negation", f"the source says “{' '.join(low[at : denied[0] + 1])}”")
            return


def _days(mine: set[str], theirs: set[str]) -> Iterator[Refusal]:
    claimed, said = mine & _WEEKDAYS, theirs & _WEEKDAYS
    if claimed and said and not claimed & said:
        yield Refusal("date", f"the source says {min(said).capitalize()} of this, not {min(claimed).capitalize()}")


def _order(mine: set[str], theirs: set[str], around: set[str]) -> Iterator[Refusal]:
    for word, contrary in _CONTRARY.items():
        others = theirs.intersection(contrary)
        if word in mine and others and word not in around:
            yield Refusal("condition", f"the source says “{min(others)}”, not “{word}”")


def _will(mine: set[str], theirs: set[str]) -> Iterator[Refusal]:
    if mine & _SURE and not theirs & (_SURE | {"would", "wo"}) and theirs & _UNSURE:
        yield Refusal("hedge", f"the source says “{min(theirs & _UNSURE)}”, not “will”")
