"""Words of a claim that the source does not have in any form."""

from site_gen.extract.claims.cover import Cover, is_content
from site_gen.extract.claims.lexicon import lexicon
from site_gen.extract.claims.quantities import quantities
from site_gen.extract.claims.refusal import Refusal
from site_gen.extract.claims.source import Source
from site_gen.extract.claims.stem import lemma, stem
from site_gen.extract.claims.terms import Term
from site_gen.extract.claims.word_lists import words
from site_gen.extract.claims.wordnet import are_kin
from site_gen.extract.headline.lexicon import TIMES

_SCALE = words("scale")
_LIMIT = 2.0
_KIN = 0.6
_LONG = 10
_FAR = 7
_LEFT = frozenset(("dead", "wounded", "injured", "homeless"))
_GRAVE = words("grave verbs")
_LOADED = frozenset(map(stem, words("loaded")))
_PLACES = words("places")


def word_refusals(covered: Cover, source: Source) -> list[Refusal]:
    """Reasons for words that nothing in the source stands for."""
    found: list[Refusal] = []
    cost, grave = 0.0, False
    unknown: list[str] = []
    last = -9
    found += _opposed(covered, source)
    for term in covered.missing:
        if _is_fact(term):
            continue
        reason = _of(term, source)
        if reason is not None:
            found.append(reason)
            continue
        own = 0.5 if term.is_nation else _cost(covered, term, last)
        grave |= own >= _LIMIT
        cost += _KIN * own if own < _LIMIT and _is_kin(covered, term, source) else own
        last = term.at
        unknown.append(term.text)
    content = sum(is_content(covered.claim, term) for term in covered.claim.terms)
    if grave or cost >= _LIMIT * max(1.0, content / _LONG):
        found.append(Refusal("words", f"the source does not say “{', '.join(unknown)}”"))
    return found


def _of(term: Term, source: Source) -> Refusal | None:
    nations = {key[2:] for key in term.keys if key[:2] == "n:"}
    if nations and any(
        f"of:{one}" in other.keys for one in nations for passage in source.sentences for other in passage.terms
    ):
        return None  # "India's navy", where the source names a body or a person of India
    if nations:
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


def _opposed(covered: Cover, source: Source) -> list[Refusal]:
    """Words whose opposite the source has, and not the words themselves: "related" for "unrelated"."""
    lows = {one.low for passage in source.sentences for one in passage.terms}
    found: list[Refusal] = []
    for term in covered.claim.terms:
        if len(term.low) < 4 or term.name or any(match.exact for match in covered.matches.get(term.at, ())):
            continue
        opposites = [one for one in (f"un{term.low}", f"in{term.low}", f"non-{term.low}") if one in lows]
        opposites += [term.low[2:]] if term.low[:2] == "un" and len(term.low) > 6 and term.low[2:] in lows else []
        if opposites:
            found.append(Refusal("negation", f"the source says “{opposites[0]}”, not “{term.text}”"))
    return found


def _is_kin(covered: Cover, term: Term, source: Source) -> bool:
    """Whether the source has a word with a meaning in common, derived from it, or of the kind that it names."""
    mine = lemma(term.low), covered.claim.tree.words[term.at].tag
    return any(
        are_kin(*mine, lemma(one.tree.lowered[word.index]), word.tag)
        for one in source.sentences
        for word in one.tree.words
        if is_content(one, one.terms[word.index])
    )


def _is_fact(term: Term) -> bool:
    """Whether a word is a number or a date, which facts.py compares."""
    if term.low[:1].isdigit() or (term.low.replace("-", "").isalpha() and quantities(term.low)):
        return True
    return term.low in _SCALE or term.low.rstrip(".") in TIMES


def _cost(covered: Cover, term: Term, last: int) -> float:
    """How much an unknown word weighs: twice as much where it is a charge, more right after another one."""
    if term.stem in _LOADED:
        return _LIMIT
    tag = covered.claim.tree.words[term.at].tag
    after = covered.claim.tree.lowered[term.at : term.at + _FAR]
    if lemma(term.low) == "leave" and _LEFT.intersection(after):
        return 0.0  # "leaves two dead"
    label = covered.claim.tree.words[term.at].label
    if tag[:2] == "VB" and label not in ("amod", "compound") and lemma(term.low) in _GRAVE:
        return _LIMIT
    beside = 0.7 if term.at - last == 1 else 0.0
    return beside + (0.7 if tag[:2] in ("RB", "JJ") else 1.0)
