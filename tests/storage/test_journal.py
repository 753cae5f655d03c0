import os
from pathlib import Path

import pytest

from site_gen.storage.journal import Journal
from site_gen.storage.state_file import damaged_files
from tests.storage.test_spool import files_of_at_most


def test_the_next_process_has_the_rows_until_they_are_cleared(tmp_path: Path) -> None:
    path = tmp_path / "state" / "a.cache"
    journal = Journal(path)
    assert journal.rows == ()
    for row in (b"one", b"", b"three"):
        journal.add(row)
    later = Journal(path)
    assert later.rows == (b"one", b"", b"three")
    later.add(b"four")
    assert Journal(path).rows == (b"one", b"", b"three", b"four")
    later.clear()
    assert not path.exists()
    later.add(b"five")
    assert Journal(path).rows == (b"five",)


def test_a_row_that_was_cut_short_is_not_there_and_the_next_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.cache"
    journal = Journal(path)
    journal.add(b"one")
    whole = path.stat().st_size
    journal.add(b"two")
    for size in range(whole, path.stat().st_size):
        os.truncate(path, size)
        cut = Journal(path)
        assert cut.rows == (b"one",)
        cut.add(b"new")
        assert Journal(path).rows == (b"one", b"new")
    assert damaged_files() == ()


def test_after_a_write_that_failed_the_next_row_is_right(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "a.cache")
    journal.add(b"one")
    with files_of_at_most(1000), pytest.raises(OSError, match="File too large"):
        journal.add(bytes(2000))
    journal.add(b"two")
    assert Journal(tmp_path / "a.cache").rows == (b"one", b"two")


def test_rows_that_this_program_did_not_write_are_not_used(tmp_path: Path) -> None:
    path = tmp_path / "a.cache"
    for row in (b"one", b"two", b"three"):
        Journal(path).add(row)
    data = bytearray(path.read_bytes())
    data[data.index(b"two")] ^= 1
    path.write_bytes(data)
    assert Journal(path).rows == (b"one",)
    assert damaged_files() == (str(path),)
    path.rename(tmp_path / "b.cache")
    assert Journal(tmp_path / "b.cache").rows == ()
    os.mkfifo(tmp_path / "c.cache")
    assert Journal(tmp_path / "c.cache").rows == ()
    assert damaged_files() == (str(tmp_path / "b.cache"), str(tmp_path / "c.cache"))


def test_it_is_not_written_to_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("precious")
    (tmp_path / "a.cache").symlink_to("notes.txt")
    with pytest.raises(OSError, match="symbolic"):
        Journal(tmp_path / "a.cache").add(b"one")
    assert (tmp_path / "notes.txt").read_text() == "precious"
