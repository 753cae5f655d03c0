"""The features of a decision from its atoms, and the sum of their rows of weights."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from operator import itemgetter, mul, xor

from site_gen.ingesting.syntax.features import BITS, multipliers, templates
from site_gen.ingesting.syntax.weights import Table

Column = Callable[[Sequence[int]], tuple[int, ...]]


class Scorer:
    """Adds up the rows of all templates; those of one length are combined together, without a loop in Python."""

    def __init__(self, table: str, slots: tuple[str, ...]) -> None:
        found = templates(table, slots)
        self._multipliers = multipliers(slots)
        lengths = sorted({len(one) for one in found})
        self._groups = [_columns([one for one in found if len(one) == length]) for length in lengths]

    def total(self, table: Table, atoms: Iterable[int]) -> int:
        """The sum of the rows of all features of a decision with these atoms."""
        held = [number & BITS for number in map(mul, atoms, self._multipliers)]
        numbers: list[Iterable[int]] = []
        for first, *others in self._groups:
            combined: Iterable[int] = first(held)
            for column in others:
                combined = map(xor, combined, column(held))
            numbers.append(combined)
        slots = table.slots
        used = itemgetter(*[number % slots for number in chain(*numbers)])(table.index)
        return sum(itemgetter(*used)(table.rows))


def _columns(chosen: list[tuple[int, ...]]) -> list[Column]:
    """Getters of the first atoms of all templates of one length, of their second ..."""
    return [_column(numbers) for numbers in zip(*chosen, strict=True)]


def _column(numbers: tuple[int, ...]) -> Column:
    if len(numbers) == 1:
        return lambda atoms: (atoms[numbers[0]],)
    return itemgetter(*numbers)
