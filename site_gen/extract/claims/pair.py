"""A verb of a claim, and a word of the source that may be the same deed."""

from msgspec import Struct

from site_gen.extract.claims.cover import Cover
from site_gen.extract.claims.terms import Passage


class Pair(Struct, frozen=True):
    """`exact`: whether it is the same verb, not only a related word."""

    covered: Cover
    verb: int
    one: Passage
    at: int
    headline: bool
    exact: bool

    @property
    def claim(self) -> Passage:
        """The sentence of the claim."""
        return self.covered.claim
