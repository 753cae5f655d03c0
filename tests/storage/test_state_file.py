from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.storage import state_file
from site_gen.storage.state_file import TAG_SIZE, damaged_files, read_state, tag, write_state


@pytest.fixture(autouse=True)
def nothing_reported() -> None:
    damaged_files()


def test_what_was_written_is_read_for_its_purpose_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "entry"
    write_state(path, "entry", b"data")
    data = read_state(path, "entry")
    assert data is not None and bytes(data) == b"data"
    assert read_state(tmp_path / "state" / "missing", "missing") is None
    assert damaged_files() == ()
    assert read_state(path, "another entry") is None
    assert damaged_files() == (str(path),)
    assert damaged_files() == ()


@given(st.binary(max_size=40), st.integers(0, 10**6), st.integers(0, 7))
def test_no_bit_can_change(data: bytes, place: int, bit: int) -> None:
    whole = bytearray(tag("entry", data) + data)
    whole[place % len(whole)] ^= 1 << bit
    assert tag("entry", bytes(whole[TAG_SIZE:])) != whole[:TAG_SIZE]


@given(st.binary(max_size=9), st.binary(max_size=9))
def test_a_tag_is_that_of_the_whole_data(one: bytes, other: bytes) -> None:
    assert tag("entry", one, other) == tag("entry", one + other)
    assert tag("entry", one) != tag("entry ", one)


def test_what_another_user_wrote_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_state(tmp_path / "entry", "entry", b"data")
    monkeypatch.setattr(state_file, "state_key", lambda: b"of another user".ljust(32))
    assert read_state(tmp_path / "entry", "entry") is None
    assert damaged_files() == (str(tmp_path / "entry"),)


def test_a_folder_in_the_place_of_a_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "entry").mkdir()
    assert read_state(tmp_path / "entry", "entry") is None
    assert damaged_files() == (str(tmp_path / "entry"),)
