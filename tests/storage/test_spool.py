import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.storage import spool as spool_file
from site_gen.storage.spool import Spool

PIECES = st.binary(max_size=50) | st.sampled_from([bytes(300_000), b"x" * 4091, b"y" * 4092, b"z" * 4093])


@given(st.lists(PIECES, max_size=8), st.data())
def test_what_was_put_is_got_in_any_order(pieces: list[bytes], data: st.DataObject) -> None:
    spool = Spool()
    first = spool.put(b"first")
    places = [(spool.put(piece), piece) for piece in pieces]
    for place, piece in data.draw(st.permutations(places)):
        assert spool.get(place) == piece
    assert spool.get(first) == b"first"
    assert spool.get(spool.put(b"last")) == b"last"


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_after_a_write_that_failed_every_place_is_right() -> None:
    spool = Spool()
    places = [(spool.put(piece), piece) for piece in (b"one", b"1" * 300_000, b"two")]
    with files_of_at_most(400_000):  # a part of the next is written
        for _ in range(2):
            with pytest.raises(OSError, match="File too large"):
                spool.put(b"2" * 300_000)
        assert [spool.get(place) for place, _ in places] == [piece for _, piece in places]
    places += [(spool.put(piece), piece) for piece in (b"three", b"3" * 300_000, b"four")]
    assert [spool.get(place) for place, _ in places] == [piece for _, piece in places]


def test_processes_that_are_forked_read_it_at_once() -> None:
    spool = Spool()
    places = [spool.put(b"%d" % number * 5_000) for number in range(100)]
    children = []
    for _ in range(2):
        child = os.fork()
        if not child:
            right = all(spool.get(places[at]) == b"%d" % at * 5_000 for _ in range(20) for at in range(100))
            os._exit(0 if right else 1)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]


def test_it_is_in_the_folder_that_is_given_if_it_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    used = list[Path | None]()

    def noting(**options: Any) -> Any:
        file = TemporaryFile(**options)  # noqa: SIM115 - the spool closes it
        used.append(options.get("dir"))
        return file

    monkeypatch.setattr(spool_file, "TemporaryFile", noting)
    for folder in (tmp_path, tmp_path / "none", None):
        spool = Spool(folder)
        place = spool.put(b"short")
        spool.put(bytes(300_000))
        assert spool.get(place) == b"short"
    assert used == [tmp_path, None, None]
    assert list(tmp_path.iterdir()) == []
