"""Who does it to whom: the sides of a deed in a claim and in the source."""

from site_gen.extract.claims.context import is_verb, voice_of
from site_gen.extract.claims.cover import Cover
from site_gen.extract.claims.pair import Pair
from site_gen.extract.claims.refusal import Refusal
from site_gen.extract.claims.roles import Roles, is_open, roles_of, spread
from site_gen.extract.claims.stem import stem
from site_gen.extract.claims.terms import Passage
from site_gen.extract.claims.word_lists import words
from site_gen.extract.headline.verbs import verb_of
from site_gen.extract.syntax import Tree

_GIVE = frozenset(map(stem, words("give")))
_GET = frozenset(map(stem, words("get")))
_VAGUE = words("vague")


def sides_of(pair: Pair) -> tuple[list[Refusal], float]:
    """What is wrong about who does it to whom, and how much of it is right."""
    claim, one, covered = pair.claim, pair.one, pair.covered
    mine = roles_of(claim.tree, pair.verb, pair.headline)
    theirs = roles_of(one.tree, pair.at)
    agents, patients = spread(one.tree, theirs.agents), spread(one.tree, theirs.patients)
    others = spread(one.tree, theirs.others)
    faults: list[Refusal] = []
    fit = 0.0
    if not is_open(claim.tree, mine.agents) and not any(_is_misread(claim, at) for at in mine.agents):
        places = _of(covered, mine.agents, one.number)
        given = one.terms[pair.at].stem in _GIVE and places & others and not _has_agent(claim, pair.verb)
        if _is_converse(pair):
            wrong = bool(places & agents and not places & (others | patients))
        elif places & agents or _stands_before(pair, places) or given:
            wrong, fit = False, fit + 1
        else:
            wrong = _is_another(pair, mine, theirs, places, patients | others)
        if wrong or _has_other_names(pair, mine.agents, theirs.agents):
            faults.append(_swapped(claim, mine.agents, one, theirs.agents, pair.at))
    fit -= _absent_names(pair, mine)
    if not is_open(claim.tree, mine.patients):
        places = _of(covered, mine.patients, one.number)
        if places & patients:
            fit += 1.5
        elif (
            places & _heads(one.tree, theirs.agents)
            and not places & others
            and pair.exact
            and _is_certain(pair, mine)
            and not _has_pronoun(one.tree, theirs.patients)
        ):
            faults.append(_swapped_object(claim, mine.patients, one, pair.at))
        elif places & others:
            fit += 0.5
        elif _is_elsewhere(pair, mine.patients, theirs.patients):
            faults.append(_other_object(claim, mine.patients, one, theirs.patients, pair.at))
    fit += 0.5 * len(_of(covered, mine.others, one.number) & (others | patients | agents))
    return faults, fit


def _heads(tree: Tree, nouns: frozenset[int]) -> frozenset[int]:
    """Nouns with the members and names of their phrases, without the words that only describe them."""
    return nouns | {
        at for at in spread(tree, nouns) if tree.words[at].label in ("conj", "appos") or tree.words[at].tag[:3] == "NNP"
    }


def _has_pronoun(tree: Tree, nouns: frozenset[int]) -> bool:
    return any(tree.words[at].tag == "PRP" for at in nouns)


def _is_misread(claim: Passage, at: int) -> bool:
    """Whether a plural noun right after another noun may be a headline's verb: "shareholder sues to stop"."""
    word = claim.tree.words[at]
    return bool(
        word.tag == "NNS"
        and at
        and claim.tree.words[at - 1].tag[:2] == "NN"
        and verb_of(word.text.lower(), "present")
        and claim.tree.lowered[at + 1 : at + 2] == ("to",)
    )


def _absent_names(pair: Pair, mine: Roles) -> float:
    """How much speaks against a sentence that lacks a name which does it or to which it is done."""
    absent = 0.0
    for nouns, weight in ((mine.agents, 1.0), (mine.patients, 2.5)):
        for at in nouns:
            known = pair.covered.matches.get(at, ())
            if pair.claim.terms[at].name and known and not pair.covered.places(at, pair.one.number):
                absent += weight
    return absent


