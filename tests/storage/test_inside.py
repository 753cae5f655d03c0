import os
from pathlib import Path

import pytest

from site_gen.model.problem import SiteError
from site_gen.storage.inside import (
    folder_fault,
    link_fault,
    open_regular,
    refuse_odd_sources,
    refuse_way_out,
    source_fault,
)
from tests.support import write


def site(folder: Path) -> Path:
    write(folder, {"outside.txt": "o", "site/a.txt": "a", "site/deep/b.txt": "b", "site/seeds/c.txt": "c"})
    return write(folder / "site", {".git/config": "", ".git/annex/objects/x": "large", ".env": ""})


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("a.txt", ""),
        ("../site/a.txt", ""),
        ("deep/../a.txt", ""),
        (".git/annex/objects/x", ""),
        ("../outside.txt", "leads out of the site"),
        ("/etc/passwd", "leads out of the site"),
        (".", "leads out of the site"),
        ("..", "leads out of the site"),
        ("../site-two", "leads out of the site"),
        (".git/config", "leads into '.git'"),
        (".git/annex/../config", "leads into '.git'"),
        (".env", "leads into '.env'"),
        ("seeds/c.txt", "leads into 'seeds'"),
    ],
)
def test_where_a_link_may_lead(tmp_path: Path, target: str, said: str) -> None:
    root = site(tmp_path)
    (root / "link").symlink_to(target)
    fault = link_fault(f"{root}/link", str(root))
    assert (fault is None) == (not said) and said in (fault or ("",))[0]
    (tmp_path / "also").symlink_to(root)
    assert link_fault(f"{tmp_path}/also/link", f"{tmp_path}/also") == fault


def test_a_seed_may_be_a_link_to_a_seed(tmp_path: Path) -> None:
    root = site(tmp_path)
    (root / "seeds" / "d.txt").symlink_to("c.txt")
    assert link_fault(f"{root}/seeds/d.txt", str(root)) is None


def test_what_is_no_file_and_what_is_not_there(tmp_path: Path) -> None:
    root = site(tmp_path)
    os.mkfifo(root / "pipe")
    (root / "loop").symlink_to("loop")
    home = str(root)
    assert source_fault(f"{home}/a.txt", home) is source_fault(f"{home}/none", home) is None
    assert source_fault(f"{home}/a.txt/below", home) is None
    assert "a pipe" in (source_fault(f"{home}/pipe", home) or "")[0]
    assert "leads to itself" in (source_fault(f"{home}/loop", home) or "")[0]
    assert "a folder" in (source_fault(f"{home}/deep", home) or "")[0]
    assert folder_fault(f"{home}/deep", home) is folder_fault(f"{home}/none", home) is None
    assert "not a folder" in (folder_fault(f"{home}/a.txt", home) or "")[0]


def test_all_that_is_odd_is_said_at_once(tmp_path: Path) -> None:
    root = site(tmp_path)
    refuse_odd_sources(root)
    (root / "static").symlink_to("..")
    os.mkfifo(root / "site.yaml")
    (root / "content").write_text("no folder")
    with pytest.raises(SiteError) as caught:
        refuse_odd_sources(root)
    assert [problem.path for problem in caught.value.problems] == ["content", "site.yaml", "static"]


@pytest.mark.parametrize("path", ["../a.md", "/tmp/a.md", "out/a.md", "deep/../../a.md", "deep\\..\\..\\a.md"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    root = site(tmp_path)
    (root / "out").symlink_to("..")
    (root / "within").symlink_to("deep")
    for fine in ("a.md", "deep/a.md", "within/a.md", "new/deep/a.md"):
        refuse_way_out(root, fine)
    with pytest.raises(SiteError, match="outside of the site"):
        refuse_way_out(root, path)


def test_a_regular_file_is_opened_and_nothing_else(tmp_path: Path) -> None:
    root = site(tmp_path)
    handle = open_regular(root / "a.txt")
    assert os.read(handle, 9) == b"a"
    os.close(handle)
    os.mkfifo(root / "pipe")
    for odd in ("pipe", "deep"):
        with pytest.raises(SiteError, match=odd):
            open_regular(root / odd)
    with pytest.raises(FileNotFoundError):
        open_regular(root / "none")
