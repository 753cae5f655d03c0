from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.storage import state_file
from site_gen.storage.state_file import (
    TAG_SIZE,
    Damaged,
    damaged_files,
    open_sections,
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


def read_all(path: Path, purpose: str) -> list[bytes] | None:
    """Every section; None where there is no file."""
    sections = open_sections(path, purpose)
    return None if sections is None else [sections[number] for number in range(len(sections))]


def test_sections_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "state" / "entry"
    made = write_sections(path, "entry", iter(SECTIONS))
    assert read_all(path, "entry") == SECTIONS
    sections = open_sections(path, "entry")
    assert sections is not None and sections.tag == made and sections[1] == b"another"
    assert read_all(tmp_path / "missing", "entry") is None
    assert damaged_files() == ()
    with pytest.raises(Damaged):
        read_all(path, "another entry")
    assert damaged_files() == (str(path),)


def test_no_byte_of_sections_can_change_and_none_be_lost(tmp_path: Path) -> None:
    path = tmp_path / "entry"
    for written in (SECTIONS[:2], []):
        write_sections(path, "entry", written)
        whole = path.read_bytes()
        for place in range(len(whole)):
            for changed in (whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]):
                path.write_bytes(changed)
                with pytest.raises(Damaged):
                    read_all(path, "entry")


def test_a_section_has_its_place(tmp_path: Path) -> None:
    path, row = tmp_path / "entry", 8 + TAG_SIZE
    write_sections(path, "entry", [b"one", b"two"])
    whole = path.read_bytes()
    one, two, rows = whole[:3], whole[3:6], whole[6:]
    for moved in (
        two + one + rows,
        two + one + rows[row : 2 * row] + rows[:row] + rows[2 * row :],
        one + rows[:row] + rows[2 * row :],
    ):
        path.write_bytes(moved)
        with pytest.raises(Damaged):
            read_all(path, "entry")


def test_sections_are_copied_as_they_are_and_damage_stays_visible(tmp_path: Path) -> None:
    path, copied = tmp_path / "entry", tmp_path / "copied"
    first = write_sections(path, "entry", SECTIONS)
    sections = open_sections(path, "entry")
    assert sections is not None
    assert write_sections(copied, "entry", map(sections.raw, range(3))) == first
    assert copied.read_bytes() == path.read_bytes()
    second = write_sections(copied, "entry", [b"new", sections.raw(1), sections.raw(2)])
    assert second != first and read_all(copied, "entry") == [b"new", *SECTIONS[1:]]
    path.write_bytes(path.read_bytes().replace(b"another", b"anotheR"))
    write_sections(copied, "entry", [b"new", sections.raw(1), sections.raw(2)])
    damaged = open_sections(copied, "entry")
    assert damaged is not None and damaged[2] == SECTIONS[2]
    with pytest.raises(Damaged):
        damaged[1]
    with pytest.raises(Damaged):  # a tag of a section is none of another place or file
        write_sections(copied, "other", [sections.raw(0)])
        read_all(copied, "other")
