"""A headline for an article without one: its lead, pruned as a sub-editor would, with the verb in the present.

parse the lead -> find its statement and attribution -> prune -> put into headline form -> check
"""

import re

from msgspec import Struct

from site_gen.extract.headline.compose import LONGEST, Candidate, headlines, shortened
from site_gen.extract.headline.cut import cut_to
from site_gen.extract.headline.lead import Lead, leads
from site_gen.extract.headline.names import Names, names_of
from site_gen.extract.headline.telling import repeats_of
from site_gen.extract.headline.validity import faults_of
from site_gen.extract.text import Paragraph

_OTHERS = 3
_NO_NAMES = Names()


class Headline(Struct, frozen=True):
    """A title, how it was made, doubts for an editor, and up to three other titles."""

    title: str
    why: str
    doubts: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def headline(paragraphs: tuple[Paragraph, ...], names: Names = _NO_NAMES, alternatives: bool = True) -> Headline:
    """The headline of a text. `names` are the names that the rules need; without `alternatives` it takes less time."""
    for lead in leads(paragraphs, names.capitals):
        candidates: list[tuple[Candidate, tuple[str, ...]]] = []
        for candidate in headlines(lead.text, names, repeats_of(lead.rest)):
            candidates.append((candidate, faults_of(candidate.title)))
            if not alternatives and not candidates[-1][1]:
                break
        if candidates:
            return _best_of(lead, candidates)
    return _from_text(paragraphs)


def _best_of(lead: Lead, candidates: list[tuple[Candidate, tuple[str, ...]]]) -> Headline:
    """The first candidate without faults, or else the first, as a headline with its doubts."""
    valid = [(candidate, faults) for candidate, faults in candidates if not faults] or candidates
    candidate, faults = valid[0]
    others = tuple(dict.fromkeys(other.title for other, _ in valid[1:] if other.title != candidate.title))[:_OTHERS]
    doubts = (*lead.doubts, *candidate.doubts, *faults, *_lost_negation(lead.text, candidate.title))
    return Headline(candidate.title, lead.why, doubts, others)


_NEGATION = re.compile(r"\b(?:not|cannot|never|nor|unless|n[’']t)\b|\bno (?:longer|one|evidence)\b")


def _lost_negation(lead: str, title: str) -> tuple[str, ...]:
    """A doubt where the lead has a negation or a condition and the title does not."""
    return (
        ("a denial or condition of the lead was left out",)
        if _NEGATION.search(lead) and not _NEGATION.search(title)
        else ()
    )


def _from_text(paragraphs: tuple[Paragraph, ...]) -> Headline:
    title = next((cut for lead in leads(paragraphs) if any(map(str.isalnum, cut := cut_to(lead.text, LONGEST)))), "")
    if not title:
        return Headline("Untitled", "the text has no sentence", ("the text has no sentence",))
    return Headline(title, "the first sentence, cut at a clause", ("no whole clause was found in the lead",))


__all__ = ["LONGEST", "Headline", "Names", "headline", "names_of", "shortened"]
