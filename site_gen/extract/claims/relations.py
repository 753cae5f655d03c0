"""Each deed of a claim must be a deed of the source: as certain, not denied, by and to the same."""

from msgspec import Struct

from site_gen.extract.claims.context import FACT, POSSIBLE, Context, context_of, is_verb
from site_gen.extract.claims.cover import Cover
from site_gen.extract.claims.refusal import Refusal
from site_gen.extract.claims.roles import is_open, roles_of, spread
from site_gen.extract.claims.source import Source
from site_gen.extract.claims.stem import stem
from site_gen.extract.claims.terms import Passage
from site_gen.extract.claims.word_lists import words
from site_gen.extract.headline.lexicon import SPEECH

_SPEECH = frozenset(stem(word) for word in SPEECH)
_CONDITIONAL = words("conditional")


class Trial(Struct, frozen=True):
    """How well one word of the source bears out a verb of the claim: its faults, the worst first, and a rank."""

    rank: float
    faults: tuple[Refusal, ...]


def relation_refusals(covered: Cover, source: Source, headline: bool) -> list[Refusal]:
    """Reasons for verbs of a claim that nothing in the source bears out as the claim has it."""
    claim = covered.claim
    found: list[Refusal] = []
    weights = covered.sentences()
    for word in claim.tree.words:
        if not is_verb(claim.tree, word.index) or _is_speech(claim, word.index):
            continue
        trials = [
            _trial(covered, word.index, source.sentences[match.sentence], match.at, headline, weights, match.exact)
            for match in covered.matches.get(word.index, ())
        ]
        if trials:
            best = min(trials, key=lambda one: one.rank)
            found += best.faults
    return found


def _is_speech(claim: Passage, verb: int) -> bool:
    tree = claim.tree
    return claim.terms[verb].stem in _SPEECH and (
        any(tree.words[child].label == "ccomp" for child in tree.children(verb))
        or tree.words[verb].label in ("parataxis", "ccomp")
    )


def _trial(
    covered: Cover, verb: int, one: Passage, at: int, headline: bool, weights: dict[int, int], exact: bool
) -> Trial:
    claim = covered.claim
    faults: list[Refusal] = []
    claimed, said = context_of(claim, verb, headline), context_of(one, at)
    faults += _certainty(claim, verb, claimed, one, at, said)
    if claimed.negated != said.negated:
        faults.append(_negation(claim, verb, claimed, one, at))
    if said.conditional and not claimed.conditional and not (set(claim.tree.lowered) & _CONDITIONAL):
        faults.append(Refusal("condition", f"the source says “{one.terms[at].text}” only on a condition (“if”)"))
    sides, unmatched = _sides(covered, verb, one, at, headline)
    faults += sides
    near = weights.get(one.number, 0)
    full = is_verb(one.tree, at)
    rank = 3.0 * len(faults) + unmatched - 0.3 * near - (0.5 if exact else 0) - (0.4 if full else 0)
    return Trial(rank, tuple(faults))


def _certainty(claim: Passage, verb: int, claimed: Context, one: Passage, at: int, said: Context) -> list[Refusal]:
    if claimed.level <= said.level:
        return []
    if said.level == POSSIBLE and set(claim.tree.lowered) & {
        "may",
        "might",
        "could",
        "would",
        "possible",
        "likely",
        "seen",
        "expected",
    }:
        return []
    word, hedge = one.terms[at].text, next(iter(said.hedges), "")
    if said.level == POSSIBLE:
        kind = "hedge" if claimed.level == FACT and hedge else "strengthened"
        return [
            Refusal(
                "hedge" if kind == "hedge" else "strengthened", f"the source says “{hedge or 'possibly'} {word}” only"
            )
        ]
    return [Refusal("strengthened", f"the source says “{word}” of the future, not that it is done")]


def _negation(claim: Passage, verb: int, claimed: Context, one: Passage, at: int) -> Refusal:
    word = one.terms[at].text
    if claimed.negated:
        return Refusal("negation", f"the source does not deny “{word}”")
    return Refusal("negation", f"the source denies “{word}”")


def _sides(covered: Cover, verb: int, one: Passage, at: int, headline: bool) -> tuple[list[Refusal], float]:
    claim = covered.claim
    mine = roles_of(claim.tree, verb, headline)
    theirs = roles_of(one.tree, at)
    agents, patients = spread(one.tree, theirs.agents), spread(one.tree, theirs.patients)
    others = spread(one.tree, theirs.others)
    faults: list[Refusal] = []
    unmatched = 0.0
    if not is_open(claim.tree, mine.agents):
        places = _of(covered, mine.agents, one.number)
        if places & agents:
            pass
        elif not is_open(one.tree, theirs.agents) and places & (patients | others):
            faults.append(_swapped(claim, mine.agents, one, theirs.agents, at))
        elif not is_open(one.tree, theirs.agents):
            unmatched += 2
        else:
            unmatched += 0.5
    if not is_open(claim.tree, mine.patients):
        places = _of(covered, mine.patients, one.number)
        if places & patients:
            pass
        elif places & agents and not places & others:
            faults.append(_swapped_object(claim, mine.patients, one, at))
        else:
            unmatched += 1
    return faults, unmatched


def _of(covered: Cover, nouns: frozenset[int], number: int) -> frozenset[int]:
    """Where the source's sentence has the heads of the claim's nouns, or names within their phrases."""
    found: set[int] = set()
    for at in nouns:
        found |= covered.places(at, number)
        if not covered.places(at, number):
            for below in spread(covered.claim.tree, (at,)):
                if covered.claim.terms[below].name:
                    found |= covered.places(below, number)
    return frozenset(found)


def _phrase(one: Passage, nouns: frozenset[int]) -> str:
    places = sorted(spread(one.tree, nouns))
    return " ".join(one.terms[at].text for at in places[:6])


def _swapped(claim: Passage, mine: frozenset[int], one: Passage, theirs: frozenset[int], at: int) -> Refusal:
    word = one.terms[at].text
    return Refusal("sides", f"the source says “{word}” of {_phrase(one, theirs)}, not of {_phrase(claim, mine)}")


def _swapped_object(claim: Passage, mine: frozenset[int], one: Passage, at: int) -> Refusal:
    return Refusal("sides", f"in the source {_phrase(claim, mine)} does “{one.terms[at].text}”; it is not done to it")
