from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.storage import state_file
from site_gen.storage.state_file import (
    TAG_SIZE,
    Damaged,
    damaged_files,
    read_sections,
    read_state,
    tag,
    write_sections,
    write_state,
)


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


SECTIONS = [b"one", b"another", b"x" * 5000]


def test_sections_are_read_as_they_were_written(tmp_path: Path) -> None:
    write_sections(tmp_path / "state" / "entry", "entry", iter(SECTIONS))
    assert list(read_sections(tmp_path / "state" / "entry", "entry")) == SECTIONS
    assert list(read_sections(tmp_path / "missing", "entry")) == []
    assert damaged_files() == ()
    with pytest.raises(Damaged):
        list(read_sections(tmp_path / "state" / "entry", "another entry"))
    assert damaged_files() == (str(tmp_path / "state" / "entry"),)


def test_no_byte_of_sections_can_change_and_none_be_lost(tmp_path: Path) -> None:
    path = tmp_path / "entry"
    write_sections(path, "entry", SECTIONS[:2])
    whole = path.read_bytes()
    for place in range(len(whole)):
        for changed in (whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]):
            path.write_bytes(changed)
            with pytest.raises(Damaged):
                list(read_sections(path, "entry"))


def test_a_section_has_its_place(tmp_path: Path) -> None:
    path, head = tmp_path / "entry", 8 + TAG_SIZE
    write_sections(path, "entry", [b"one", b"two"])
    whole, size = path.read_bytes(), head + 3
    path.write_bytes(whole[size : 2 * size] + whole[:size] + whole[2 * size :])
    with pytest.raises(Damaged):
        list(read_sections(path, "entry"))
    path.write_bytes(whole[:size] + whole[2 * size :])
    with pytest.raises(Damaged):
        list(read_sections(path, "entry"))
