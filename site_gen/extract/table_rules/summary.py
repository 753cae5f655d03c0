"""A summary by a language's table: the sentences that follow the headline's."""

import re

from site_gen.extract.languages.language import Language
from site_gen.extract.languages.words import anywhere
from site_gen.extract.summary import LONGEST, LONGEST_ALONE
from site_gen.extract.table_rules.headline import first_sentences, without_bullet
from site_gen.extract.text import Paragraph
from site_gen.text.measure import width_of

_SHORTEST = 40
_SHORTEST_DENSE = 22
"""The same where a word takes less room: in scripts without capitals."""
_LOOKED_AT = 8
_ENDS = re.compile(r"[.!…。！।۔][\"'”’»)\]“」』）]*\Z")
_SPOKEN = re.compile(r"[\"“„«‘「『—–-]")


def summary(paragraphs: tuple[Paragraph, ...], title: str, language: Language) -> str:
    """One or two sentences after the headline's, at most 240 characters, or one of at most 320; else empty."""
    sentences = first_sentences(paragraphs, language)[:_LOOKED_AT]
    source = next((at for at, one in enumerate(sentences) if without_bullet(one).startswith(title)), -1)
    following = [at for at in range(len(sentences)) if at != source and (source <= 0 or at < source or at > source)]
    fitting = [at for at in following if _fits(sentences[at], language)]
    first = next((at for at in fitting if not _leans(sentences[at], language)), None)
    if first is None:
        first = next((at for at in fitting if at == source + 1), None)
    if first is None:
        return ""
    chosen = sentences[first]
    joint = "" if language.table is not None and not language.table.sentences.spaced else " "
    if first + 1 in fitting and width_of(chosen) + width_of(sentences[first + 1]) + len(joint) <= LONGEST:
        chosen += joint + sentences[first + 1]
    return chosen


def _fits(sentence: str, language: Language) -> bool:
    is_cased = language.table is None or language.table.sentences.cased
    return (
        (_SHORTEST if is_cased else _SHORTEST_DENSE) <= width_of(sentence) <= LONGEST_ALONE
        and bool(_ENDS.search(sentence))
        and not _SPOKEN.match(sentence)
    )


def _leans(sentence: str, language: Language) -> bool:
    return language.table is not None and anywhere(language.table.clauses.leaning).match(sentence) is not None
