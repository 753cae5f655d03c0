"""Whose words a quotation is must be the same in a claim and in the source."""

from collections.abc import Iterator

from site_gen.extract.claims.cover import Cover
from site_gen.extract.claims.facts import plain, quotations
from site_gen.extract.claims.refusal import Refusal
from site_gen.extract.claims.roles import roles_of, spread
from site_gen.extract.claims.source import Source
from site_gen.extract.claims.speakers import reported, speakers
from site_gen.extract.claims.terms import Passage


def quoted_refusals(covered: Cover, source: Source) -> Iterator[Refusal]:
    """Reasons for quotations that the source has from another name."""
    claim = covered.claim
    for words in quotations(claim.text):
        mine = _speaker(claim, words, headline=True)
        named = {at for at in mine if _is_name(covered, source, at)}
        if not named:
            continue
        others: list[str] = []
        for one in source.sentences:
            if words not in plain(one.text):
                continue
            theirs = _speaker(one, words, headline=False)
            meant = {name for at in theirs for name in _names(one, at)}
            known = {one.terms[at].stem for at in theirs} | meant
            places = {place for at in named for place in covered.places(at, one.number)}
            has_name = bool(meant) or any(one.terms[at].name for at in theirs)
            if not has_name or places & theirs or {claim.terms[at].stem for at in named} & known:
                others = []
                break
            others.append(one.shown(theirs))
        if others:
            who = claim.shown(mine, most=None)
            yield Refusal("attribution", f"the source has the words “{words}” from {others[0]}, not from {who}")


def _is_name(covered: Cover, source: Source, at: int) -> bool:
    """Whether a word of the claim is a name by itself, and one that the source has."""
    word = covered.claim.tree.words[at]
    return (
        word.tag[:2] == "NN"
        and word.label not in ("compound", "poss", "amod")
        and word.text[:1].isupper()
        and any(
            match.exact and source.sentences[match.sentence].terms[match.at].name
            for match in covered.matches.get(at, ())
        )
    )


def _names(one: Passage, at: int) -> set[str]:
    """Stems of the names and nouns that a word means."""
    return {key[2:] for key in one.terms[at].keys if key[:2] == "d:"}


def _speaker(one: Passage, words: str, headline: bool) -> frozenset[int]:
    """The places of who says some words: the speaker of their clause, or who does what the verb above them says."""
    begin = plain(one.text).find(words)
    at = next((word.index for word in one.tree.words if word.start >= begin and word.text[0].isalnum()), -1)
    if begin < 0 or at < 0:
        return frozenset()
    for speaker in speakers(one):
        if at in reported(one, speaker):
            return speaker.nouns
    place = at
    while place >= 0:
        if one.tree.words[place].tag[:2] == "VB" and place != at:
            agents = spread(one.tree, roles_of(one.tree, place, headline).agents)
            if agents and at not in agents:
                return agents
        place = one.tree.words[place].head
    return frozenset()
