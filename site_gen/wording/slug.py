"""Names in addresses, and when two names are one."""

import hashlib
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65536)
def slugify(text: str, max_length: int = 80) -> str:
    """A name for addresses: ASCII letters, digits and hyphens, cut at a word; never empty for a text that is not.

    A text of nothing but signs (an emoji, "!!!") is named by a digest, so that it has an address all the same.
    """
    from slugify import slugify as transliterate

    slug = transliterate(text, max_length=max_length, word_boundary=True, save_order=True)
    if slug or not text.strip():
        return slug
    return "x-" + hashlib.blake2b(text.encode(), digest_size=4).hexdigest()


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key under which two spellings are one name: compatibility forms, case and runs of blanks do not matter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def is_slug(text: str) -> bool:
    """Whether a text given as a slug can stand in an address as it is."""
    return bool(text) and all(c.isascii() and (c.isalnum() or c in "-_") for c in text) and text.strip("-_") != ""
