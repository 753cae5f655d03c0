"""What a source only reports as somebody's words must stay that, and stay the same somebody's."""

from site_gen.extract.claims.cover import Cover, is_content
from site_gen.extract.claims.refusal import Refusal
from site_gen.extract.claims.roles import roles_of, spread
from site_gen.extract.claims.source import Source
from site_gen.extract.claims.speakers import Speaker, claimed_speakers, is_pronoun, reported, speakers
from site_gen.extract.claims.stem import stem
from site_gen.extract.claims.terms import Passage
from site_gen.extract.claims.word_lists import words

_CONTESTED = frozenset(map(stem, words("contested")))
_OFFICIAL = words("official")
_NOT_OFFICIAL = frozenset(("former", "ex", "ex-", "retired", "unidentified", "anonymous", "sources", "opposition"))
_PLAIN = words("plain speech") | {"according", "added", "noted", "adding"}
_ANYBODY = frozenset(("officials", "official", "authorities", "the", "an"))
_REPORTS = frozenset(("reports", "report", "media", "latest", "say", "local", "news"))
_ENOUGH = 0.6


def attribution_refusals(covered: Cover, source: Source, claimed_before: bool) -> list[Refusal]:
    """Reasons where a claim drops or changes who says it; `claimed_before` where an earlier sentence said who."""
    claim = covered.claim
    mine = tuple(one for one in claimed_speakers(claim) if one.nouns)
    counts = _evidence(covered, mine)
    if not counts:
        return []
    evidence = max(counts, key=lambda number: (counts[number], -number))
    one = source.sentences[evidence]
    if mine:
        if any(_said_elsewhere(covered, source, speaker, counts) for speaker in mine):
            return []
        return _changed(covered, source, evidence, mine, speakers(one))
    return [] if claimed_before else _dropped(covered, one)


def has_speaker(one: Passage) -> bool:
    """Whether a sentence says who says it."""
    return bool(claimed_speakers(one))


def _evidence(covered: Cover, mine: tuple[Speaker, ...]) -> dict[int, float]:
    """How much of what is said each sentence of the source has."""
    said_by = {at for one in mine for at in (*one.nouns, one.speech)}
    counts: dict[int, float] = {}
    for at, matches in covered.matches.items():
        if at in said_by or not is_content(covered.claim, covered.claim.terms[at]):
            continue
        for number in {match.sentence for match in matches}:
            exact = any(match.exact for match in matches if match.sentence == number)
            counts[number] = counts.get(number, 0) + (1.0 if exact else 0.7)
    return counts


def _said_elsewhere(covered: Cover, source: Source, one: Speaker, counts: dict[int, float]) -> bool:
    """Whether a sentence that has nearly as much of it as the best one has it from this speaker."""
    enough = max(counts.values()) / 2
    for number, count in counts.items():
        places = frozenset(at for noun in one.nouns for at in covered.places(noun, number))
        passage = source.sentences[number]
        theirs = speakers(passage)
        for other in theirs:
            if count >= enough and places & other.nouns and not _says_more(covered, passage, theirs, other):
                return True
    return False


def _says_more(covered: Cover, one: Passage, theirs: tuple[Speaker, ...], speaker: Speaker) -> bool:
    """Whether somebody else in the sentence says most of it."""
    own = _share(covered, one, speaker)
    return any(
        not is_pronoun(one, other) and not other.nouns & speaker.nouns and _share(covered, one, other) > max(own, 0.5)
        for other in theirs
    )


def _share(covered: Cover, one: Passage, speaker: Speaker) -> float:
    """The share of a claim's words in this sentence that the speaker says."""
    region = reported(one, speaker)
    places = [
        {match.at for match in matches if match.sentence == one.number} - speaker.nouns
        for at, matches in covered.matches.items()
        if is_content(covered.claim, covered.claim.terms[at])
    ]
    known = [some for some in places if some]
    return sum(bool(some & region) for some in known) / len(known) if known else 0.0


