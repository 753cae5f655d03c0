"""Which strings may be names, since a hostile text could otherwise put anything into a site's tags."""

import re

# At least two letters, only characters of names, and a reasonable length.
_NAME = re.compile(r"(?=[^_]*\Z)(?=(?:.*[^\W\d_]){2})\w[\w .,'’&/\"“”-]{1,79}\Z")
_LONGEST_WORD = 32


def is_valid_name(name: str, words: list[str]) -> bool:
    """True for a string that may be a name: with characters of names, no very long word, and few repeats."""
    return (
        _NAME.match(name) is not None
        and max(map(len, words)) <= _LONGEST_WORD
        and (len(words) < 3 or len(words) < 2 * len(set(words)))
    )
