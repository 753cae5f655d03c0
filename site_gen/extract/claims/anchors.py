"""What numbers, names and days of a claim belong to must be what they belong to in the source."""

from collections.abc import Iterator

from site_gen.extract.claims.context import DOUBTS, POSSIBLE, context_of
from site_gen.extract.claims.cover import Cover
from site_gen.extract.claims.quantities import quantities
from site_gen.extract.claims.refusal import Refusal
from site_gen.extract.claims.roles import spread
from site_gen.extract.claims.source import Source
from site_gen.extract.claims.stem import lemma
from site_gen.extract.claims.terms import Passage
from site_gen.extract.claims.word_lists import words
from site_gen.extract.headline.lexicon import DAYS, MONTHS
from site_gen.extract.syntax import Tree

_HEDGED = words("hedged")
_BESIDE = 4
_WHOLE = words("whole")
_NONE = frozenset(("no", "without", "not", "neither", "nor", "never", "n't", "n’t"))
_DENYING = _NONE | words("denials")
_PREVENTING = frozenset(("prevent", "avert", "avoid", "thwart", "foil"))


def anchor_refusals(covered: Cover, source: Source, headline: bool) -> list[Refusal]:
    """Reasons for numbers that count something else, names with another one's title, denied nouns."""
    return [
        *_counts(covered, source),
        *_hedged_numbers(covered, source, headline),
        *_denied_nouns(covered, source),
        *_titles(covered, source),
        *_objects_of_nouns(covered, source),
        *_days(covered, source),
        *_directions(covered, source),
        *_all(covered, source),
    ]


def _numbers(one: Passage) -> Iterator[tuple[int, str, int]]:
    """The numbers of a sentence: place, value, and the place of the noun that each counts."""
    tree = one.tree
    for word in tree.words:
        low = tree.lowered[word.index]
        if one.terms[word.index].name or word.tag not in ("CD", "JJ", "RB", "NN") or word.head < 0 or low in MONTHS:
            continue
        found = quantities(low)
        if len(found) != 1 or found[0].unit or (word.tag != "CD" and not found[0].ordinal):
            continue
        head = word.head
        while tree.words[head].tag == "CD" or tree.lowered[head] in ("of", "high-level", "about"):
            if tree.words[head].head < 0:
                break
            head = tree.words[head].head
        if tree.words[head].tag[:2] == "NN" and tree.lowered[head].rstrip(".") not in MONTHS:
            yield word.index, f"{found[0].value}{'th' if found[0].ordinal else ''}", head


def _counts(covered: Cover, source: Source) -> Iterator[Refusal]:
    """Numbers that count another thing in the source, whose own thing has another number there."""
    theirs = [(one, *number) for one in source.sentences for number in _numbers(one)]
    for at, value, noun in _numbers(covered.claim):
        same = [(one, head) for one, _, number, head in theirs if number == value]
        exact = {(match.sentence, match.at) for match in covered.matches.get(noun, ()) if match.exact}
        if any((one.number, head) in exact for one, head in same) or not same:
            continue
        rival = any((one.number, head) in exact and number != value for one, _, number, head in theirs)
        if not rival and any(covered.places(noun, one.number) & spread(one.tree, (head,)) for one, head in same):
            continue
        other = next(
            (
                (one, place)
                for one, place, number, head in theirs
                if number != value
                and number.endswith("th") == value.endswith("th")
                and head in covered.places(noun, one.number)
            ),
            None,
        )
        word, counted = covered.claim.terms[at].text, covered.claim.terms[noun].text
        if other is not None:
            yield Refusal("joined", f"the source says {other[0].terms[other[1]].text} {counted}, not {word}")
        elif value.endswith("th") and covered.matches.get(noun):
            yield Refusal("joined", f"the source does not say “{word}” of “{counted}”")


def _hedged_numbers(covered: Cover, source: Source, headline: bool) -> Iterator[Refusal]:
    """Numbers of what is only possible in the source, told as a fact."""
    claim = covered.claim
    if set(claim.tree.lowered) & _HEDGED:
        return
    for at, matches in covered.matches.items():
        if claim.tree.words[at].tag != "CD" or claim.terms[at].low == "one":
            continue
        exact = [match for match in matches if match.exact]
        if not exact or context_of(claim, at, headline).level <= POSSIBLE:
            continue
        said = [context_of(source.sentences[match.sentence], match.at) for match in exact]
        hedges = [[word for word in one.hedges if word.lower() in DOUBTS] for one in said]
        if all(one.level == POSSIBLE for one in said) and all(hedges):
            yield Refusal("hedge", f"the source says {claim.terms[at].text} only with “{hedges[0][0]}”")


