import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from site_gen.storage.copies import copy_new, digest_of, same_bytes
from site_gen.storage.files import stamp_of
from site_gen.text.digest import digest
from tests.support import ROOT, write

SAMPLES = [b"", b"x", b"x" * (1 << 18), os.urandom((1 << 18) * 3 + 7)]


@pytest.mark.parametrize("data", SAMPLES, ids=len)
def test_a_copy_has_the_bytes_of_its_source_and_is_a_file_of_its_own(tmp_path: Path, data: bytes) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(data)
    assert copy_new(source, target) == stamp_of(target)
    assert target.read_bytes() == data
    assert same_bytes(source, target) and digest_of(target) == digest(data)
    with source.open("r+b") as file:
        file.write(b"edited in place")
    assert target.read_bytes() == data


def test_a_copy_replaces_what_was_there_and_follows_links(tmp_path: Path) -> None:
    write(tmp_path, {"source": "new", "target": "what was there before"})
    (tmp_path / "link").symlink_to("source")
    copy_new(tmp_path / "link", tmp_path / "target")
    assert (tmp_path / "target").read_bytes() == b"new"
    assert not (tmp_path / "target").is_symlink()


@pytest.mark.skipif(sys.platform != "linux", reason="blocks are shared by an ioctl of Linux")
def test_blocks_are_shared_where_they_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def ioctl(target: int, request: int, source: int) -> None:
        asked.append((request, os.fstat(source).st_size))
        os.write(target, b"shared")

    monkeypatch.setattr("fcntl.ioctl", ioctl)
    monkeypatch.setattr("shutil.copyfile", None)
    write(tmp_path, {"source": "data"})
    copy_new(tmp_path / "source", tmp_path / "target")
    assert asked == [(0x40049409, 4)]
    assert (tmp_path / "target").read_bytes() == b"shared"


@pytest.mark.skipif(sys.platform != "linux", reason="blocks are shared by an ioctl of Linux")
@pytest.mark.parametrize("refusal", [errno.EOPNOTSUPP, errno.EXDEV, errno.EINVAL, errno.ENOTTY, errno.EPERM])
def test_where_blocks_cannot_be_shared_they_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    def ioctl(*_: Any) -> None:
        raise OSError(refusal, os.strerror(refusal))

    monkeypatch.setattr("fcntl.ioctl", ioctl)
    write(tmp_path, {"source": "data"})
    copy_new(tmp_path / "source", tmp_path / "target")
    assert (tmp_path / "target").read_bytes() == b"data"


def test_files_that_differ_in_one_byte_in_length_or_in_being_there(tmp_path: Path) -> None:
    long = b"x" * (1 << 20)
    write(tmp_path, {"a": long, "same": long, "last": long[:-1] + b"y", "longer": long + b"x", "below/file": "x"})
    assert same_bytes(tmp_path / "a", tmp_path / "same")
    for other in ("last", "longer", "none", "below", "a/none"):
        assert not same_bytes(tmp_path / "a", tmp_path / other)
        assert not same_bytes(tmp_path / other, tmp_path / "a")


LARGE = 300 * 1024 * 1024
BUILD = """
import re, sys
from datetime import datetime, UTC
from pathlib import Path
from site_gen.build import BuildOptions, build
root, asked = Path(sys.argv[1]), BuildOptions(as_of=datetime(2026, 6, 1, tzinfo=UTC), jobs=1)
built = build(root, asked)
print(built.written)
(root / ".site_gen").rename(root / "forgotten")
print(build(root, asked).written)
print(re.search(r"VmHWM:\\s*([0-9]+)", Path("/proc/self/status").read_text())[1])  # not that of who started us
"""


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is reported in KiB by Linux")
def test_a_large_file_is_published_and_compared_without_being_held(tmp_path: Path) -> None:
    root = write(tmp_path / "site", {"site.yaml": "title: Large\n"})
    (root / "static").mkdir()
    with (root / "static/film.mp4").open("wb") as film:
        film.truncate(LARGE)
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(root)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    written, again, peak = map(int, done.stdout.split())
    assert written > 1 and again == 0
    assert (root / "output/film.mp4").stat().st_size == LARGE
    assert peak * 1024 < LARGE // 2
    (root / "output/film.mp4").unlink()  # so that what pytest keeps stays small
