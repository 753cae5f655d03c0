"""Each deed of a claim must be a deed of the source: as certain, not denied, by and to the same."""

from msgspec import Struct

from site_gen.extract.claims.context import FACT, POSSIBLE, Context, context_of, is_verb, noun_level
from site_gen.extract.claims.cover import Cover
from site_gen.extract.claims.lexicon import lexicon
from site_gen.extract.claims.pair import Pair
from site_gen.extract.claims.refusal import Refusal
from site_gen.extract.claims.roles import roles_of, spread
from site_gen.extract.claims.sides import sides_of
from site_gen.extract.claims.source import Source
from site_gen.extract.claims.stem import lemma, stem
from site_gen.extract.claims.terms import Passage
from site_gen.extract.claims.word_lists import words
from site_gen.extract.headline.lexicon import SPEECH
from site_gen.extract.headline.verbs import verb_of

_SPEECH = frozenset(stem(word) for word in SPEECH)
_AUX = frozenset(("is", "are", "was", "were", "be", "been", "has", "have", "had", "’s", "'s", "do", "does", "did"))
_SAYS = frozenset(("say", "says", "said"))
_IDLE = words("idle")
_CONDITIONAL = words("conditional")
_HEDGED = words("hedged")
_DENIALS = words("denials")
_NEGATIONS = words("negations")
_TIE = 0.6
_NEARLY = 0.6
_CLOSE = 1.2


class Trial(Struct, frozen=True):
    """How well one word of the source fits a verb of the claim (`fit`), and what is wrong if it is meant."""

    fit: float
    faults: tuple[Refusal, ...]
    exact: bool = False
    verb: bool = False

    @property
    def contradicts(self) -> bool:
        """Whether one of them denies what the other one does not."""
        return any(fault.kind == "negation" for fault in self.faults)


def relation_refusals(covered: Cover, source: Source, headline: bool) -> list[Refusal]:
    """Reasons for verbs of a claim that the source does not bear out as the claim has it."""
    claim = covered.claim
    found: list[Refusal] = []
    weights = covered.sentences()
    for verb in claimed_verbs(covered, source, headline):
        trials = [
            _trial(Pair(covered, verb, source.sentences[match.sentence], match.at, headline, match.exact), weights)
            for match in covered.matches.get(verb, ())
            if source.sentences[match.sentence].tree.words[match.at].tag[:2] in ("VB", "NN", "JJ")
            and (match.exact or lemma(claim.terms[verb].low) not in _IDLE)
        ]
        if not trials and context_of(claim, verb, headline).negated and not _denies(source):
            found.append(Refusal("negation", f"the source does not deny “{claim.terms[verb].text}”"))
        contrary = _contrary(covered, source, verb, headline, weights)
        if contrary is not None and not any(one.exact or one.fit > contrary.fit for one in trials):
            found.append(contrary.faults[0])
            continue
        if any(one.exact and one.verb for one in trials):
            trials = [one for one in trials if one.verb]
        if trials:
            most = max(one.fit for one in trials)
            agreed = any(one.exact and not one.contradicts and one.fit >= most - _NEARLY for one in trials)
            borne_out = any(one.exact and one.verb and not one.faults and one.fit >= most - _CLOSE for one in trials)
            best = min((one for one in trials if one.fit >= most - _TIE), key=lambda one: (len(one.faults), -one.fit))
            found += [
                fault
                for fault in best.faults
                if not (agreed and fault.kind == "negation")
                and not (borne_out and fault.kind in ("strengthened", "hedge"))
            ]
    return found


def _contrary(covered: Cover, source: Source, verb: int, headline: bool, weights: dict[int, int]) -> Trial | None:
    """The trial of the verb of the source with the contrary meaning that fits best, if it has the same object."""
    claim = covered.claim
    opposites = lexicon().opposites.get(claim.terms[verb].stem)
    if not opposites:
        return None
    best: Trial | None = None
    patients = roles_of(claim.tree, verb, headline).patients
    for one in source.sentences:
        for term in one.terms:
            if term.stem not in opposites or not is_verb(one.tree, term.at):
                continue
            theirs = spread(one.tree, roles_of(one.tree, term.at).patients)
            if not any(covered.places(at, one.number) & theirs for at in patients):
                continue
            fit = _trial(Pair(covered, verb, one, term.at, headline, False), weights).fit
            if best is None or fit > best.fit:
                why = f"the source says “{term.text}”, not “{claim.terms[verb].text}”"
                best = Trial(fit, (Refusal("negation", why),))
    return best


def _denies(source: Source) -> bool:
    """Whether anything is denied in a source."""
    return any(term.low in _NEGATIONS or lemma(term.low) in _DENIALS for one in source.sentences for term in one.terms)


def claimed_verbs(covered: Cover, source: Source, headline: bool) -> tuple[int, ...]:
    """The verbs of a claim; in a headline also what the parser takes for a noun: "Benitez blames Dudek"."""
    tree = covered.claim.tree
    verbs = tuple(
        word.index
        for word in tree.words
        if is_verb(tree, word.index)
        and word.text.lower() not in _AUX
        and word.label not in ("amod", "compound")
        and "-" not in word.text
    )
    verbs += tuple(word.index for word in tree.words if word.label == "acomp" and word.tag[:2] == "JJ")
    if not headline:
        return verbs
    finite = any(tree.words[at].tag in ("VBZ", "VBP", "VBD", "VBN") and tree.lowered[at] not in _SAYS for at in verbs)
    return verbs + tuple(
        word.index
        for word in tree.words
        if word.tag == "NNS"
        and word.index
        and verb_of(word.text.lower(), "present")
        and tree.words[word.index - 1].tag[:2] == "NN"
        and (not finite or _is_verb_there(covered, source, word.index))
    )


