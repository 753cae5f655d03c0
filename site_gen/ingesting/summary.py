"""One or two whole sentences that say what the headline leaves out."""

from site_gen.ingesting.text import Paragraph
from site_gen.wording.sentences import sentences

LONGEST = 200
"""Characters."""


def summary(paragraphs: tuple[Paragraph, ...], title: str) -> str:
    """Whole sentences of the article's beginning, at most 200 characters; empty where none fits."""
    kept = ""
    for paragraph in paragraphs[:4]:
        for sentence in sentences(paragraph.text):
            longer = f"{kept} {sentence}".strip()
            if len(longer) > LONGEST:
                if kept:
                    return kept
                continue
            kept = longer
    return kept
