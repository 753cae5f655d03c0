"""A headline for a text that has none, by its language's table: the lead's first whole sentence or clause."""

import re

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.headline import Headline
from site_gen.extract.languages.dates import dates_in
from site_gen.extract.languages.language import Language, Table
from site_gen.extract.languages.sentences import ends_shortened, sentences_of
from site_gen.extract.languages.words import anywhere
from site_gen.extract.table_rules.clauses import first_clause
from site_gen.extract.text import Paragraph
from site_gen.text.measure import width_of

LONGEST = 110
"""The width of a headline in letters, unless the lead has no shorter clause; East Asian characters count as two."""
LONGEST_WHOLE = 165
"""The width of a lead up to which it is a better headline than a later sentence, though it is doubted."""
_SHORTEST = 25
_SHORTEST_LATER = 40
_CONSIDERED = 6
"""First sentences that may give the headline."""
_PARAGRAPHS = 4
_LONGEST_READ = 2000
"""Characters of a paragraph that are read."""
_OTHERS = 3
_BEFORE = re.compile(r"\A(?:[-–—*•·▪■►●]|\d{1,2}[.)])\s+")
_ENDS_ASKING = re.compile(r"[?？؟][\"'”’»)」』）]*\Z")
_ENDS = re.compile(r"[.!…。！।؟۔?][\"'”’»)\]“」』）】]*\Z")
_STOP = re.compile(r"(?<![.\s])\s*[.。।۔]\Z")


class _Candidate(Struct, frozen=True):
    """A possible headline, why, and the doubts about it."""

    title: str
    why: str
    doubts: tuple[str, ...] = ()


def headline(paragraphs: tuple[Paragraph, ...], language: Language, *, alternatives: bool = True) -> Headline:
    """The headline of a text: its first sentence, or a whole clause of it; else a later sentence, with a doubt."""
    sentences = first_sentences(paragraphs, language)[:_CONSIDERED]
    if not sentences or language.table is None:
        return Headline("Untitled", "the text has no sentence", ("the text has no sentence",))
    table = language.table
    lead = next((at for at, one in enumerate(sentences) if _is_news(one, table)), 0)
    candidates = _of_lead(sentences, lead, table)
    whole, later = _whole(sentences, lead, table), _of_later(sentences, lead, table)
    candidates += [whole, *later] if width_of(whole.title) <= LONGEST_WHOLE else [*later, whole]
    best = _doubted(candidates[0], table)
    titles = dict.fromkeys(one.title for one in candidates[1:] if one.title != best.title)
    return Headline(best.title, best.why, best.doubts, tuple(titles)[:_OTHERS] if alternatives else ())


def _doubted(candidate: _Candidate, table: Table) -> _Candidate:
    """The candidate, with a doubt where a day before a dash may be that of a dateline which could not be read."""
    dates = [one for one in dates_in(candidate.title[:_DATELINE], table.dates) if one.start < _DATELINE // 2]
    if not dates or not _SIGN.search(candidate.title, dates[0].end, _DATELINE):
        return candidate
    return replace(candidate, doubts=(*candidate.doubts, "it may begin with a dateline"))


_FEW_WORDS = 5
"""Words beside a date that are too few for a sentence with news."""
_DATELINE = 100
"""Characters in which a dateline ends."""
_SIGN = re.compile(r"\s[—–|-]\s|:\s")


def first_sentences(paragraphs: tuple[Paragraph, ...], language: Language) -> tuple[str, ...]:
    """The sentences of the first paragraphs, in order."""
    return tuple(
        sentence
        for paragraph in paragraphs[:_PARAGRAPHS]
        for sentence in sentences_of(paragraph.text[:_LONGEST_READ], language)
    )


def _of_lead(sentences: tuple[str, ...], lead: int, table: Table) -> list[_Candidate]:
    text = as_title(sentences[lead], table)
    where = "the first sentence" if lead == 0 else f"sentence {lead + 1} of the text, the first that tells something"
    doubts = () if lead == 0 else ("the text does not begin with its news",)
    if width_of(text) <= LONGEST:
        return [_Candidate(text, where, doubts)]
    clause = first_clause(text, table, LONGEST)
    if clause is None and (long := first_clause(text, table, LONGEST_WHOLE)) and width_of(text) > LONGEST_WHOLE:
        return [_Candidate(long.text, f"the first clause of {where}", (*doubts, f"it has {len(long.text)} characters"))]
    if clause is None:
        return []
    return [_Candidate(clause.text, f"the first clause of {where}", (*doubts, *filter(None, (clause.doubt,))))]


def _of_later(sentences: tuple[str, ...], lead: int, table: Table) -> list[_Candidate]:
    """Short later sentences that can be understood alone, the shortest first."""
    later = [
        (as_title(one, table), at)
        for at, one in enumerate(sentences)
        if at > lead and _is_news(one, table) and not anywhere(table.clauses.leaning).match(one)
    ]
    fitting = sorted((width_of(text), at, text) for text, at in later if _SHORTEST_LATER <= width_of(text) <= LONGEST)
    doubt = "the first sentence is long and has no clause that is sure to be whole; this is a later one"
    return [_Candidate(text, f"sentence {at + 1} of the text", (doubt,)) for _, at, text in fitting]


def _whole(sentences: tuple[str, ...], lead: int, table: Table) -> _Candidate:
    text = as_title(sentences[lead], table)
    doubt = f"the first sentence has {len(text)} characters and no clause that is sure to be whole"
    return _Candidate(text, "the first sentence", (doubt,))


def _is_news(sentence: str, table: Table) -> bool:
    """Whether a sentence can be a headline: it has its stop, is no question, and more than a word or two."""
    long_enough = width_of(sentence) >= _SHORTEST
    is_whole = _ENDS.search(sentence) is not None and not _ENDS_ASKING.search(sentence)
    return long_enough and is_whole and not _is_unread_dateline(sentence, table)


def _is_unread_dateline(sentence: str, table: Table) -> bool:
    """Whether a sentence is a place, a date after a comma and a few words: a dateline with a word that no rule knew."""
    if len(sentence) > _DATELINE:
        return False
    dates = dates_in(sentence, table.dates)
    if len(dates) != 1 or not sentence[: dates[0].start].rstrip().endswith(","):
        return False
    return len(f"{sentence[: dates[0].start]} {sentence[dates[0].end :]}".split()) <= _FEW_WORDS


def without_bullet(sentence: str) -> str:
    """A sentence without the bullet or number before it."""
    return _BEFORE.sub("", sentence, count=1).strip()


def as_title(sentence: str, table: Table) -> str:
    """A sentence without the bullet before it and the full stop after it, unless that belongs to an abbreviation."""
    text = without_bullet(sentence)
    return text if ends_shortened(text, table.sentences) else _STOP.sub("", text).strip()
