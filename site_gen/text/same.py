"""Whether two values are rendered the same."""

from typing import Any

import msgspec
from msgspec import Struct

_WRITTEN = msgspec.json.Encoder().encode


def is_same(one: Any, other: Any) -> bool:
    """As `==`, but a moment in two zones is not the same, since it is written differently; quick on identical parts."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, Struct):
        return all(is_same(getattr(one, name), getattr(other, name)) for name in one.__struct_fields__)
    if isinstance(one, tuple) and len(one) == len(other):
        apart = [pair for pair in zip(one, other, strict=True) if pair[0] is not pair[1]]
        one, other = [pair[0] for pair in apart], [pair[1] for pair in apart]
    return bool(one == other) and _WRITTEN(one) == _WRITTEN(other)
