"""Rights of what is published."""

import os
import stat
from pathlib import Path

import pytest

from site_gen.deploy.modes import FILE, FOLDER, let_all_read, make_folders


@pytest.fixture
def strict() -> object:
    before = os.umask(0o077)
    yield None
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_folders_are_open_to_all_and_those_that_are_there_keep_their_rights(tmp_path: Path, strict: object) -> None:
    (tmp_path / "a").mkdir()
    make_folders(f"{tmp_path}/a/b/c")
    assert [mode(tmp_path / path) for path in ("a", "a/b", "a/b/c")] == [0o700, FOLDER, FOLDER]
    make_folders(f"{tmp_path}/a/b/c")


def test_bits_of_the_group_are_kept(tmp_path: Path, strict: object) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a").chmod(0o2700)
    let_all_read(tmp_path / "a", FOLDER)
    assert mode(tmp_path / "a") == 0o2755


def test_a_file_system_without_such_rights_is_refused_only_where_it_hides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("")

    def refused(*_: object) -> None:
        raise PermissionError

    (tmp_path / "a").chmod(0o777)
    monkeypatch.setattr(os, "chmod", refused)
    let_all_read(tmp_path / "a", FILE)
    monkeypatch.undo()
    (tmp_path / "a").chmod(0o600)
    monkeypatch.setattr(os, "chmod", refused)
    with pytest.raises(PermissionError):
        let_all_read(tmp_path / "a", FILE)