def _is_denied(tree: Tree, at: int) -> bool:
    """Whether a noun is denied: "no evidence", "without limits", "but not movies"."""
    described = at > 1 and tree.words[at - 1].tag[:2] in ("JJ", "DT")
    for place in (*tree.children(at), at - 1, at - 2 if described else at - 1):
        if 0 <= place < at and tree.lowered[place] in _NONE:
            return True
    head = tree.words[at].head
    return head >= 0 and tree.lowered[head] == "without"


def _is_prevented(tree: Tree, at: int) -> bool:
    """Whether a noun is what does not happen: "to avert a strike"."""
    head = tree.words[at].head
    return tree.words[at].label == "dobj" and head >= 0 and lemma(tree.lowered[head]) in _PREVENTING


def _denied_nouns(covered: Cover, source: Source) -> Iterator[Refusal]:
    claim = covered.claim
    denies = bool({*claim.tree.lowered, *map(lemma, claim.tree.lowered)} & _DENYING)
    for word in claim.tree.words:
        if word.tag[:2] != "NN" or len(word.text) < 3 or not covered.matches.get(word.index):
            continue
        places = [(source.sentences[one.sentence], one.at) for one in covered.matches[word.index]]
        if _is_denied(claim.tree, word.index):
            if not any(
                _is_denied(one.tree, at) or context_of(one, at).negated or _verb_denied(one.tree, at)
                for one, at in places
            ):
                yield Refusal("negation", f"the source does not deny “{word.text}”")
        elif (
            not denies
            and all(_is_denied(one.tree, at) or _is_prevented(one.tree, at) for one, at in places)
            and not _verb_denied(claim.tree, word.index)
        ):
            yield Refusal("negation", f"the source denies “{word.text}”")


def _verb_denied(tree: Tree, at: int) -> bool:
    head = tree.words[at].head
    while head >= 0 and tree.words[head].tag[:2] not in ("VB", "MD"):
        head = tree.words[head].head
    return head >= 0 and any(tree.lowered[child] in _NONE for child in tree.children(head))


def _titles(covered: Cover, source: Source) -> Iterator[Refusal]:
    """A title or a body before a name that the source gives to another name only."""
    claim = covered.claim
    tree = claim.tree
    for word in tree.words:
        if (
            word.label not in ("compound", "amod", "nmod")
            or word.head <= word.index
            or not claim.terms[word.index].name
        ):
            continue
        head = word.head
        if not claim.terms[head].name or tree.words[head].tag != "NNP" or not covered.matches.get(head):
            continue
        own = covered.matches.get(word.index, ())
        if not own or any(_beside(source, covered, word.index, head, number) for number in covered.sentences()):
            continue
        if all(_has_other_name(source.sentences[one.sentence], one.at) for one in own):
            yield Refusal("joined", f"the source does not say “{word.text}” of {claim.terms[head].text}")


def _beside(source: Source, covered: Cover, at: int, head: int, number: int) -> bool:
    one = source.sentences[number]
    heads = covered.places(head, number)
    if any(_same_run(one, place, name) for place in covered.places(at, number) for name in heads):
        return True
    return any(
        place in spread(one.tree, (name,)) or name in spread(one.tree, (place,)) or abs(place - name) == 1
        for place in covered.places(at, number)
        for name in heads
    )


def _same_run(one: Passage, first: int, last: int) -> bool:
    """Whether nothing but names, titles and brackets is between two words."""
    between = one.tree.words[first + 1 : last]
    return first < last and all(
        word.text not in (",", "and", "&", ";", "—") and word.tag[:2] != "VB" for word in between
    )


def _has_other_name(one: Passage, at: int) -> bool:
    head = one.tree.words[at].head
    return head > at and one.tree.words[head].tag == "NNP" and one.tree.words[at].label in ("compound", "amod", "nmod")


