"""Curves and tables of colour profiles, cut to the length that they declare (ICC.1, sections 10.6 to 10.18)."""

import math
import struct
from collections.abc import Callable
from functools import partial

_PARAMETERS = (1, 3, 4, 5, 7)  # of a parametric curve, by the type of its function


def exact_curve(body: bytes) -> bytes:
    """A curve of either type."""
    kind, first, second = struct.unpack_from(">4s4xHH", body)
    if kind == b"curv":
        size = 12 + 2 * (first << 16 | second)
        return _cut(body, size)
    if kind == b"para":
        return _cut(body[:10] + bytes(2) + body[12:], 12 + 4 * _PARAMETERS[first])
    raise ValueError


def exact_lut(body: bytes) -> bytes:
    """A table of version 2, in bytes or in words."""
    kind, channels, made, grid = struct.unpack_from(">4s4xBBB", body)
    if not 1 <= channels <= 4 or not 1 <= made <= 4:
        raise ValueError
    if kind == b"mft1":
        return _cut(body[:11] + b"\0" + body[12:], 48 + 256 * (channels + made) + grid**channels * made)
    if kind == b"mft2":
        entries, results = struct.unpack_from(">HH", body, 48)
        size = 52 + 2 * (channels * entries + grid**channels * made + made * results)
        return _cut(body[:11] + b"\0" + body[12:], size)
    raise ValueError


def exact_pipeline(body: bytes) -> bytes:
    """Curves, matrix and table of version 4, one directly after the other."""
    channels, made = body[8:10]
    if not 1 <= channels <= 4 or not 1 <= made <= 4:
        raise ValueError
    near, far = (made, channels) if body[:4] == b"mAB " else (channels, made)
    readers: tuple[Callable[[bytes], bytes], ...] = (
        partial(_curves, near),
        _matrix,
        partial(_curves, near),
        partial(_table, channels, made),
        partial(_curves, far),
    )
    parts, places = [], []
    at = 32
    for start, exact in zip(struct.unpack_from(">5I", body, 12), readers, strict=True):
        parts.append(exact(body[start:]) if start else b"")
        places.append(at if start else 0)
        at += len(parts[-1])
    return body[:4] + bytes(4) + bytes((channels, made, 0, 0)) + struct.pack(">5I", *places) + b"".join(parts)


def _matrix(body: bytes) -> bytes:
    if len(body) < 48:
        raise ValueError
    return body[:48]


def _table(channels: int, made: int, body: bytes) -> bytes:
    precision = body[16]
    size: int = 20 + math.prod(body[:channels]) * made * precision
    if precision not in (1, 2) or size > len(body):
        raise ValueError
    return body[:channels] + bytes(16 - channels) + bytes((precision, 0, 0, 0)) + body[20:size] + bytes(-size % 4)


def _curves(count: int, body: bytes) -> bytes:
    """`count` curves, each padded to four bytes."""
    curves = b""
    for _ in range(count):
        curve = exact_curve(body[len(curves) :])
        curves += curve + bytes(-len(curve) % 4)
    return curves


def _cut(body: bytes, size: int) -> bytes:
    """The first `size` bytes, with reserved ones set to zero; `ValueError` where there are fewer."""
    if size > len(body):
        raise ValueError
    return body[:4] + bytes(4) + body[8:size]
