"""Writes out the units of old telexes: "120.3 mln dlr contract" is "$120.3 million contract"."""

import re

_SUM = re.compile(r"\b(\d[\d,.]*)[ -](?:(mln|bln|million|billion|trillion)[ -])?(?:U\.?S\.? )?dlrs?\b")
_UNIT = re.compile(r"(?<=[\d )])(mln|bln|pct|dlrs?|stg|cts)\b|(?<=[a-z\d]-)(pct|mln|bln|dlr)\b")
_AFTER_STOP = re.compile(
    r"(?<=\bU\.S\. )(?!(?:Army|Navy|Senate|House|Congress|Secretary|Marines|Embassy|Treasury|Air|Coast|Central)\b)"
    r"([A-Z][a-z]+)(?= [a-z]|[.,;:]|\Z)"
)
"""A capitalised word after "U.S." that begins no known name."""
_COMMON = frozenset(
    (
        *("action", "administration", "aid", "aircraft", "arms", "attack", "attacks", "businesses", "citizens"),
        *("companies", "concern", "concerns", "diplomat", "diplomats", "economy", "exports", "fears", "firms"),
        *("forces", "government", "imports", "intelligence", "interests", "intervention", "judge", "market"),
        *("markets", "military", "missile", "missiles", "officials", "plans", "policy", "presence", "raids"),
        *("relations", "sales", "ships", "soldiers", "sources", "trade", "troops", "warship", "warships", "weapons"),
    )
)
"""Words that are no names after "U.S."."""
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
    """A sentence with its units written out; a text without telex words is unchanged."""
    if not _UNIT.search(text):
        return text
    text = _SUM.sub(lambda match: f"${match[1]} {_WORDS.get(match[2], match[2])}" if match[2] else f"${match[1]}", text)
    return _UNIT.sub(lambda match: _WORDS[match[1] or match[2]], text)


def without_false_capitals(sentence: str, small: frozenset[str]) -> str:
    """A sentence without the capitals that a telex puts after "U.S."; `small` are the text's words in lower case."""
    lower_case = small | _COMMON
    return _AFTER_STOP.sub(lambda match: match[1].lower() if match[1].lower() in lower_case else match[1], sentence)


def small_words(text: str) -> frozenset[str]:
    """The words that a text has in lower case."""
    return frozenset(re.findall(r"(?<![\w'’-])[a-z]+(?![\w'’-])", text)) if "U.S. " in text else frozenset()
