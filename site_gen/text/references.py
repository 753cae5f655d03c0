"""Character references of HTML (`&amp;`, `&#8217;`), of any length.

Python's own functions fail for numbers of more than 4,300 digits, so that a hostile text could end a run.
"""

import html
import re
from html.parser import HTMLParser

_BEYOND = re.compile(r"&#(?:0*[1-9][0-9]{7,}|[xX]0*[1-9a-fA-F][0-9a-fA-F]{6,}|[0-9]{4000,});?")
"""Numbers of no character: there are 1,114,112. What HTML shows instead is U+FFFD."""


def unescape(text: str) -> str:
    """The text with the characters that its references name."""
    return html.unescape(readable(text)) if "&" in text else text


def readable(text: str) -> str:
    """The text without references to what is no character, which parsers fail at."""
    return _BEYOND.sub("\ufffd", text) if "&#" in text else text


class HTMLReader(HTMLParser):
    """Python's parser of HTML; a reference may not be cut by the end of a piece that it is fed."""

    def feed(self, data: str) -> None:
        """Read some HTML."""
        super().feed(readable(data))
