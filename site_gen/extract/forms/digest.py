"""The form of digests: one text that lists many contract awards."""

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
_FEWEST = 3


def take_digest(manuscript: Manuscript) -> Manuscript:
    """Recognise a digest of contract awards, which stays as it is; its headline is doubtful."""
    texts = [line.text for line in manuscript.lines if line.kind == "text" and line.text]
    awards = sum(_is_award(text) for text in texts if "award" in text or "contract" in text)
    if awards < _FEWEST - 1 or awards < (_FEWEST - 1 if any(map(_ANNOUNCED.match, texts[:6])) else _FEWEST):
        return manuscript
    note = Decision("form", "digest of contract awards", f"{awards} paragraphs award a contract")
    taken = replace(manuscript, genre="digest", notes=(*manuscript.notes, note))
    why = f"this is a digest of {awards} contract awards; a headline of one of them tells only that one."
    return taken.with_headline_doubt(why)


def _is_award(text: str) -> bool:
    """Whether a paragraph names an award with its contract's number, or with the activity that awarded it."""
    return _AWARD.search(text) is not None and (_NUMBER.search(text) is not None or "contracting activity" in text)
