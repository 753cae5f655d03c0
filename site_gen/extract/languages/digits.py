"""Digits of other scripts as ASCII digits, so that places in a text stay the same."""

_ZEROS = (0x660, 0x6F0, 0x966, 0x9E6, 0xFF10)
"""The zeros of Arabic, Persian, Devanagari, Bengali and full-width digits; the other nine follow each."""
_DIGITS = {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)}


def in_ascii(text: str) -> str:
    """The text with its digits as ASCII digits, of the same length."""
    return text if text.isascii() else text.translate(_DIGITS)
