from pathlib import Path

import pytest

from site_gen.ingest.lock_file import load_lock, save_lock
from site_gen.model.lock import LockedSeed, SeedLock
from site_gen.model.problem import Problem

LOCK = SeedLock(
    {
        "seeds/b.txt": LockedSeed("1", duplicate_of="seeds/a.txt"),
        'seeds/ä ".txt': LockedSeed("2", "content/posts/p.md", "3", "text"),
    }
)


def test_the_lock_has_a_line_for_each_seed(tmp_path: Path) -> None:
    path = tmp_path / "seeds.lock"
    save_lock(path, LOCK)
    assert load_lock(path) == LOCK
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 4 and lines[1].startswith('  "seeds/b.txt": {') and lines[2].startswith('  "seeds/ä')
    save_lock(path, SeedLock())
    assert load_lock(path) == SeedLock()


def test_no_lock_is_an_empty_one(tmp_path: Path) -> None:
    assert load_lock(tmp_path / "seeds.lock") == SeedLock()
    (tmp_path / "seeds.lock").write_text(" \n")
    assert load_lock(tmp_path / "seeds.lock") == SeedLock()


@pytest.mark.parametrize(("mark", "line"), [("<<<<<<< ours\n", 2), ("nonsense", 1)])
def test_a_lock_that_cannot_be_read_is_never_guessed(tmp_path: Path, mark: str, line: int) -> None:
    save_lock(tmp_path / "seeds.lock", LOCK)
    lines = (tmp_path / "seeds.lock").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "seeds.lock").write_text(lines[0] + mark + "".join(lines[1:]), encoding="utf-8")
    problem = load_lock(tmp_path / "seeds.lock")
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line) == ("seeds.lock", line)


@pytest.mark.parametrize(
    "picture",
    [
        "../x.png",
        "content/images/../../x.png",
        "content/images/.git/x.png",
        "static/x.png",
        "content/images/x.py",
        "/x.png",
    ],
)
def test_a_lock_that_names_a_picture_elsewhere_is_not_used(picture: str, tmp_path: Path) -> None:
    for path, fits in ((picture, False), ("content/images/ship/x.png", True)):
        locked = LockedSeed("d", "content/posts/a.md", "d", pictures={path: "d"})
        save_lock(tmp_path / "seeds.lock", SeedLock({"seeds/a.md": locked}))
        lock = load_lock(tmp_path / "seeds.lock")
        assert isinstance(lock, SeedLock) == fits
        assert fits or f"'{picture}' is not a picture of this site." in str(lock)
