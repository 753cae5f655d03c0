import struct

import pytest

from site_gen.images.icc_lut import exact_curve, exact_lut, exact_pipeline

CURVE = b"curv\0\0\0\0\0\0\0\0"
CURVES = CURVE * 3
MATRIX = bytes(range(48))
TABLE = b"\2\2\2" + bytes(13) + b"\1\0\0\0" + bytes(range(24))


def pipeline(kind: bytes, *parts: bytes, gap: bytes = b"") -> bytes:
    """Parts in the order of the offsets, with something before each."""
    at, places, bodies = 32, [], b""
    for part in parts:
        places.append(at + len(gap) if part else 0)
        bodies += gap + part
        at += len(gap) + len(part)
    return kind + bytes(4) + b"\3\3\0\0" + struct.pack(">5I", *places) + bodies


@pytest.mark.parametrize("kind", [b"mAB ", b"mBA "])
@pytest.mark.parametrize(
    "parts", [(CURVES, MATRIX, CURVES, TABLE, CURVES), (CURVES, b"", b"", b"", b""), (CURVES, b"", b"", TABLE, CURVES)]
)
def test_a_pipeline_has_nothing_between_its_parts(kind: bytes, parts: tuple[bytes, ...]) -> None:
    assert exact_pipeline(pipeline(kind, *parts)) == pipeline(kind, *parts)
    assert exact_pipeline(pipeline(kind, *parts, gap=b"Cana") + b"Canary") == pipeline(kind, *parts)


def test_the_unused_sizes_of_a_table_are_zero() -> None:
    odd = TABLE[:3] + b"Canary 50.4N " + TABLE[16:]
    assert exact_pipeline(pipeline(b"mAB ", CURVES, b"", b"", odd, CURVES)) == pipeline(
        b"mAB ", CURVES, b"", b"", TABLE, CURVES
    )


@pytest.mark.parametrize("part", range(5))
def test_a_part_that_is_cut_short_is_an_error(part: int) -> None:
    whole = [CURVES, MATRIX, CURVES, TABLE, CURVES]
    body = bytearray(pipeline(b"mAB ", *whole))
    body[12 + 4 * part : 16 + 4 * part] = (len(body) - 5).to_bytes(4, "big")
    with pytest.raises((ValueError, IndexError, struct.error)):
        exact_pipeline(bytes(body))


def test_a_curve_is_one_of_two_kinds() -> None:
    formula = b"para\0\0\0\0\0\3\0\0" + bytes(20)
    assert exact_curve(formula + b"Canary") == formula
    assert exact_curve(formula[:10] + b"Ca" + formula[12:]) == formula
    for body in (formula[:-1], b"text\0\0\0\0words", b"curv\0\0\0\0\x7f\xff\xff\xff"):
        with pytest.raises(ValueError):
            exact_curve(body)


def test_a_table_has_at_most_four_channels() -> None:
    with pytest.raises(ValueError):
        exact_lut(b"mft1\0\0\0\0\5\3\2\0" + bytes(9000))
