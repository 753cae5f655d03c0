"""Compares texts by their content words."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "being",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "more",
        "most",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "over",
        "said",
        "say",
        "says",
        "she",
        "should",
        "so",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "under",
        "up",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "will",
        "with",
        "would",
        "you",
        "your",
        "after",
        "amid",
        "about",
        "against",
        "new",
        "also",
    ]
)
_STEM = 5
"""First letters that forms of a word share: "approved", "approves"."""


@lru_cache(maxsize=512)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    words = _WORD.findall(text.replace("U.S.", "US").lower().replace("’", "'"))
    return frozenset(word.removesuffix("'s")[:_STEM] for word in words if word not in _STOP_WORDS)


def shared(text: str, other: str) -> float:
    """What part of a text's content words the other has, from 0 to 1."""
    own = stems(text)
    return len(own & stems(other)) / len(own) if own else 1.0
