"""What may not stand in the formats we write."""

import re

# Everything outside the Char production of XML 1.0, plus the C1 controls that HTML parsers report.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without the characters that XML 1.0 forbids or HTML reports (https://www.w3.org/TR/xml/#charsets)."""
    return text if text.isprintable() else _FORBIDDEN.sub("", text)
