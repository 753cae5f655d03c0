"""Writes a YAML scalar on one line that every YAML reader, 1.1 or 1.2, reads as the same string."""

import re

# Plain only where no reader could see anything but a string: a letter first (so no number, date or sexagesimal), no
# YAML syntax inside; within `[...]` fewer characters are safe. The words are YAML 1.1's booleans and nulls ("NO" is
# Norway).
_LETTER = r"[^\W\d_]"
_COLON = r":(?=[^\s,\[\]{}])"
_PLAIN = re.compile(rf"{_LETTER}(?:[\w .;,?!=&/'’‘“”()+%$€£@–—…-]|{_COLON}|(?<=[^\s])#)*(?<![\s:])")
_PLAIN_LISTED = re.compile(rf"{_LETTER}(?:[\w .;/'’‘“”()+%$€£@–—…-])*(?<!\s)")
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"])
_QUOTE = re.compile(
    r'["\\\x00-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff]'
)
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def yaml_scalar(text: str) -> str:
    """The text as a plain scalar where that is safe for the value of a key, else in double quotes."""
    return text if _PLAIN.fullmatch(text) and text.lower() not in _WORDS else _quoted(text)


def yaml_item(text: str) -> str:
    """The text as an item of `[...]`."""
    return text if _PLAIN_LISTED.fullmatch(text) and text.lower() not in _WORDS else _quoted(text)


def _quoted(text: str) -> str:
    return '"' + _QUOTE.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _SHORT.get(character) or f"\\u{ord(character):04x}"
