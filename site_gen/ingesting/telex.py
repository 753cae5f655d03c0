"""Units as old telexes write them, in the words of print: "120.3 mln dlr contract" is "$120.3 million contract"."""

import re

_SUM = re.compile(r"\b(\d[\d,.]*)[ -](?:(mln|bln|million|billion|trillion)[ -])?(?:U\.?S\.? )?dlrs?\b")
_UNIT = re.compile(r"(?<=[\d )])(mln|bln|pct|dlrs?|stg|cts)\b|(?<=[a-z\d]-)(pct|mln|bln|dlr)\b")
_WORDS = {
    "mln": "million",
    "bln": "billion",
    "pct": "percent",
    "dlr": "dollar",
    "dlrs": "dollars",
    "stg": "sterling",
    "cts": "cents",
}


def in_print(text: str) -> str:
    """A sentence with its units written out; a text without telex words is returned as it is."""
    if not _UNIT.search(text):
        return text
    text = _SUM.sub(lambda found: f"${found[1]} {_WORDS.get(found[2], found[2])}" if found[2] else f"${found[1]}", text)
    return _UNIT.sub(lambda found: _WORDS[found[1] or found[2]], text)
