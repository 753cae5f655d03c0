"""The last resort: a text cut where a clause or a phrase ends."""

import re

_CLAUSE_ENDS = re.compile(r"[,;:–—]\s|\s(?=(?:but|after|as|while|because|when)\s)")
_PHRASE_ENDS = re.compile(
    r"(?<!ed)(?<!ing)\s(?=(?:in|on|at|for|with|from|by|near|amid|under|over|during|against|to)\s)"
)
_SHORTEST = 40
_MOST_LOST = 0.6
"""The share of the room that a clause must fill for its end to be preferred to that of a phrase."""


def cut_to(sentence: str, room: int) -> str:
    """The sentence up to the last end of a clause that fits, else of a phrase, else of a word, with an ellipsis."""
    text = " ".join(sentence.split())
    if len(text) <= room:
        return text.rstrip(" .,;:")
    clause, phrase = (_last_end(ends, text, room) for ends in (_CLAUSE_ENDS, _PHRASE_ENDS))
    place = clause if clause >= room * _MOST_LOST else max(clause, phrase)
    if place:
        return text[:place].rstrip(" .,;:")
    return text[: max(room - 1, 1)].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"


def _last_end(ends: re.Pattern[str], text: str, room: int) -> int:
    return max((found.start() for found in ends.finditer(text) if _SHORTEST <= found.start() <= room), default=0)
