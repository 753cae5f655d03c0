"""Addresses that were published, as addresses.lock keeps them."""

from msgspec import Struct


class PublishedAddress(Struct, frozen=True, order=True):
    """An address that was published: as people read it, its kind of page, what it is of, the first day (YYYY-MM-DD).

    `of` is the file that it was made from, or the name of its tag or thread, or for feeds the address that they belong
    to; "" where there is nothing of that kind. `seed` is that of a post.
    """

    address: str
    kind: str
    of: str = ""
    day: str = ""
    seed: str = ""
