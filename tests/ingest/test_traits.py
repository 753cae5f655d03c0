import pytest

from site_gen.extract.duplicates import sketch
from site_gen.extract.text import Edges
from site_gen.ingest.traits import Traits, TraitStore, packed


@pytest.mark.parametrize("stays", [True, False])
def test_traits_are_given_by_their_numbers(stays: bool) -> None:
    store = TraitStore(is_lean=not stays)
    traits = [Traits(sketch((f"The {number} words.",)), Edges((f"line {number}",), number)) for number in range(9)]
    numbers = [store.add(packed(one)) for one in traits]
    if stays:
        store.stay_in_memory()
    assert [store.of(number) for number in reversed(numbers)] == traits[::-1]
    assert store.packed(numbers[3]) == packed(traits[3])
    assert (store.of(numbers[0]) is store.of(numbers[0])) is stays


def test_traits_that_are_forgotten_do_not_stay_in_memory() -> None:
    store = TraitStore(is_lean=False)
    number = store.add(packed(Traits(sketch(("Words.",)), Edges((), 1))))
    store.forget([number])
    store.stay_in_memory()
    before = store.of(number)
    store.forget([number, number + 1])
    assert store.of(number) == before
    assert store.of(number) is not before
