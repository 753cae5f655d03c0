import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.model.ledger import NO_STAMP
from site_gen.model.problem import SiteError
from site_gen.storage.files import read_start, read_whole, source_stamp, stamp_of, walk, write_if_different, write_whole
from site_gen.text.digest import digest
from tests.support import write


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_the_stamp_of_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert stamp_of(tmp_path / "none") == stamp_of(tmp_path / "file" / "below") == NO_STAMP
    assert stamp_of(tmp_path / "file").size == 1


def test_a_walk_finds_what_a_person_put_there(tmp_path: Path) -> None:
    names = ["a.md", "b/c/d.md", "b/e.txt", ".hidden.md", ".git/f.md", "g.md~", "h.md"]
    write(tmp_path, dict.fromkeys(names, "x"))
    (tmp_path / "dead.md").symlink_to(tmp_path / "nowhere")
    (tmp_path / "live.md").symlink_to(tmp_path / "a.md")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert sorted(name for name, _ in walk(tmp_path, ".md")) == ["a.md", "b/c/d.md", "h.md", "live.md"]
    assert dict(walk(tmp_path))["b/e.txt"] == source_stamp(tmp_path / "b/e.txt")
    assert list(walk(tmp_path / "none")) == list(walk(tmp_path / "a.md")) == []


def test_hidden_files_that_are_meant_for_the_site(tmp_path: Path) -> None:
    expected = [".well-known/security.txt", ".htaccess", ".nojekyll"]
    write(tmp_path, dict.fromkeys([*expected, ".git/config", ".DS_Store", ".x.swp", ".gitignore"], "x"))
    assert sorted(name for name, _ in walk(tmp_path, hidden=True)) == sorted(expected)
    assert list(walk(tmp_path)) == []


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"ünïcode – 日本.md": "x"})
    assert [name for name, _ in walk(tmp_path)] == ["ünïcode – 日本.md"]
    (tmp_path / os.fsdecode(b"caf\xe9.md")).touch()
    with pytest.raises(SiteError, match=r"caf\\+xe9\.md"):
        list(walk(tmp_path))


def test_a_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file"
    stamp = write_whole(path, b"one")
    assert (path.read_bytes(), stamp_of(path)) == (b"one", stamp)
    before = path.open("rb")
    write_whole(path, b"two")
    with before:
        assert before.read() == b"one"  # who read the old one reads it to its end
    assert path.read_bytes() == b"two"
    assert names_in(path.parent) == ["file"]


def test_what_a_killed_writer_left_is_cleared_away_by_the_next(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_code = "import os, sys; from pathlib import Path; from site_gen.storage import files; "
    write_code += "os.replace = lambda *_: os.kill(os.getpid(), 9); files.write_whole(Path(sys.argv[1]), b'half')"
    done = subprocess.run([sys.executable, "-c", write_code, str(path)])
    assert done.returncode == -signal.SIGKILL
    assert len(names_in(tmp_path)) == 1 and not path.exists()
    write_whole(path, b"whole")
    assert names_in(tmp_path) == ["file"]


def test_what_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    with pytest.raises(OSError, match="folder"):
        write_whole(tmp_path / "folder", b"x")
    assert names_in(tmp_path) == ["folder"]


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert write_if_different(path, b"one") is not None
    stamp = stamp_of(path)
    assert write_if_different(path, b"one") is None
    assert stamp_of(path) == stamp
    assert write_if_different(path, b"two") == stamp_of(path) != stamp


def test_bytes_have_one_name() -> None:
    assert digest(b"x") == digest(b"x") != digest(b"y")
    assert len(digest(b"")) == 32


@pytest.mark.parametrize("size", [0, 1, (1 << 15) - 1, 1 << 15, (1 << 15) + 1, 200_000])
def test_a_file_is_read_whole_whatever_its_size(tmp_path: Path, size: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(number % 251 for number in range(size)))
    assert read_whole(str(path)) == path.read_bytes()
    assert read_start(path, 100) == path.read_bytes()[:100]
