"""What the rules must know of names."""

from msgspec import Struct


class Names(Struct, frozen=True):
    """Last names that readers know without the first, and words that are always written with a capital."""

    last: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
