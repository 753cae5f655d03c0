"""People who made a text or picture or are its contact, and are not part of the story."""

from site_gen.extract.names.tokens import SENTENCE_ENDS
from site_gen.extract.names.vocabulary import CREDITED

_BY = frozenset(("by", "By", "BY"))
_CONTACTS = frozenset(("contact", "contacts", "enquiries", "inquiries"))
_ENDS = SENTENCE_ENDS | {")"}
# In words: "photo by Mass Communication Specialist 2nd Class" before the name.
_LONGEST_RANK = 9


def is_credited(words: list[str], start: int, end: int) -> bool:
    """True where the person named at `start` to `end` wrote, photographed or sent the text."""
    return _is_contact(words, start) or _is_made_by(words, start) or _is_byline(words, start, end)


def _is_contact(words: list[str], start: int) -> bool:
    """The person after "Media contact:"."""
    label = start - 2 if start > 1 and words[start - 1] == ":" else start - 1
    return label >= 0 and words[label].lower() in _CONTACTS


def _is_made_by(words: list[str], start: int) -> bool:
    """The person after "Photo by", "Reporting by", also with titles between them."""
    for by in range(start - 1, max(start - _LONGEST_RANK, 0), -1):
        if words[by] in _BY:
            return words[by - 1].capitalize() in CREDITED
    return False


def _is_byline(words: list[str], start: int, end: int) -> bool:
    """The person of "By Ann Brody HAVANA (Agency)", or with a user name, "Tom Ostrander@tomo"."""
    if end >= len(words):
        return False
    is_opening = start == 1 or (start > 1 and words[start - 2] in _ENDS)
    return words[end] == "@" or (is_opening and words[start - 1] == "By" and words[end].isupper())
