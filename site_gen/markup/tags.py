"""Unclosed tags of raw HTML, for each of which an HTML parser reads the rest of the text."""

import re

from site_gen.markup.engine import TooMuch

_UNCLOSED = re.compile(r"<[A-Za-z][^<>]*(?=<|\Z)")
_MOST = 200


def refuse_unclosed_tags(text: str) -> None:
    """Refuse a text with very many unclosed tags."""
    number = 0
    for number, match in enumerate(_UNCLOSED.finditer(text), 1):
        if number > _MOST:
            what = f"More than {_MOST} tags of this text have no '>' at their end."
            raise TooMuch(what, "Close them, or write '&lt;' for a '<' that begins no tag.", match.start())
