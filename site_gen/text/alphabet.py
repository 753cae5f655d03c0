"""Alphabetical order of names, and the letter under which an index lists each."""

import unicodedata
from functools import lru_cache


def alphabetical(name: str) -> tuple[str, str, str]:
    """A key to sort names by: accents, case and leading quotation marks count only where names are equal otherwise."""
    return initial(name), _sortable(name), name


def initial(name: str) -> str:
    """The letter or digit under which a name is found; "#" where it has neither."""
    return _sortable(name)[:1].upper()[:1] or "#"


@lru_cache(maxsize=16_384)
def _sortable(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.casefold())
    bare = unicodedata.normalize("NFC", "".join(c for c in apart if unicodedata.category(c) != "Mn"))
    begin = next((at for at, c in enumerate(bare) if c.isalnum()), len(bare))
    return bare[begin:]
