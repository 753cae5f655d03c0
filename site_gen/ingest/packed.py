"""Sequences and mappings of many small structs, packed: for what an ingest knows of each of very many seeds."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, overload

import msgspec

Item = TypeVar("Item")


class Packed(Sequence[Item], Generic[Item]):
    """Items as MessagePack, one after another; each is made from it whenever it is asked for.

    Besides the memory of objects that saves their copies: a worker that looks at an inherited object writes to it.
    """

    def __init__(self, kind: Any, items: Iterable[Item] = ()) -> None:
        self._decode = msgspec.msgpack.Decoder(kind).decode
        self._data, self._ends = bytearray(), array("Q", (0,))
        encode = msgspec.msgpack.Encoder().encode
        for item in items:
            self._data += encode(item)
            self._ends.append(len(self._data))
        self._span = range(len(self._ends) - 1)

    def __len__(self) -> int:
        return len(self._span)

    @overload
    def __getitem__(self, at: int) -> Item: ...

    @overload
    def __getitem__(self, at: slice) -> "Packed[Item]": ...

    def __getitem__(self, at: "int | slice") -> "Item | Packed[Item]":
        if isinstance(at, slice):
            part: Packed[Item] = object.__new__(Packed)
            part._decode, part._data, part._ends, part._span = self._decode, self._data, self._ends, self._span[at]
            return part
        place = self._span[at]
        item: Item = self._decode(memoryview(self._data)[self._ends[place] : self._ends[place + 1]])
        return item

    def __iter__(self) -> Iterator[Item]:
        return (self[at] for at in range(len(self)))


class PackedByName(Mapping[str, Item], Generic[Item]):
    """Items by their names."""

    def __init__(self, kind: Any, items: Iterable[tuple[str, Item]] = ()) -> None:
        self._places: dict[str, int] = {}
        self._items = Packed(kind, self._numbered(items))

    def _numbered(self, items: Iterable[tuple[str, Item]]) -> Iterator[Item]:
        for number, (name, item) in enumerate(items):
            self._places[name] = number
            yield item

    def __getitem__(self, name: str) -> Item:
        return self._items[self._places[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, name: object) -> bool:
        return name in self._places


def in_order(kind: Any, items: Iterable[Item], is_lean: bool) -> Sequence[Item]:
    """The items, packed or as they are."""
    return Packed(kind, items) if is_lean else tuple(items)


def by_name(kind: Any, items: Iterable[tuple[str, Item]], is_lean: bool) -> Mapping[str, Item]:
    """The items by their names, packed or as they are."""
    return PackedByName(kind, items) if is_lean else dict(items)
