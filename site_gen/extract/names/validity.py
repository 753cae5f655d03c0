"""What may be a name at all. A text can be made to put anything into a site's tags; this lets names in only."""

import re

# Two letters at least, only what names are written with, of a sane length.
_SOUND = re.compile(r"(?=[^_]*\Z)(?=(?:.*[^\W\d_]){2})\w[\w .,'’&/\"“”-]{1,79}\Z")
_LONGEST_WORD = 32


def is_valid_name(name: str, words: list[str]) -> bool:
    """True for what may be a name: written as names are, no word endless, none said over and over."""
    return (
        _SOUND.match(name) is not None
        and max(map(len, words)) <= _LONGEST_WORD
        and (len(words) < 3 or len(words) < 2 * len(set(words)))
    )
