"""A release on this machine's disk against its manifest."""

import os
from pathlib import Path

import pytest

from site_gen.deploy.verify import paths_in_common, refuse_damaged, stamp_in, verify
from site_gen.model.deployment import Differences, Manifest
from site_gen.model.problem import OutsideError
from tests.support import inventory, write


def release(folder: Path, **more: object) -> Manifest:
    write(folder, {"index.html": "home", "a/b.html": "text", "c": "same size"})
    stamps = {path: stamp_in((folder / path).stat()) for path in ("index.html", "a/b.html", "c")}
    return Manifest(release="r", when="", base_url="", files=inventory(folder), stamps=stamps)


def test_whole(tmp_path: Path) -> None:
    noted = release(tmp_path)
    assert verify(tmp_path, noted, thorough=False) == verify(tmp_path, noted, thorough=True) == Differences()


def test_kinds_of_damage(tmp_path: Path) -> None:
    noted = release(tmp_path)
    (tmp_path / "index.html").unlink()
    (tmp_path / "a/b.html").unlink()
    (tmp_path / "a/b.html").symlink_to("../c")
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "c").write_text("SAME SIZE")
    found = verify(tmp_path, noted, thorough=False)
    assert found == Differences(missing=("index.html",), changed=("a/b.html", "c"), unknown=("fifo",))
    assert verify(tmp_path / "nowhere", noted, thorough=False).missing == ("a/b.html", "c", "index.html")


def test_an_edit_that_hides_its_time_is_found_by_the_digest(tmp_path: Path) -> None:
    noted = release(tmp_path)
    before = (tmp_path / "c").stat()
    (tmp_path / "c").write_text("SAME SIZE")
    os.utime(tmp_path / "c", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert verify(tmp_path, noted, thorough=False) == Differences()
    assert verify(tmp_path, noted, thorough=True).changed == ("c",)


def test_a_touched_or_restored_file_with_its_bytes_is_intact(tmp_path: Path) -> None:
    noted = release(tmp_path)
    text = (tmp_path / "c").read_text()
    (tmp_path / "c").unlink()
    (tmp_path / "c").write_text(text)
    os.utime(tmp_path / "index.html")
    assert verify(tmp_path, noted, thorough=False) == Differences()


def test_a_file_that_servers_cannot_read_is_not_intact(tmp_path: Path) -> None:
    noted = release(tmp_path)
    (tmp_path / "c").chmod(0o600)
    assert verify(tmp_path, noted, thorough=False).changed == ("c",)


def test_what_is_said_of_damage() -> None:
    refuse_damaged("r", "/www", Differences(unknown=("x",), shared=True))
    many = tuple(f"{number}.html" for number in range(9))
    with pytest.raises(OutsideError) as caught:
        refuse_damaged("r", "/www", Differences(missing=many, changed=("a",)))
    assert "9 files are missing (0.html, 1.html, 2.html, 3.html, 4.html, ...); 1 file differs (a)" in str(caught.value)


def test_paths_that_a_built_site_has_too(tmp_path: Path) -> None:
    noted = release(tmp_path / "one")
    write(tmp_path / "two", {"index.html": "home", "c": "SAME SIZE", "other": ""})
    assert paths_in_common(noted, tmp_path / "two") == ("index.html",)
