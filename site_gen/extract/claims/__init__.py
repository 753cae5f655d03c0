"""Does a source support a headline, a summary or a tag? Pure; no model.

`check` gives the reasons against a claim; none where each part of it is in the source, in the same relation as far as
grammar tells. It refuses what it does not understand.
"""

from collections.abc import Sequence
from functools import lru_cache

from site_gen.extract.claims.anchors import anchor_refusals
from site_gen.extract.claims.attribution import attribution_refusals, has_speaker
from site_gen.extract.claims.cover import cover
from site_gen.extract.claims.facts import fact_refusals
from site_gen.extract.claims.form import Field, form_refusals
from site_gen.extract.claims.limits import limit_refusals
from site_gen.extract.claims.phrases import phrase_refusals
from site_gen.extract.claims.quoted import quoted_refusals
from site_gen.extract.claims.refusal import Kind, Refusal
from site_gen.extract.claims.relations import relation_refusals
from site_gen.extract.claims.source import Source, source_of
from site_gen.extract.claims.tag import tag_refusals
from site_gen.extract.claims.terms import passage
from site_gen.extract.claims.words import word_refusals
from site_gen.text.sentences import sentences

__all__ = ["Field", "Kind", "Refusal", "check"]


def check(claim: str, source: str | Sequence[str], field: Field = "headline") -> tuple[Refusal, ...]:
    """Reasons to refuse a claim; () if its source, a text or its paragraphs, supports it."""
    refused = form_refusals(claim, field)
    if refused:
        return refused
    read = _read(source if isinstance(source, str) else tuple(source))
    if not read.sentences:
        return (Refusal("words", "the source has no text that tells news"),)
    if field == "tag":
        return tag_refusals(claim, read)
    found = list(fact_refusals(claim, read.text))
    said = False
    for sentence in sentences(claim):
        covered = cover(passage(sentence), read)
        found += attribution_refusals(covered, read, said)
        said = said or has_speaker(covered.claim)
        found += word_refusals(covered, read)
        found += anchor_refusals(covered, read, field == "headline")
        found += quoted_refusals(covered, read)
        found += phrase_refusals(covered, read)
        found += limit_refusals(covered, read)
        found += relation_refusals(covered, read, field == "headline")
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4)  # a headline, a summary and tags are checked against one source in turn
def _read(source: str | tuple[str, ...]) -> Source:
    return source_of(source)
