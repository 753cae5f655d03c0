"""A headline for an article that came without one: its first sentence as a sub-editor would shorten it."""

import re
from collections.abc import Iterator

from site_gen.ingesting.headline.compose import headlines
from site_gen.ingesting.headline.weigh import Scales
from site_gen.ingesting.text import Paragraph
from site_gen.wording.sentences import sentences

LONGEST = 90
"""Characters."""
_SHORTEST = 20
_ARTICLE = re.compile(r"(?<=\s)(?:the|an?)\s", re.IGNORECASE)

__all__ = ["LONGEST", "headline"]


def headline(paragraphs: tuple[Paragraph, ...]) -> tuple[str, str]:
    """A title of at most 90 characters and why it is that."""
    scales = Scales("\n".join(paragraph.text for paragraph in paragraphs))
    for number, sentence in enumerate(_first_sentences(paragraphs)):
        best = _best(scales, headlines(sentence, first=number == 0))
        if best:
            return best, f"from sentence {number + 1}, shortened: {sentence[:160]}"
    for sentence in _first_sentences(paragraphs):
        return _cut(sentence), "the first sentence, cut"
    return "Untitled", "the text has no sentence"


def _best(scales: Scales, titles: Iterator[str]) -> str:
    """The title that tells most of the story for its length; the earlier of equals."""
    best, most = "", 0.0
    for title in titles:
        fitting = _fitted(title)
        weight = scales.weight(fitting) if fitting else 0.0
        if weight > most:
            best, most = fitting, weight
    return best


def _fitted(title: str) -> str:
    """The title if it fits, else without its articles if it then does, else nothing."""
    if len(title) > LONGEST:
        title = _ARTICLE.sub("", title)
    return title if _SHORTEST <= len(title) <= LONGEST else ""


def _first_sentences(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    count = 0
    for paragraph in paragraphs[:5]:
        for sentence in sentences(paragraph.text[:3000])[:3]:
            yield sentence
            count += 1
            if count == 8:
                return


def _cut(sentence: str) -> str:
    if len(sentence) <= LONGEST:
        return sentence.rstrip(".")
    head = sentence[: LONGEST + 1]
    return head.rsplit(" ", 1)[0].rstrip(" ,;:-–—")
