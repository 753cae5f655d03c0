"""Words of a claim that the source does not have in any form."""

from site_gen.extract.claims.cover import Cover
from site_gen.extract.claims.lexicon import lexicon
from site_gen.extract.claims.quantities import quantities
from site_gen.extract.claims.refusal import Refusal
from site_gen.extract.claims.source import Source
from site_gen.extract.claims.terms import Term
from site_gen.extract.claims.word_lists import words
from site_gen.extract.headline.lexicon import TIMES

_SCALE = words("scale")
_LIMIT = 1.0
_PLACES = words("places")


def word_refusals(covered: Cover, source: Source) -> list[Refusal]:
    """Reasons for words that nothing in the source stands for."""
    found: list[Refusal] = []
    cost = 0.0
    unknown: list[str] = []
    for term in covered.missing:
        if _is_fact(term):
            continue
        reason = _of(term, source)
        if reason is not None:
            found.append(reason)
            continue
        cost += _cost(covered, term)
        unknown.append(term.text)
    if cost >= _LIMIT:
        found.append(Refusal("words", f"the source does not say “{', '.join(unknown)}”"))
    return found


def _of(term: Term, source: Source) -> Refusal | None:
    if any(key[0] == "n" for key in term.keys):
        return Refusal("place", f"the source does not mention {term.text}")
    if term.low in _PLACES:
        return Refusal("place", f"the source does not say “{term.text}”")
    if term.name:
        return Refusal("name", f"the source does not mention {term.text}")
    known = lexicon()
    others = {one.stem: one.low for passage in source.sentences for one in passage.terms}
    for weak in known.weaker.get(term.stem, ()):
        if weak in others:
            return Refusal("strengthened", f"the source says “{others[weak]}”, not “{term.text}”")
    for opposite in known.opposites.get(term.stem, ()):
        if opposite in others:
            return Refusal("words", f"the source says “{others[opposite]}”, not “{term.text}”")
    return None


def _is_fact(term: Term) -> bool:
    """Whether a word is a number or a date, which facts.py compares."""
    if term.low[:1].isdigit() or (term.low.replace("-", "").isalpha() and quantities(term.low)):
        return True
    return term.low in _SCALE or term.low.rstrip(".") in TIMES


def _cost(covered: Cover, term: Term) -> float:
    tag = covered.claim.tree.words[term.at].tag
    if tag[:2] in ("RB", "JJ"):
        return 0.5
    return 1.0
