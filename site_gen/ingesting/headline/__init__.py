"""A headline for an article that came without one: its first sentence as a sub-editor would shorten it."""

from collections.abc import Iterator

from site_gen.ingesting.headline.compose import headlines
from site_gen.ingesting.headline.weigh import Scales
from site_gen.ingesting.text import Paragraph
from site_gen.wording.sentences import sentences

LONGEST = 90
"""Characters."""
_SHORTEST = 20

__all__ = ["LONGEST", "headline"]


def headline(paragraphs: tuple[Paragraph, ...]) -> tuple[str, str]:
    """A title of at most 90 characters and why it is that."""
    scales = Scales("\n".join(paragraph.text for paragraph in paragraphs))
    for number, sentence in enumerate(_first_sentences(paragraphs)):
        best = max(
            ((scales.weight(title), -place, title) for place, title in enumerate(headlines(sentence)) if _SHORTEST <= len(title) <= LONGEST),
            default=None,
        )
        if best is not None:
            return best[2], f"from sentence {number + 1}, shortened: {sentence[:160]}"
    for sentence in _first_sentences(paragraphs):
        return _cut(sentence), "the first sentence, cut"
    return "Untitled", "the text has no sentence"


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
