"""A tuple with other values at some places: copied once, without looking at the values."""

from collections.abc import Mapping
from typing import TypeVar

_Value = TypeVar("_Value")


def replaced(values: tuple[_Value, ...], others: Mapping[int, _Value]) -> tuple[_Value, ...]:
    """The values with others, by their numbers; the same tuple where there are none."""
    if not others:
        return values
    copy = list(values)
    for number, value in others.items():
        copy[number] = value
    return tuple(copy)
