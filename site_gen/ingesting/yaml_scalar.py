"""One YAML scalar on one line that every YAML reader, old or new, takes for the same string."""

import re

# Plain only where no reader could see anything but a string: a letter first (so no number, date or sexagesimal), no
# sign of YAML's own inside. The words are YAML 1.1's booleans and nulls ("NO" is Norway).
_PLAIN = re.compile(r"[^\W\d_](?:[\w .;/'’‘“”()+%$€£@–—…-]|,(?! )|:(?=[^\s,\[\]{}])|(?<=[^ ])#)*(?<![ :])")
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"])
_QUOTE = re.compile(r'["\\\x00-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def yaml_scalar(text: str) -> str:
    """The text as a plain scalar where that is safe, also within `[...]`, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return '"' + _QUOTE.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    sign = match[0]
    return _SHORT.get(sign) or f"\\u{ord(sign):04x}"
