"""Digests: one text that lists many awards of contracts."""

import re

from msgspec.structs import replace

from site_gen.extract.manuscript import Manuscript
from site_gen.model.seed import Decision

_ANNOUNCED = re.compile(
    r"(?:the )?following (?:contracts?|awards?)\b|contracts? (?:awarded|announced|for [A-Z])|contract awards\b",
    re.IGNORECASE,
)
_AWARD = re.compile(
    r"\b(?:is|was|were|has been|have been|are being)\s(?:\w+\s)?awarded\b|\bcontracting activity\b|\bcontract awards?\b"
)
_NUMBER = re.compile(r"\b[A-Z0-9]{5,6}-?\d{2}-?[A-Z]-?[A-Z0-9]{4}\b")
_LEAST = 3


def take_digest(manuscript: Manuscript) -> Manuscript:
    """The form of a digest of contract awards. It stays as it is, and no one award is its headline."""
    texts = [line.text for line in manuscript.lines if line.kind == "text" and line.text]
    awards = sum(_is_award(text) for text in texts if "award" in text or "contract" in text)
    if awards < _LEAST - 1 or awards < (_LEAST - 1 if any(map(_ANNOUNCED.match, texts[:6])) else _LEAST):
        return manuscript
    note = Decision("form", "digest of contract awards", f"{awards} paragraphs award a contract")
    taken = replace(manuscript, genre="digest", notes=(*manuscript.notes, note))
    why = f"this is a digest of {awards} contract awards; a headline of one of them tells only that one."
    return taken.doubting_headline(why)


def _is_award(text: str) -> bool:
    """A paragraph that names an award and its contract's number, or the activity that awarded it."""
    return _AWARD.search(text) is not None and (_NUMBER.search(text) is not None or "contracting activity" in text)