def _changed(
    covered: Cover, source: Source, evidence: int, mine: tuple[Speaker, ...], theirs: tuple[Speaker, ...]
) -> list[Refusal]:
    passage = source.sentences[evidence]
    for one in mine:
        if is_pronoun(covered.claim, one) or _is_generic(covered, one, passage, theirs):
            continue
        named = [other for other in theirs if not is_pronoun(passage, other)]
        if not named and _speaks_near(covered, one, evidence):
            continue
        if not theirs and _speaks_somewhere(covered, source, one):
            continue
        who = covered.claim.shown(one.nouns, most=None)
        if named:
            other = passage.shown(named[0].nouns)
            return [Refusal("attribution", f"the source has this from {other}, not from {who}")]
        return [Refusal("attribution", f"the source does not have this from {who}")]
    return []


def _is_generic(covered: Cover, mine: Speaker, passage: Passage, theirs: tuple[Speaker, ...]) -> bool:
    """Whether "officials" stands for a body of officials."""
    nouns = {covered.claim.terms[at].low for at in mine.nouns}
    if nouns <= _REPORTS:
        return True
    return nouns <= _ANYBODY and any(_is_official(passage, one) for one in theirs)


def _speaks_near(covered: Cover, one: Speaker, evidence: int) -> bool:
    return any(
        covered.places(noun, number) for noun in one.nouns for number in range(max(0, evidence - 3), evidence + 2)
    )


def _speaks_somewhere(covered: Cover, source: Source, one: Speaker) -> bool:
    for passage in source.sentences:
        places = frozenset(at for noun in one.nouns for at in covered.places(noun, passage.number))
        if any(places & other.nouns for other in speakers(passage)):
            return True
    return False


def _dropped(covered: Cover, one: Passage) -> list[Refusal]:
    """Reasons where what is only said to be so is told as a fact."""
    for other in speakers(one):
        verb = one.terms[other.speech]
        contested = verb.stem in _CONTESTED
        if not contested and (verb.low not in _PLAIN or is_pronoun(one, other) or _is_official(one, other)):
            continue
        if contested and (_has_object(one, other.speech) or {one.terms[at].low for at in other.nouns} <= {"i", "we"}):
            continue
        if _share(covered, one, other) < _ENOUGH or _is_kept(covered, one, other):
            continue
        who = one.shown(other.nouns)
        return [Refusal("attribution", f"the source has this only from {who} (“{verb.text}”)")]
    return []


def _has_object(one: Passage, verb: int) -> bool:
    """Whether a verb has an object instead of a clause: "accused him"."""
    labels = {one.tree.words[child].label for child in one.tree.children(verb)}
    return "dobj" in labels and not labels & {"ccomp", "xcomp"}


def _is_kept(covered: Cover, one: Passage, speaker: Speaker) -> bool:
    """Whether a claim still says whose words it has: as who does it, or by the word for saying it."""
    claim = covered.claim
    doers = {
        at
        for word in claim.tree.words
        if word.tag[:2] == "VB"
        for at in spread(claim.tree, roles_of(claim.tree, word.index, headline=True).agents)
    } | {0, 1, 2}
    for at, matches in covered.matches.items():
        for match in matches:
            if match.sentence == one.number and is_content(claim, claim.terms[at]):
                named = (
                    match.exact
                    and claim.terms[at].name
                    and one.terms[match.at].name
                    and not one.terms[match.at].is_nation
                )
                if one.tree.words[match.at].tag[:3] == "PRP":
                    continue
                if match.at == speaker.speech or (match.at in speaker.nouns and (at in doers or named)):
                    return True
    return False


def _is_official(one: Passage, speaker: Speaker) -> bool:
    nouns = {one.terms[at].low.rstrip(".") for at in speaker.nouns}
    return (bool(nouns & _OFFICIAL) or nouns >= {"state", "media"}) and not nouns & _NOT_OFFICIAL
