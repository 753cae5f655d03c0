from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.storage.cbor import decode, encode

VALUES = st.recursive(st.integers(0, 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=60)


@given(VALUES)
def test_what_is_encoded_is_decoded(value: Any) -> None:
    assert decode(encode(value)) == value


# RFC 8949, appendix A
@pytest.mark.parametrize(
    ("value", "data"),
    [
        (0, "00"), (23, "17"), (24, "1818"), (100, "1864"), (1000, "1903e8"), (1000000, "1a000f4240"),
        (18446744073709551615, "1bffffffffffffffff"), ("", "60"), ("IETF", "6449455446"), ("\u00fc", "62c3bc"),
        ([], "80"), ([1, [2, 3], [4, 5]], "8301820203820405"),
    ],
)  # fmt: skip
def test_the_examples_of_the_standard(value: Any, data: str) -> None:
    assert encode(value).hex() == data
    assert decode(bytes.fromhex(data)) == value


@pytest.mark.parametrize("data", ["9fff", "f6", "0000", "20", "a0"])
def test_anything_else_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode(bytes.fromhex(data))
