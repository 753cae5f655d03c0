import os
from pathlib import Path

import pytest

from site_gen.storage import handles
from site_gen.storage.handles import move_in, opened, remove_empty, remove_file, remove_others, remove_tree
from tests.support import tree, write


@pytest.fixture(params=[True, False], ids=["by handle", "by path"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways do the same: that of systems without calls by handle is tried here, too."""
    monkeypatch.setattr(handles, "BY_HANDLE", request.param)


def both(folder: Path) -> tuple[Path, Path]:
    write(
        folder, {"home/d/a": "a", "home/d/b": "b", "home/c": "c", "victim/a": "precious", "victim/deep/e": "precious"}
    )
    for name in ("out", "d/out"):
        (folder / "home" / name).symlink_to(folder / "victim")
    return folder / "home", folder / "victim"


def test_linux_has_the_calls() -> None:
    assert handles.BY_HANDLE


@pytest.mark.usefixtures("either")
def test_what_is_below_is_deleted_and_nothing_behind_a_link(tmp_path: Path) -> None:
    home, victim = both(tmp_path)
    assert remove_file(home, "d/a") and remove_file(home, "c")
    assert not remove_file(home, "d/a") and not remove_file(home, "d") and not remove_file(home, "c/below")
    assert not remove_file(home, "out/a") and not remove_file(home, "d/out/deep/e")
    remove_tree(home, "out")
    remove_tree(home, "out/deep")
    remove_others(home, "out", ())
    remove_empty(home, "out/deep")
    assert tree(victim) == {"a": b"precious", "deep/e": b"precious"}
    assert remove_file(home, "out") and not (home / "out").exists()
    remove_others(home, "d", {"out"})
    assert [path.name for path in (home / "d").iterdir()] == ["out"]
    remove_empty(home, "d")
    assert (home / "d").is_dir()
    remove_tree(home, "d")
    assert not (home / "d").exists() and tree(victim) == {"a": b"precious", "deep/e": b"precious"}
    remove_tree(home, "none")
    remove_others(home, "none/none", ())


@pytest.mark.usefixtures("either")
def test_what_is_staged_is_moved_in_and_never_behind_a_link(tmp_path: Path) -> None:
    write(
        tmp_path, {"new/a": "1", "new/d/b": "2", "new/e/f": "3", "old/a": "0", "old/d/c": "0", "victim/f": "precious"}
    )
    (tmp_path / "old/e").symlink_to(tmp_path / "victim")
    with pytest.raises(NotADirectoryError):
        move_in(tmp_path / "new", tmp_path / "old")
    assert tree(tmp_path / "victim") == {"f": b"precious"}
    (tmp_path / "old/e").unlink()
    move_in(tmp_path / "new", tmp_path / "old")
    assert tree(tmp_path / "old") == {"a": b"1", "d/b": b"2", "d/c": b"0", "e/f": b"3"}


def test_a_handle_is_that_of_the_folder_and_none_of_a_link(tmp_path: Path) -> None:
    home, _ = both(tmp_path)
    with opened(home, "d") as handle:
        assert sorted(entry.name for entry in os.scandir(handle)) == ["a", "b", "out"]
    with pytest.raises(OSError, match="out"), opened(home, "d/out"):
        pass
