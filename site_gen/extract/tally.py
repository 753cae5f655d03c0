"""Which of very many numbers occur several times: eight or four bytes a number until they are counted."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator

_SHARES = 6  # bits: the numbers are counted in 64 shares, so that one share of them is unpacked at a time


class Tally:
    """Counts numbers of 32 or 64 `bits` without a sign."""

    def __init__(self, bits: int) -> None:
        self._shift = bits - _SHARES
        self._shares = [array("I" if bits == 32 else "Q") for _ in range(1 << _SHARES)]

    def add(self, numbers: Iterable[int]) -> None:
        """Count some numbers."""
        shares, shift = self._shares, self._shift
        for number in numbers:
            shares[number >> shift].append(number)

    def repeated(self, fewest: int) -> Iterator[tuple[int, int]]:
        """The numbers that were added at least `fewest` times, in order, each with how often that was."""
        for share in self._shares:
            yield from sorted((number, count) for number, count in Counter(share).items() if count >= fewest)
