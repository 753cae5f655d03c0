import os
import time
from pathlib import Path

import pytest

from site_gen.ingest import post_digests
from site_gen.ingest.post_digests import CACHE, PostDigests
from site_gen.text.digest import digest
from tests.support import write

POST = "content/posts/a.md"


def aged(path: Path) -> None:
    """Wait until the file's stamp is old enough to be trusted."""
    while time.time_ns() - path.stat().st_ctime_ns <= 30_000_000:
        time.sleep(0.01)


def test_a_missing_post_has_no_digest(tmp_path: Path) -> None:
    assert PostDigests(tmp_path).of(POST) is None


def test_only_changed_files_are_read_again_also_by_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {POST: "one"})
    aged(tmp_path / POST)
    first = PostDigests(tmp_path)
    assert first.of(POST) == digest(b"one")
    first.save()
    later = PostDigests(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(post_digests, "digest", lambda data: pytest.fail("it is read again"))
        assert first.of(POST) == later.of(POST) == digest(b"one")
    write(tmp_path, {POST: "two"})
    assert later.of(POST) == first.of(POST) == digest(b"two")
    os.utime(tmp_path / POST, (1, 1))
    assert later.of(POST) == digest(b"two")


def test_the_stamp_of_a_post_just_written_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {POST: "one"})
    written = (tmp_path / POST).stat().st_ctime_ns
    for later, relied_on in ((1_000_000, False), (50_000_000, True)):
        monkeypatch.setattr(time, "time_ns", lambda later=later: written + later)
        digests = PostDigests(tmp_path)
        assert digests.of(POST) == digest(b"one")
        digests.save()
        assert (tmp_path / CACHE).exists() is relied_on


def test_its_cache_is_disposable(tmp_path: Path) -> None:
    write(tmp_path, {POST: "one", CACHE: b"\xff nonsense"})
    assert PostDigests(tmp_path).of(POST) == digest(b"one")