def _is_verb_there(covered: Cover, source: Source, at: int) -> bool:
    """Whether the source has the word as a verb only."""
    exact = [match for match in covered.matches.get(at, ()) if match.exact]
    return bool(exact) and all(is_verb(source.sentences[match.sentence].tree, match.at) for match in exact)


def _is_speech(claim: Passage, verb: int) -> bool:
    tree = claim.tree
    return claim.terms[verb].stem in _SPEECH and (
        any(tree.words[child].label == "ccomp" for child in tree.children(verb))
        or tree.words[verb].label in ("parataxis", "ccomp")
    )


def _trial(pair: Pair, weights: dict[int, int]) -> Trial:
    claim, one = pair.claim, pair.one
    faults = list(_as_said(pair))
    fit = (
        0.25 * weights.get(one.number, 0) + (1.5 if pair.exact else 0.0) + (0.7 if is_verb(one.tree, pair.at) else 0.0)
    )
    if not _is_speech(claim, pair.verb) and lemma(claim.terms[pair.verb].low) not in _IDLE:
        sides, matched = sides_of(pair)
        faults += sides
        fit += matched
    return Trial(fit, tuple(faults), pair.exact, is_verb(one.tree, pair.at))


def _as_said(pair: Pair) -> list[Refusal]:
    """What is wrong about certainty, denial and condition."""
    claim, one, at = pair.claim, pair.one, pair.at
    claimed, said = context_of(claim, pair.verb, pair.headline), context_of(one, at)
    faults: list[Refusal] = []
    noun = one.tree.words[at].tag[:2] == "NN"
    if noun:
        said = Context(noun_level(one.tree, at), said.negated, said.conditional, said.hedges)
    idle = claim.tree.words[pair.verb].label == "pcomp" or _is_purpose(claim, pair.verb)
    idle = idle or (noun and claim.tree.words[pair.verb].tag == "VBG")
    idle = idle or (said.level > POSSIBLE and lemma(claim.terms[pair.verb].low) in _IDLE)
    idle = idle or (pair.exact and _same_words(pair))
    if one.tree.words[at].tag[:2] == "JJ":
        said = Context(claimed.level, said.negated, said.conditional)
    if not idle:
        faults += _certainty(claim, claimed, one, at, said)
        if claimed.negated != said.negated and not _is_known_denial(pair, said):
            faults.append(_negation(claimed, one, at))
    if (
        said.conditional
        and not claimed.conditional
        and not _is_speech(claim, pair.verb)
        and not set(claim.tree.lowered) & _CONDITIONAL
    ):
        faults.append(Refusal("condition", f"the source says “{one.terms[at].text}” only on a condition"))
    return faults


def _same_words(pair: Pair) -> bool:
    """Whether the words around the verb are the source's own: nothing that limits it was left out or added there."""
    mine, theirs = pair.claim.tree.lowered, pair.one.tree.lowered
    verb, at = pair.verb, pair.at
    if verb > 1:
        before = [*map(lemma, mine[verb - 2 : verb])] == [*map(lemma, theirs[max(0, at - 2) : at])]
    else:
        before = mine[:verb] == theirs[max(0, at - verb) : at] and verb + 2 < len(mine)
    return before and _next_words(mine, verb, 1 + (verb < 2)) == _next_words(theirs, at, 1 + (verb < 2))


def _next_words(lowered: tuple[str, ...], at: int, count: int) -> list[str]:
    return [word for word in lowered[at + 1 : at + 2 + count] if word not in ("a", "an", "the")][:count]


def _is_known_denial(pair: Pair, said: Context) -> bool:
    """Whether the denial is a verb that is compared by itself: "stop making", "deny" for "plead not guilty"."""
    claim = pair.claim
    head = claim.tree.words[pair.verb].head
    if (
        head >= 0
        and not said.negated
        and lemma(claim.tree.lowered[head]) in _DENIALS
        and pair.covered.matches.get(head)
    ):
        return True
    return said.negated and not pair.exact and lemma(claim.terms[pair.verb].low) in _DENIALS


def _is_purpose(claim: Passage, verb: int) -> bool:
    """Whether a verb says what for: "seeks a cap to aid refiners"."""
    tree = claim.tree
    return (
        tree.words[verb].label in ("acl", "advcl")
        and any(tree.lowered[child] == "to" and tree.words[child].label == "aux" for child in tree.children(verb))
        and any(word.tag in ("VBZ", "VBP", "VBD", "MD") for word in tree.words[:verb])
    )


def _certainty(claim: Passage, claimed: Context, one: Passage, at: int, said: Context) -> list[Refusal]:
    if claimed.level <= said.level:
        return []
    word, hedge = one.terms[at].text, next(iter(said.hedges), "")
    if said.level == POSSIBLE:
        if set(claim.tree.lowered) & _HEDGED or {term.stem for term in claim.terms} & {
            stem(h.lower()) for h in said.hedges
        }:
            return []
        kind = "hedge" if claimed.level == FACT and hedge else "strengthened"
        return [Refusal("hedge" if kind == "hedge" else "strengthened", f"the source says “{hedge} … {word}” only")]
    return [Refusal("strengthened", f"the source says “{word}” of the future, not that it is done")]


def _negation(claimed: Context, one: Passage, at: int) -> Refusal:
    word = one.terms[at].text
    return Refusal(
        "negation", f"the source does not deny “{word}”" if claimed.negated else f"the source denies “{word}”"
    )