def _is_another(pair: Pair, mine: Roles, theirs: Roles, places: frozenset[int], elsewhere: frozenset[int]) -> bool:
    """Whether the source says the deed of somebody else than the claim does."""
    if theirs.agents and places & elsewhere:
        return True
    if not is_verb(pair.one.tree, pair.at):
        return False
    known = places or (pair.exact and _are_plain_names(pair, mine.agents, theirs.agents))
    if (
        known
        and _has_subject(pair.claim, pair.verb)
        and _other_name(pair.covered, mine.agents, pair.one, theirs.agents)
    ):
        return True
    if not places and _is_other_actor(pair, mine, theirs):
        return True
    return bool(places) and places <= pair.covered.exact(pair.one.number) and _stands_after(pair, places)


def _are_plain_names(pair: Pair, mine: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether both are names of people or parties that the source has, and no acronyms or nations."""
    claim, one = pair.claim, pair.one
    words = [(claim, at) for at in mine] + [(one, at) for at in theirs]
    return all(
        passage.tree.words[at].tag[:3] == "NNP" and passage.terms[at].text.istitle() and not passage.terms[at].is_nation
        for passage, at in words
    ) and any(match.exact for at in mine for match in pair.covered.matches.get(at, ()))


def _is_other_actor(pair: Pair, mine: Roles, theirs: Roles) -> bool:
    """Whether the very deed, done to the same, has another doer here, and the claim's one is in another sentence."""
    tree, covered = pair.claim.tree, pair.covered
    own = [at for at in mine.agents if tree.words[at].head == pair.verb and tree.words[at].tag[:2] == "NN"]
    if not pair.exact or not own or is_open(pair.one.tree, theirs.agents):
        return False
    patients = {at for noun in mine.patients for at in covered.places(noun, pair.one.number)}
    exact = all(any(match.exact for match in covered.matches.get(at, ())) for at in own)
    return (
        exact and bool(patients & theirs.patients) and not any(pair.one.terms[at].low in _VAGUE for at in theirs.agents)
    )


def _is_converse(pair: Pair) -> bool:
    """Whether one verb gives what the other one gets: "wins a contract", "was awarded a contract"."""
    mine, theirs = pair.claim.terms[pair.verb].stem, pair.one.terms[pair.at].stem
    return mine != theirs and ((mine in _GET and theirs in _GIVE) or (mine in _GIVE and theirs in _GET))


def _has_agent(claim: Passage, verb: int) -> bool:
    return claim.tree.words[verb].tag not in ("VBN", "VBD")


def _is_elsewhere(pair: Pair, mine: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether the same verb has another object in the source, and the claim's one is not near it there."""
    one, claim = pair.one, pair.claim
    if not pair.exact or not is_verb(one.tree, pair.at) or is_open(one.tree, theirs):
        return False
    own = [claim.tree.words[at] for at in mine if claim.tree.words[at].head == pair.verb]
    if not own or not {word.label for word in own} <= {"dobj", "nsubjpass", "attr"}:
        return False
    if not any(match.exact for at in mine for match in pair.covered.matches.get(at, ())):
        return False
    below = set(one.tree.subtree(pair.at)) if one.tree.words[pair.at].label != "ROOT" else spread(one.tree, theirs)
    near = {at for noun in theirs for at in one.tree.subtree(noun)} | below
    return not any(pair.covered.places(at, one.number) & near for at in spread(claim.tree, mine))


def _is_certain(pair: Pair, mine: Roles) -> bool:
    """Whether the claim's patient is one beyond doubt: an object, or the subject of a full passive."""
    tree = pair.claim.tree
    labels = {tree.words[child].label for child in tree.children(pair.verb)}
    return bool(labels & {"dobj", "nsubjpass", "auxpass", "agent", "attr"}) or bool(mine.agents)


def _other_name(covered: Cover, mine: frozenset[int], one: Passage, theirs: frozenset[int]) -> bool:
    """Whether both are names, and not the same one; a pronoun's noun is too uncertain for that."""
    claim = covered.claim
    named = [at for at in mine if claim.terms[at].name or _is_named(covered, at, one)]
    others = [at for at in theirs if one.terms[at].name and one.tree.words[at].tag[:3] == "NNP"]
    same = {at for mine_at in spread(claim.tree, mine) for at in covered.places(mine_at, one.number)}
    return bool(named and others) and not same & spread(one.tree, theirs)


def _has_subject(claim: Passage, verb: int) -> bool:
    """Whether who does it is said with the verb itself, not inferred from one above it."""
    tree = claim.tree
    labels = {tree.words[child].label for child in tree.children(verb)}
    return bool(labels & {"nsubj", "nsubjpass", "agent"}) or tree.words[verb].label not in (
        "xcomp",
        "advcl",
        "acl",
        "ccomp",
    )


def _stands_before(pair: Pair, places: frozenset[int]) -> bool:
    """Whether a mention is right before an active verb, with no comma or verb between."""
    tree = pair.one.tree
    if voice_of(tree, pair.at, False) == "passive":
        return False
    for place in places:
        between = tree.words[place + 1 : pair.at]
        if place < pair.at and not any(
            word.text in (",", "—", "of", "to", "by", "with", "from") or is_verb(tree, word.index) for word in between
        ):
            return True
    return False


def _has_other_names(pair: Pair, mine: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether the names before the same noun differ: "Tapas UAV" and "Archer-NG UAV"."""
    claim, one, covered = pair.claim, pair.one, pair.covered
    if not is_verb(one.tree, pair.at) or is_open(one.tree, theirs) or _is_converse(pair):
        return False
    if any(claim.terms[at].text.istitle() and claim.terms[at].name for at in mine):
        return False
    if not all(one.tree.words[at].tag[:2] == "NN" and not _is_owned(one, at) for at in theirs):
        return False
    agents = spread(one.tree, theirs)
    names = [at for noun in mine for at in claim.tree.children(noun) if claim.terms[at].name]
    places = [
        covered.places(at, one.number) for at in names if claim.tree.words[at].label in ("compound", "poss", "nmod")
    ]
    known = [some for some in places if some]
    outside = known and not any(some & agents for some in known) and not _stands_before(pair, frozenset().union(*known))
    exact = any(match.exact and match.at in theirs for at in mine for match in covered.matches.get(at, ()))
    rival = any(place not in theirs for at in mine for place in covered.places(at, one.number))
    return bool(outside) and (rival if not exact else any(one.terms[at].name for at in agents))


def _is_owned(one: Passage, noun: int) -> bool:
    return any(one.tree.words[child].tag == "PRP$" for child in one.tree.children(noun))


def _stands_after(pair: Pair, places: frozenset[int]) -> bool:
    """Whether all mentions follow an active verb in its own clause, whatever the parser made of them."""
    tree = pair.one.tree
    if voice_of(tree, pair.at, False) == "passive" or tree.words[pair.at].label == "amod":
        return False
    end = next((word.index for word in tree.words[pair.at + 1 :] if is_verb(tree, word.index)), len(tree.words))
    return all(pair.at < place < end for place in places) and bool(roles_of(tree, pair.at).agents)


def _is_named(covered: Cover, at: int, one: Passage) -> bool:
    return any(
        one.terms[place].name and one.terms[place].text == covered.claim.terms[at].text
        for place in covered.places(at, one.number)
    )


def _of(covered: Cover, nouns: frozenset[int], number: int) -> frozenset[int]:
    """Where the source's sentence has the heads of the claim's nouns, or names within their phrases."""
    found: set[int] = set()
    for at in nouns:
        found |= covered.places(at, number)
        known_name = covered.claim.terms[at].name and covered.matches.get(at)
        if not covered.places(at, number) and not known_name:
            for below in spread(covered.claim.tree, (at,)):
                if covered.claim.terms[below].name:
                    found |= covered.places(below, number)
    return frozenset(found)


def _phrase(one: Passage, nouns: frozenset[int]) -> str:
    return one.shown(spread(one.tree, nouns))


def _swapped(claim: Passage, mine: frozenset[int], one: Passage, theirs: frozenset[int], at: int) -> Refusal:
    word = one.terms[at].text
    return Refusal("sides", f"the source says “{word}” of {_phrase(one, theirs)}, not of {_phrase(claim, mine)}")


def _swapped_object(claim: Passage, mine: frozenset[int], one: Passage, at: int) -> Refusal:
    return Refusal("sides", f"in the source {_phrase(claim, mine)} does “{one.terms[at].text}”; it is not done to it")


def _other_object(claim: Passage, mine: frozenset[int], one: Passage, theirs: frozenset[int], at: int) -> Refusal:
    said = f"{one.terms[at].text} … {_phrase(one, theirs)}"
    return Refusal("joined", f"the source says “{said}”, not “{_phrase(claim, mine)}”")
