"""Angle brackets that begin nothing: Python's parser of HTML reads on to the end of the text for each of them."""

import re

_STRAY = re.compile(r"<(?=[a-zA-Z/!?][^<>]*(?:<|\Z))")
_MOST = 1000
"""More than any text has, whose attributes may hold such signs, too."""


def without_stray(source: str) -> str:
    """The HTML with such signs as text, if there are so many of them that reading would take for ever."""
    return _STRAY.sub("&lt;", source) if len(_STRAY.findall(source)) > _MOST else source
