"""A headline for an article that came without one: its lead, pruned as a sub-editor would, verb in the present.

parse the lead -> what it states and who says so -> prune -> put into headline form -> look whether it can stand.
"""

import re

from msgspec import Struct

from site_gen.extract.headline.compose import LONGEST, Made, headlines, shortened
from site_gen.extract.headline.cut import cut_to
from site_gen.extract.headline.lead import Lead, leads
from site_gen.extract.headline.names import Names, names_of
from site_gen.extract.headline.telling import repeats_of
from site_gen.extract.headline.validity import faults_of
from site_gen.extract.text import Paragraph

_OTHERS = 3
_NO_NAMES = Names()


class Headline(Struct, frozen=True):
    """A title, why it is that, what an editor should look at, and up to three others."""

    title: str
    why: str
    doubts: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def headline(paragraphs: tuple[Paragraph, ...], names: Names = _NO_NAMES, alternatives: bool = True) -> Headline:
    """The headline of a text. `names` are those that its rules must know; without `alternatives` it is found sooner."""
    for lead in leads(paragraphs, names.capitals):
        found: list[tuple[Made, tuple[str, ...]]] = []
        for made in headlines(lead.text, names, repeats_of(lead.rest)):
            found.append((made, faults_of(made.title)))
            if not alternatives and not found[-1][1]:
                break
        if found:
            return _best_of(lead, found)
    return _from_text(paragraphs)


def _best_of(lead: Lead, found: list[tuple[Made, tuple[str, ...]]]) -> Headline:
    """The first headline without faults, or the first, of those that a lead gave, each with its faults."""
    sound = [(made, faults) for made, faults in found if not faults] or found
    made, faults = sound[0]
    others = tuple(dict.fromkeys(other.title for other, _ in sound[1:] if other.title != made.title))[:_OTHERS]
    doubts = (*lead.doubts, *made.doubts, *faults, *_lost(lead.text, made.title))
    return Headline(made.title, lead.why, doubts, others)


_DENIED = re.compile(r"\b(?:not|cannot|never|nor|unless|n[’']t)\b|\bno (?:longer|one|evidence)\b")


def _lost(lead: str, title: str) -> tuple[str, ...]:
    """A doubt where the lead denies something, or asks for something first, and the title does not."""
    return (
        ("a denial or condition of the lead was left out",)
        if _DENIED.search(lead) and not _DENIED.search(title)
        else ()
    )


def _from_text(paragraphs: tuple[Paragraph, ...]) -> Headline:
    title = next((cut for lead in leads(paragraphs) if any(map(str.isalnum, cut := cut_to(lead.text, LONGEST)))), "")
    if not title:
        return Headline("Untitled", "the text has no sentence", ("the text has no sentence",))
    return Headline(title, "the first sentence, cut at a clause", ("no whole clause was found in the lead",))


__all__ = ["LONGEST", "Headline", "Names", "headline", "names_of", "shortened"]
