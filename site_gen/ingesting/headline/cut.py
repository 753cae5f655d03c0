"""The last resort: a text cut where a clause or a phrase ends."""

import re

_CLAUSE_ENDS = re.compile(r"[,;:–—]\s|\s(?=(?:and|but|which|who|after|as|while|because|when|that)\s)")
_PHRASE_ENDS = re.compile(r"\s(?=(?:in|on|at|for|with|from|by|near|amid|under|over|during|against|to)\s)")
_SHORTEST = 40


def cut_to(sentence: str, room: int) -> str:
    """The sentence up to the last end of a clause that fits, else of a phrase, else of a word, with an ellipsis."""
    text = " ".join(sentence.split())
    if len(text) <= room:
        return text.rstrip(" .,;:")
    for ends in (_CLAUSE_ENDS, _PHRASE_ENDS):
        places = [found.start() for found in ends.finditer(text) if _SHORTEST <= found.start() <= room]
        if places:
            return text[: places[-1]].rstrip(" .,;:")
    return text[: max(room - 1, 1)].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"