def _objects_of_nouns(covered: Cover, source: Source) -> Iterator[Refusal]:
    """The noun "counsel" of "counsel to Bodine", where the source has a counsel to Pruitt only."""
    claim = covered.claim
    for word in claim.tree.words:
        if word.label != "pobj" or not claim.terms[word.index].name or not covered.matches.get(word.index):
            continue
        if word.text.lower() in DAYS | MONTHS:
            continue
        preposition = claim.tree.words[word.head]
        head = preposition.head
        if head < 0 or claim.tree.words[head].tag[:2] != "NN" or not covered.matches.get(head):
            continue
        fault = _other_object(covered, source, head, preposition.text.lower(), word.index)
        if fault is not None:
            yield fault


def _other_object(covered: Cover, source: Source, head: int, preposition: str, name: int) -> Refusal | None:
    named: list[str] = []
    mentioned = set(covered.claim.tree.lowered)
    for match in covered.matches[head]:
        one = source.sentences[match.sentence]
        below = set(one.tree.subtree(match.at))
        places = covered.places(name, one.number)
        if places & below or any(0 < place - match.at <= _BESIDE for place in places):
            return None
        for child in one.tree.children(match.at):
            if one.tree.lowered[child] == preposition:
                named += [
                    one.terms[at].text
                    for at in one.tree.children(child)
                    if one.terms[at].name and one.tree.words[at].tag == "NNP" and one.terms[at].low not in mentioned
                ]
    if not named:
        return None
    claim = covered.claim
    said = f"{claim.terms[head].text} {preposition} {named[0]}"
    return Refusal("joined", f"the source says “{said}”, not {claim.terms[name].text}")


def _days(covered: Cover, source: Source) -> Iterator[Refusal]:
    """A weekday beside a verb that has another one in the source."""
    claim = covered.claim
    for word in claim.tree.words:
        if word.text.lower() not in DAYS or not word.text.lower().endswith("day") or word.head < 0:
            continue
        verb = word.head if claim.tree.words[word.head].tag != "IN" else claim.tree.words[word.head].head
        exact = [match for match in covered.matches.get(verb, ()) if match.exact]
        others: list[str] = []
        for match in exact:
            one = source.sentences[match.sentence]
            own = {below for child in one.tree.children(match.at) for below in (child, *one.tree.children(child))}
            near = {one.terms[at].low for at in (own or one.tree.subtree(match.at))}
            named = {day for day in near & DAYS if day.endswith("day")}
            if word.text.lower() in named or not named:
                others = []
                break
            others += sorted(named)
        if others:
            yield Refusal("date", f"the source says {others[0].capitalize()} of this, not {word.text}")


_CONTRARY = {
    "into": ("out", "from"),
    "out": ("into",),
    "before": ("after",),
    "after": ("before",),
    "with": ("without",),
    "without": ("with",),
    "inside": ("outside",),
    "outside": ("inside",),
    "above": ("below", "under"),
    "below": ("above", "over"),
    "from": ("to",),
    "to": ("from",),
    "for": ("against",),
    "against": ("for",),
}


def _directions(covered: Cover, source: Source) -> Iterator[Refusal]:
    """A preposition whose contrary the source has before the same noun, and never the same one."""
    claim = covered.claim
    for word in claim.tree.words:
        if word.label != "pobj" or not covered.matches.get(word.index):
            continue
        mine = claim.tree.lowered[word.head]
        contrary = _CONTRARY.get(mine, ())
        said = {
            preposition
            for match in covered.matches[word.index]
            if match.exact
            for preposition in _prepositions(source.sentences[match.sentence].tree, match.at)
        }
        if contrary and said & set(contrary) and mine not in said and len(said) == len(said & {*contrary, "of"}):
            yield Refusal(
                "sides", f"the source says “{min(said & set(contrary))} {word.text}”, not “{mine} {word.text}”"
            )


def _prepositions(tree: Tree, noun: int) -> tuple[str, ...]:
    """The prepositions before a noun, the inner one first: "out of reserve"."""
    found: list[str] = []
    place = tree.words[noun].head
    while place >= 0 and tree.words[place].tag in ("IN", "TO", "RP") and len(found) < 3:
        found.append(tree.lowered[place])
        place = tree.words[place].head
    return tuple(found) or ("",)


def _all(covered: Cover, source: Source) -> Iterator[Refusal]:
    """All of something, where the source speaks of no whole."""
    said = {term.low for one in source.sentences for term in one.terms}
    for low in ("all", "every", "none", "only"):
        if low in covered.claim.tree.lowered and not said & (
            _WHOLE if low != "only" else {"only", "sole", "alone", "just"}
        ):
            yield Refusal("strengthened", f"the source does not say “{low}”")
