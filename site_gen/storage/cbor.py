"""As much of CBOR (RFC 8949) as Pagefind's index uses: unsigned integers, texts, lists; lengths are always given."""

from typing import Any

_NUMBER, _TEXT, _LIST = 0, 3, 4


def decode(data: bytes) -> Any:
    """The one value that the bytes hold; `ValueError` for other kinds."""
    value, at = _value(data, 0)
    if at != len(data):
        raise ValueError("more follows the value")
    return value


def _value(data: bytes, at: int) -> tuple[Any, int]:
    kind, short = data[at] >> 5, data[at] & 31
    at += 1
    number = short
    if 24 <= short <= 27:
        size = 1 << (short - 24)
        number = int.from_bytes(data[at : at + size], "big")
        at += size
    elif short > 27:
        raise ValueError("a length is not given")
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    if kind != _LIST:
        raise ValueError(f"a value of the kind {kind}")
    items = []
    for _ in range(number):
        item, at = _value(data, at)
        items.append(item)
    return items, at


def encode(value: Any) -> bytes:
    """The shortest bytes that hold a value."""
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(value)) + b"".join(map(encode, value))


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    size = next(size for size in range(4) if number < 1 << (8 << size))
    return bytes([kind << 5 | 24 + size]) + number.to_bytes(1 << size, "big")
