import os
from pathlib import Path

import pytest

from site_gen.model.ledger import Stamp, StampTable
from site_gen.storage import stamps
from site_gen.storage.files import stamp_of
from site_gen.storage.stamps import (
    different,
    look,
    pack_written,
    paths_in,
    rows_of_sources,
    table_of_sources,
    table_of_written,
    with_sources,
    with_written,
)

PATHS = ["a/b/index.html", "a/none.html", "index.html", "index.html/below", "ö.txt"]


@pytest.mark.parametrize("by_handle", [True, False])
def test_files_are_looked_at_as_by_their_stamps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_handle: bool
) -> None:
    monkeypatch.setattr(stamps, "BY_HANDLE", by_handle)
    for path in ("a/b/index.html", "index.html", "ö.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    one_by_one = [stamp_of(tmp_path / path) for path in PATHS]
    before = look(str(tmp_path), PATHS)
    assert before == pack_written(one_by_one)
    os.utime(tmp_path / "ö.txt", ns=(0, -5))
    (tmp_path / "a/b/index.html").unlink()
    assert different(PATHS, before, look(str(tmp_path), PATHS)) == {"ö.txt", "a/b/index.html"}
    assert different(PATHS, before, before) == frozenset()


def test_a_table_of_sources_does_not_depend_on_the_order() -> None:
    one, other = Stamp(1, 2, 3, 4), Stamp(5, -6, 2**64 - 1, 8)
    assert table_of_sources({"a": one, "b": other}) == table_of_sources({"b": other, "a": one})
    assert table_of_sources({"a": one, "b": other}) != table_of_sources({"a": other, "b": one})
    assert table_of_sources({"a": one}) != table_of_sources({"b": one})
    assert table_of_sources({}) == StampTable()


def test_a_table_of_written_files_keeps_its_order() -> None:
    assert paths_in(table_of_written(dict.fromkeys(PATHS, Stamp(1, 2, 3)))) == PATHS
    assert paths_in(StampTable()) == []


def test_rows_that_differ_are_found_and_replaced() -> None:
    stamps_then = {path: Stamp(number, 2, 3, 4) for number, path in enumerate(PATHS)}
    then, edited = table_of_sources(stamps_then), Stamp(9, -9, 2**64 - 1, 9)
    now = table_of_sources(stamps_then | {"a/none.html": edited, "ö.txt": edited})
    assert rows_of_sources(then, then) == []
    assert rows_of_sources(now, then) == [1, 4]
    assert with_sources(then, {1: edited, 4: edited}) == now
    assert rows_of_sources(table_of_sources({"a": edited}), then) is None
    written = table_of_written(stamps_then)
    assert with_written(written, {0: edited}) == table_of_written(stamps_then | {PATHS[0]: edited})
