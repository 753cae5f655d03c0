"""The picture's caption and credit that a scraper glued to the lead: "... © AFP / Ada BergNorway will send ..."."""

import re

from site_gen.extract.manuscript import Manuscript

_LONGEST = 420
"""Characters of a caption with its credit."""
_GLUED = re.compile(
    r"(?:(?<=[a-zà-ÿ])|(?<=[A-Z]{2})|(?<=[^\W\d_A-Za-z]))(?=[A-Z][a-z]+(?:[’'-]\w+)?\s)|(?<=[a-z])(?=(?:US|UK|EU|UN|NATO)\s)"
)
"""Where the last letter of a credit meets the first word of the lead, without a blank."""
_NAMES = re.compile(r"(?:You|Mc|Mac|De|Le|La|Di|Von|Linked|Tik)\Z")
"""What is followed by a capital within a name."""
_LEAST = 40
"""Characters of the lead that must follow."""


def take_picture_credit(manuscript: Manuscript) -> Manuscript:
    """The form of a lead behind a picture's credit: both are cut, the lead stays."""
    at = manuscript.first_filled()
    end = end_of_credit(manuscript.lines[at].text) if at is not None else 0
    return manuscript.without_beginning(at, end, "picture credit") if at is not None and end else manuscript


def end_of_credit(text: str) -> int:
    """Where the lead begins behind a caption and credit; 0 where a text does not open with them."""
    sign = text.find("©", 0, _LONGEST)
    if sign < 0:
        return 0
    for found in _GLUED.finditer(text, sign, min(len(text), sign + 130)):
        if not _NAMES.search(text, sign, found.start()) and len(text) - found.start() >= _LEAST:
            return found.start()
    return 0
