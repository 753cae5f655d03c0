from pathlib import Path

import pytest

from site_gen.storage.manifest import MANIFEST, manifest_of, read_manifest

PATHS = frozenset(("index.html", "tags/é/index.html"))


def test_a_manifest_names_what_was_written(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(manifest_of(PATHS))
    assert read_manifest(tmp_path) == PATHS
    (tmp_path / MANIFEST).write_bytes(manifest_of(()))
    assert read_manifest(tmp_path) == frozenset()


def test_a_manifest_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    head, _, rows = manifest_of(PATHS).partition(b"\n")
    (tmp_path / MANIFEST).write_bytes(head.partition(b"; digest")[0] + b"\n" + rows)
    assert read_manifest(tmp_path) == PATHS


def test_a_manifest_that_is_cut_short_or_changed_anywhere_is_none(tmp_path: Path) -> None:
    whole = manifest_of(PATHS)
    for at in range(len(whole)):
        for damaged in (whole[:at], whole[:at] + bytes((whole[at] ^ 1,)) + whole[at + 1 :]):
            (tmp_path / MANIFEST).write_bytes(damaged)
            assert read_manifest(tmp_path) is None, damaged


@pytest.mark.parametrize("make", [lambda _: None, lambda path: path.mkdir()], ids=["missing", "a folder"])
def test_without_a_file_there_is_none(tmp_path: Path, make: object) -> None:
    make(tmp_path / MANIFEST)  # type: ignore[operator]
    assert read_manifest(tmp_path) is None
