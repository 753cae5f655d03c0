"""Whether a file is a drawing, by what it begins with; a page of HTML with a drawing in it is none."""

import re

# Declarations, instructions, comments and a document type, then the root. Each is taken whole, so that time is linear.
_BEGINNING = re.compile(
    rb"""
    \s*
    (?> <\?.*?\?>\s* | <!--.*?-->\s* | <!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s* )*+
    <(?:[^\s<>/:]+:)?svg[\s/>]
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def is_svg(data: bytes) -> bool:
    """Whether these bytes are an SVG, whatever their encoding."""
    if b"\0" in data[:4]:
        data = data.replace(b"\0", b"")  # UTF-16 and UTF-32: what is of ASCII remains
    for mark in _MARKS:
        data = data.removeprefix(mark)
    return _BEGINNING.match(data) is not None
