"""Distinguishes headlines from lines that begin the story, by their shape."""

import re
import unicodedata

from site_gen.extract.calendar import DAY_MONTH
from site_gen.extract.forms.label import is_label

_FEWEST, _MOST = 3, 24
"""Words of a headline; shorter ones look like the name of a section."""
_LONGEST = 170
_DECK_MOST, _DECK_LONGEST = 60, 330

_STOP = re.compile(r"(?:[.:;,…]|\s[-–—]|[.,][\"'”’»)\]]+)\Z")
_SHORTENED = re.compile(r"\b(?:[A-Z]\.){2,}\Z|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|No|Gen|Gov|Sen)\.\Z")
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{4,}[.]\s+[\"“‘(]?[A-Za-z]")
_ITEM = re.compile(r"(?:[-*+•·‣▪–—>#]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s|[-*_=~•·]{2,}")
_NO_HEADLINE = re.compile(
    r"(?:(?:dear|hello|hi|hey)(?![-–])|greetings|good (?:morning|afternoon|evening|day)|welcome (?:to|back)|thank you"
    r"|thanks"
    r"|ladies and gentlemen|(?:new:?\s)?you (?:can|may|will)|see (?:the|our|more) (?:video|photos?|gallery"
    r"|pictures?|map)"
    r"|watch (?:the|our|this)|listen to (?:the|our|this)|find (?:out )?more|click here|sign up|subscribe|follow us)\b"
    r"|(?:photo(?:graph|s)?|images?|pictures?|caption|credit|graphic|map|illustration|file photo|sources?|via"
    r"|copyright|location|date"
    r"|time|to|from|cc|subject|tags?|topics?|keywords?|categor(?:y|ies)|filed under|related|see also|read (?:more"
    r"|also|next)|share"
    r"|contact|tel|phone|fax|e-?mail|q|a|questions?|answers?|moderator|note|editor['’]?s? note"
    r"|attribution)\s*(?::|\Z)|©",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|\S@\S|(?:^|\s)@\w|\s\|.*\s\||\t")
_IN_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|my)\b")
_CAPTION = re.compile(
    r"\b(?:19|20)\d\d\W*\Z|\b(?:file photo|pictured|photo|image|getty|seen here|courtesy|handout)\b"
    r"|\((?:AFP|AP|Reuters)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”‘«]|(?<!\w)['’]\w")
_TO_THE_READER = re.compile(r"\b(?:you|your|we|our)\b", re.IGNORECASE)
_QUESTION_WORDS = range(4, 15)
_MOST_IN_TWO = 22
_TIMED = re.compile(r"\b(?:19|20)\d\d,?\s\d{1,2}:\d\d")
_DAY = re.compile(rf"(?:\w+day,?\s)?{DAY_MONTH}\W*(?:\d\S*)?", re.IGNORECASE)
_KEY = re.compile(r"[A-Z][a-z]+:\s")
_PERSON = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2}, (?P<office>[^,]+)")


def words_of_line(text: str) -> list[str]:
    """The words of a line, without those that have no letter or digit."""
    return [word for word in text.split() if any(character.isalnum() for character in word)]


def is_headline(text: str) -> bool:
    """Whether a line has the shape of a headline: short, without a full stop, and no label, greeting or list item."""
    text = without_emoji(text[: _LONGEST + 9])
    words = words_of_line(text) if 12 <= len(text) <= _LONGEST else []
    if not _FEWEST <= len(words) <= _MOST or "©" in text:
        return False
    if (_STOP.search(text) and not is_shortened_title(text)) or not _has_headline_stops(text) or _TIMED.search(text):
        return False
    first = text.lstrip("\"'“‘«([*_¿¡")[:1]
    if first.islower() and not re.match(r"[\"'“‘«]*[a-z][A-Z]", text):
        return False  # it continues the line above; "iPhone" does not
    if not (first.isalnum() or first in "$£€"):
        return False
    if sum(len(re.findall(r"[^\W\d_]", word)) >= 2 for word in words) < _FEWEST:
        return False  # numbers and punctuation
    if text.endswith("?") and ("?" in text[:-1] or len(words) not in _QUESTION_WORDS or _TO_THE_READER.search(text)):
        return False  # a question to the reader opens prose
    if _IN_PERSON.search(text) and not _QUOTED.search(text):
        return False
    if (person := _PERSON.fullmatch(text)) and len(person["office"].split()) <= 5:
        return False  # "Jane Roe, Director of Engineering" is a caption
    if _DAY.fullmatch(text):
        return False
    return not (_ITEM.match(text) or _NO_HEADLINE.match(text) or _ADDRESS.search(text) or is_label(text))


def is_shortened_title(text: str) -> bool:
    """Whether the full stop at a line's end is that of an abbreviation, in a headline that capitalises each word."""
    long = [word for word in words_of_line(text) if len(word.strip("\"'“”‘’()")) > 3]
    return bool(_SHORTENED.search(text)) and len(long) >= 3 and all(not word[0].islower() for word in long)


def _has_headline_stops(text: str) -> bool:
    """Whether a line has no full stop inside, or one between two short sentences: "Three killed. Army denies it"."""
    inside = _SENTENCE_INSIDE.findall(text)
    if not inside:
        return True
    return len(inside) == 1 and text[-1].isalnum() and len(text.split()) <= _MOST_IN_TWO and "(" not in text


def are_keys(text: str, following: str) -> bool:
    """Whether two lines are rows of a notice: "Who: the fleet" above "Where: Oslo"."""
    return bool(_KEY.match(text) and _KEY.match(following))


def is_item(text: str) -> bool:
    """Whether a line is an item of a list."""
    return _ITEM.match(text) is not None


def is_deck(text: str) -> bool:
    """Whether a line could be the standfirst under a headline: a phrase of at least four words, or a few sentences."""
    if (
        len(text) > _DECK_LONGEST
        or not 4 <= len(words_of_line(text)) <= _DECK_MOST
        or _ITEM.match(text)
        or _ADDRESS.search(text)
    ):
        return False
    return (
        not _NO_HEADLINE.match(text)
        and not _CAPTION.search(text)
        and text[:1] not in "(["
        and not text.endswith((":", ","))
    )


def begins_story(text: str) -> bool:
    """Whether a line is prose: a sentence with its full stop, or several; a question alone is not."""
    if is_item(text):
        return False
    if len(text) <= _LONGEST and (len(words_of_line(text)) < 4 or is_shortened_title(text)):
        return False
    if text.count(" ") >= 24 and _STOP_INSIDE.search(text):
        return True
    return _STOP_ENDS.search(text[-60:]) is not None


_STOP_INSIDE = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?:\s|\Z)")
_STOP_ENDS = re.compile(r"(?:[.…][\"'”’»)\]]*|[!?][\"”’»]|:)\Z")


def without_emoji(text: str) -> str:
    """A line without the emoji and symbols that it opens with."""
    at = 0
    while at < len(text) and (
        unicodedata.category(text[at]) in ("So", "Sk", "Mn", "Cf", "Cs") or text[at] in "\u200d\ufe0f❗❕‼⁉ "
    ):
        at += 1
    return text[at:]
