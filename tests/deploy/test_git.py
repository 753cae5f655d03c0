"""A branch of a repository: the system's git, and a bare repository as the host."""

import os
import subprocess
from pathlib import Path

import pytest

from site_gen.deploy.publish import rollback
from site_gen.model.problem import OutsideError
from tests.deploy.conftest import CANARY, Desk
from tests.programs import needed

GIT = ("git", "-c", "user.name=Desk", "-c", "user.email=desk@news.test", "-c", "init.defaultBranch=main")


def git(folder: Path, *arguments: str) -> str:
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        [*GIT, *arguments], cwd=folder, capture_output=True, text=True, errors="replace", check=True, env=env
    )
    return done.stdout


@pytest.fixture
def far(tmp_path: Path) -> Desk:
    needed("git", "git")
    (tmp_path / "far.git").mkdir()
    git(tmp_path / "far.git", "init", "--quiet", "--bare")
    desk = Desk(tmp_path / "site", type="git", remote="origin", branch="pages", domain="news.test")
    git(desk.root, "init", "--quiet")
    git(desk.root, "remote", "add", "origin", str(tmp_path / "far.git"))
    git(desk.root, "add", "site.yaml", "content")
    git(desk.root, "commit", "--quiet", "-m", "The site")
    return desk


def bare(desk: Desk) -> Path:
    return desk.root.parent / "far.git"


def files(desk: Desk) -> list[str]:
    return git(bare(desk), "ls-tree", "-r", "--name-only", "pages").split("\n")[:-1]


def test_the_branch_holds_the_site_and_what_its_host_wants(far: Desk) -> None:
    plan = far.deploy().plan
    assert sorted(files(far)) == sorted([*plan.new.files, ".nojekyll", ".site_gen.json", "CNAME"])
    assert git(bare(far), "show", "pages:CNAME") == "news.test\n"
    stored = git(bare(far), "archive", "--format=tar", "pages")
    assert "Story 0" in stored and CANARY not in stored
    assert plan.new.commit in git(bare(far), "log", "-1", "--format=%s", "pages")


def test_the_sites_own_index_and_work_tree_are_not_touched(far: Desk) -> None:
    (far.root / "content/new.txt").write_text("not added")
    git(far.root, "add", "themes")
    before = (
        git(far.root, "status", "--porcelain", "--ignored"),
        git(far.root, "for-each-ref"),
        git(far.root, "stash", "list"),
    )
    index = (far.root / ".git/index").read_bytes()
    far.deploy()
    after = (
        git(far.root, "status", "--porcelain", "--ignored"),
        git(far.root, "for-each-ref"),
        git(far.root, "stash", "list"),
    )
    assert tuple(text.replace("?? .site_gen/\n", "") for text in after) == before
    assert (far.root / ".git/index").read_bytes() == index


def test_history_is_kept_or_not(far: Desk) -> None:
    far.deploy()
    far.write(0, "Other")
    far.deploy()
    assert far.deploy().plan.empty
    assert git(bare(far), "rev-list", "--count", "pages").strip() == "2"
    far.aim(type="git", remote="origin", branch="pages", history="squash")
    far.write(0, "Third")
    far.deploy()
    assert git(bare(far), "rev-list", "--count", "pages").strip() == "1"


def test_a_rollback_goes_to_the_commit_before(far: Desk) -> None:
    far.deploy()
    first = git(bare(far), "rev-parse", "pages")
    far.write(0, "Other")
    far.deploy()
    rollback(far.root, "live")
    assert git(bare(far), "rev-parse", "pages") == first
    with pytest.raises(OutsideError, match="no commit before"):
        rollback(far.root, "live")


def test_the_slower_of_two_is_refused(far: Desk, tmp_path: Path) -> None:
    far.deploy()
    other = Desk(tmp_path / "other", type="git", remote=str(bare(far)), branch="pages")
    far.write(0, "Other")
    other.write(0, "Third")
    with pytest.raises(OutsideError, match="another deployment was quicker"):
        far.deploy(lambda _: other.deploy().done)
    assert far.deploy().done


def test_a_remote_that_is_none_is_said_in_a_line(far: Desk) -> None:
    far.aim(type="git", remote="orign")
    with pytest.raises(OutsideError, match="no remote 'orign'"):
        far.deploy()
    far.aim(type="git", remote="/nowhere/at/all.git")
    with pytest.raises(OutsideError, match="git ls-remote failed"):
        far.deploy()
