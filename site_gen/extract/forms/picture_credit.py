"""The form of a lead with a picture's caption and credit glued to it: "... © AFP / Ada BergNorway will send ..."."""

import re

from site_gen.extract.manuscript import Manuscript

_LONGEST = 420
"""Characters of a caption with its credit."""
_GLUED = re.compile(
    r"(?:(?<=[a-zà-ÿ])|(?<=[A-Z]{2})|(?<=[^\W\d_A-Za-z]))(?=[A-Z][a-z]+(?:[’'-]\w+)?\s)|(?<=[a-z])(?=(?:US|UK|EU|UN|NATO)\s)"
)
"""Where the last letter of a credit meets the first word of the lead, without a blank."""
_NAMES = re.compile(r"(?:You|Mc|Mac|De|Le|La|Di|Von|Linked|Tik)\Z")
"""What may be followed by a capital within a name."""
_SHORTEST_LEAD = 40
"""Characters of the lead that must follow."""


def take_picture_credit(manuscript: Manuscript) -> Manuscript:
    """Recognise a caption and credit in front of the lead; both are cut, the lead stays."""
    at = manuscript.first_with_text()
    end = end_of_credit(manuscript.lines[at].text) if at is not None else 0
    return manuscript.without_start(at, end, "picture credit") if at is not None and end else manuscript


def end_of_credit(text: str) -> int:
    """Where the lead begins after a caption and credit; 0 where a text does not open with them."""
    credit = text.find("©", 0, _LONGEST)
    if credit < 0:
        return 0
    for found in _GLUED.finditer(text, credit, min(len(text), credit + 130)):
        if not _NAMES.search(text, credit, found.start()) and len(text) - found.start() >= _SHORTEST_LEAD:
            return found.start()
    return 0
