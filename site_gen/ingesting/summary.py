"""One or two whole sentences that tell what the article is about, beside its headline."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache



from site_gen.ingesting.headline.weigh import content_words, count_words
from site_gen.ingesting.text import Paragraph
from site_gen.wording.sentences import sentences

LONGEST = 200
"""Characters."""
_SHORTEST = 30
_LOOKED_AT = 10
"""Sentences from the beginning; what comes later is detail."""
_USUAL_LENGTH = 27
"""Words with meaning in an editor's summary."""

# How likely an editor's summary has a word, as log odds: by the sentence it stands in, by how often the article has it,
# and whether the sentence says what the article is for.
_BY_SENTENCE = (-0.3, -0.75, -1.25, -1.45, -1.8, -2.3, -2.8, -2.9, -3.0, -3.0)
_BY_COUNT = (0.0, 0.0, 0.5, 0.8, 0.8, 1.4, 1.4, 1.4, 1.4, 2.2)
_PURPOSE = 0.7
_SAYS_PURPOSE = re.compile(
    r"\b(?:this (?:post|article|report|series|guide|analysis|paper)|in this (?:post|article|edition|series"
    r"|report)|announc\w+|"
    r"we(?:’|')re|here(?:’|')s)\b",
    re.IGNORECASE,
)
_REPEATED = 0.2
"""What a summary loses that only has the headline's words."""
_ECHO = 0.3
"""What is left of a sentence's weight that begins as the headline of a report does."""
_ECHO_OF_PART = 0.7
_WHOLE = 0.6
"""A headline shorter than this share of the sentence leaves enough of it untold."""
_UNNAMED = 0.65
_DEFINITE = re.compile(r"The ([a-z]+)\b")
_PERSONAL = 2
"""Sentences in the first person, outside quotations, among the first ten that make a text personal."""
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|[Yy]ou|[Yy]our|us|my)\b")
_MARKED = re.compile(r"[*#>|_=\-•]|\d+[.)]\s")
_POINTS_BACK = re.compile(
    r"(?:He|She|They|It|This|That|These|Those|His|Her|Their|Its|And|But|So|However|Also|Such|Then|Another"
    r"|The (?:former|latter|same|other|two))\b"
)


def summary(paragraphs: tuple[Paragraph, ...], title: str) -> str:
    """One or two sentences, at most 200 characters; empty where the article has none that fits.

    The less of it the headline has said, the better.
    """
    counts = count_words(paragraphs)
    said = frozenset(content_words(title))
    found = [(place, text) for place, text in enumerate(_first_sentences(paragraphs)) if _fits(text)]
    words = {place: content_words(text) for place, text in found}
    chances = {place: _chances(text, words[place], place, counts) for place, text in found}
    report = sum(bool(_FIRST_PERSON.search(_QUOTED.sub("", text))) for _, text in found) < _PERSONAL
    told = bool(found) and _echoes(found[0][1], title)
    best, most = "", 0.0
    for choice in _choices(found):
        total = [chance for place, _ in choice for chance in chances[place]]
        weight = (
            2
            * sum(total)
            / (len(total) + _USUAL_LENGTH)
            * _standing(choice)
            * _news([word for place, _ in choice for word in words[place]], said)
        )
        if report:
            weight *= _echo(choice[0][1], title)
            weight *= _footing(choice[0][1], said, told) if choice[0][0] else 1.0
        if weight > most:
            best, most = " ".join(text for _, text in choice), weight
    return best


Choice = tuple[tuple[int, str], ...]


def _choices(found: list[tuple[int, str]]) -> list[Choice]:
    """Single sentences, and pairs in their order that fit together."""
    singles: list[Choice] = [(one,) for one in found]
    pairs = [(a, b) for i, a in enumerate(found) for b in found[i + 1 :] if len(a[1]) + 1 + len(b[1]) <= LONGEST]
    return [*singles, *pairs]


def _standing(choice: Choice) -> float:
    """Less for a sentence that points back to one which is left out."""
    worth = 1.0
    before = -1
    for place, text in choice:
        if place and before != place - 1 and _POINTS_BACK.match(text):
            worth *= 0.85
        before = place
    return worth


def _chances(text: str, words: Sequence[str], place: int, counts: Counter[str]) -> list[float]:
    purpose = _PURPOSE if _SAYS_PURPOSE.search(text) else 0.0
    base = _BY_SENTENCE[place] + purpose
    return [1 / (1 + math.exp(-base - _BY_COUNT[min(counts[word], 9)])) for word in words]


def _news(words: Sequence[str], said: frozenset[str]) -> float:
    """Less for what the headline has said already."""
    again = sum(word in said for word in words)
    return 1 - _REPEATED * again / max(1, len(words))


def _echo(sentence: str, title: str) -> float:
    """What is left of the weight of a sentence that begins as the headline does; the more, the more it adds."""
    if not _echoes(sentence, title):
        return 1.0
    return _ECHO if len(title) > _WHOLE * len(sentence) else _ECHO_OF_PART


def _footing(sentence: str, said: frozenset[str], told: bool) -> float:
    """Less for a first sentence about "it" or "the weapon" that the headline does not name.

    Where the headline `told` the first sentence, it has named what "it" is.
    """
    pointed = _DEFINITE.match(sentence)
    if (_POINTS_BACK.match(sentence) and not told) or (pointed and pointed[1] not in said):
        return _UNNAMED
    return 1.0


def _echoes(sentence: str, title: str) -> bool:
    """Whether a sentence begins as the headline does, or has all that it says."""
    opening, headline = _stems(sentence)[:5], _stems(title)[:5]
    if len({*opening} & {*headline}) >= 3:
        return True
    told, whole = {*_stems(title)}, {*_stems(sentence)}
    return len(told) >= 3 and len(told - whole) <= len(told) // 6


@lru_cache(maxsize=512)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(word[:5] for word in content_words(text))


def _first_sentences(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    found: list[str] = []
    for paragraph in paragraphs[:8]:
        for sentence in sentences(paragraph.text[:4000]):
            whole = sentence if len(sentence) <= LONGEST else _without_asides(sentence)
            found.append(whole)
            if len(found) == _LOOKED_AT:
                return found
    return found


def _without_asides(sentence: str) -> str:
    return re.sub(r"\s*\([^()]*\)","",sentence[:600])


def _fits(text: str) -> bool:
    return (
        _SHORTEST <= len(text) <= LONGEST
        and text.rstrip("\"”’')").endswith((".", "!", "?", "…"))
        and not _MARKED.match(text)
        and text.count('"') % 2 == 0
        and text.count("“") == text.count("”")
        and text.count("(") == text.count(")")
    )
