"""The check of our own headlines: quick, because every seed passes it.

They are cut from a lead, so what may go wrong is what was cut. A lead is parsed again only where one of its words that
limit what it says is not in the headline; numbers, days and quotations are compared where there are any.
"""

import re
from collections.abc import Sequence

from site_gen.extract.claims.attribution import attribution_refusals
from site_gen.extract.claims.cover import cover
from site_gen.extract.claims.facts import fact_refusals
from site_gen.extract.claims.refusal import Refusal
from site_gen.extract.claims.relations import relation_refusals
from site_gen.extract.claims.source import source_of
from site_gen.extract.claims.terms import passage
from site_gen.text.sentences import sentences

_LIMITS = re.compile(
    r"(?i)\b(?:if|unless|provided|may|might|could|likely|possibly|perhaps|reportedly|allegedly|alleged|apparently"
    r"|claim\w*|accus\w+|fear\w*|believed|suspected|reported|proposed|potential|until|not|never|without)\b|n[’']t\b"
)
_FACTS = re.compile(
    r"\d|[“\"]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?"
    r"|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
)
_WORD = re.compile(r"[^\W_]{4,}")
_PARAGRAPHS = 3


def own_refusals(title: str, paragraphs: Sequence[str]) -> tuple[Refusal, ...]:
    """What a headline that was cut from one of the first paragraphs says and its sentence does not."""
    lead = _sentence_of(title, paragraphs[:_PARAGRAPHS])
    limits = {found.lower() for found in _LIMITS.findall(lead)} - {found.lower() for found in _LIMITS.findall(title)}
    if not lead or not (limits or _FACTS.search(title)):
        return ()
    found = list(fact_refusals(title, lead)) if _FACTS.search(title) else []
    if limits:
        source = source_of((lead,))
        covered = cover(passage(title), source)
        found += attribution_refusals(covered, source, claimed_before=False)
        found += relation_refusals(covered, source, headline=True)
    return tuple(dict.fromkeys(found))


def _sentence_of(title: str, paragraphs: Sequence[str]) -> str:
    """The sentence that shares most words with a title."""
    words = {word.lower() for word in _WORD.findall(title)}
    best, most = "", 0
    for paragraph in paragraphs:
        for sentence in sentences(paragraph):
            shared = len(words & {word.lower() for word in _WORD.findall(sentence)})
            if shared > most:
                best, most = sentence, shared
    return best
