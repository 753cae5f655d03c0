"""A folder: releases side by side, complete at any moment, and unchanged files are not written again."""

import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.deploy.publish import rollback
from site_gen.model.problem import OutsideError
from tests.deploy.conftest import CANARY, Desk, dies_at
from tests.support import inventory, tree


def live(desk: Desk) -> Path:
    return desk.root.parent / "www/current"


def inodes(folder: Path) -> dict[str, int]:
    real = folder.resolve()
    return {path: (real / path).stat().st_ino for path in tree(real)}


def test_the_live_site_is_what_was_built(desk: Desk) -> None:
    done = desk.deploy()
    assert done.done and done.plan.first
    pages = tree(live(desk).resolve())
    assert b"Story 0" in pages["2026/01/story-0/index.html"]
    assert sorted(pages) == list(done.plan.new.files)
    assert not any(CANARY.encode() in data for data in pages.values())


def test_only_changed_files_are_written(desk: Desk) -> None:
    desk.deploy()
    before = inodes(live(desk))
    desk.write(1, "Story 1", body="Another text, without a headline of its own.\n")
    plan = desk.deploy().plan
    after = inodes(live(desk))
    assert "2026/01/story-1/index.html" in plan.changed
    assert {path for path in after if after[path] != before.get(path)} == set(plan.puts)


def test_nothing_is_done_where_nothing_changed(desk: Desk) -> None:
    desk.deploy()
    release = live(desk).resolve()
    assert desk.deploy().plan.empty
    assert live(desk).resolve() == release


def test_a_rollback_leads_back_as_often_as_there_are_releases(desk: Desk) -> None:
    sites = []
    for title in ("One", "Two", "Three"):
        desk.write(0, title)
        desk.deploy()
        sites.append(tree(live(desk).resolve()))
    for site in reversed(sites[:-1]):
        rollback(desk.root, "live")
        assert tree(live(desk).resolve()) == site
    with pytest.raises(OutsideError, match="no release before"):
        rollback(desk.root, "live")
    desk.deploy()
    assert tree(live(desk).resolve()) == sites[-1]


def test_as_many_releases_stay_as_are_kept(desk: Desk, tmp_path: Path) -> None:
    desk.aim(type="folder", path=str(tmp_path / "www"), keep=2)
    for number in range(4):
        desk.write(0, f"Headline {number}")
        desk.deploy()
    folders = [path for path in (tmp_path / "www/releases").iterdir() if path.is_dir()]
    assert len(folders) == 2
    assert live(desk).resolve() in folders


def test_a_second_deployment_at_once_is_refused(desk: Desk) -> None:
    def while_it_runs(_: object) -> bool:
        again = desk.command()
        assert "is running" in again.communicate()[1]
        assert again.returncode == 3
        return True

    assert desk.deploy(while_it_runs).done


def test_another_sites_deployment_to_the_same_folder_is_refused_too(desk: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path / "other", type="folder", path=str(tmp_path / "www"))

    def while_it_runs(_: object) -> bool:
        with pytest.raises(OutsideError, match="Another deployment is running"):
            other.deploy()
        return True

    assert desk.deploy(while_it_runs).done


def test_a_dry_run_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert not desk.deploy(dry_run=True).done
    assert sorted(tmp_path.rglob("*")) == before


def test_a_plan_that_is_not_approved_changes_nothing(desk: Desk) -> None:
    desk.deploy()
    before = tree(live(desk).resolve())
    desk.write(0, "Another")
    assert not desk.deploy(lambda _: False).done
    assert tree(live(desk).resolve()) == before


FOLDER = "site_gen.deploy.folder:"


@pytest.mark.parametrize(
    ("function", "nth", "switched"),
    (
        ("Folder.publish", 1, False),
        ("copy_new", 1, False),
        ("copy_new", 8, False),
        ("_linked", 6, False),
        ("write_whole", 1, False),
        ("os.replace", 1, False),
        ("Folder._forget", 1, True),
    ),
)
def test_killed_at_any_moment_the_live_site_is_whole_and_the_next_run_ends_right(
    desk: Desk, function: str, nth: int, switched: bool
) -> None:
    old = desk.deploy().plan.new
    desk.write(0, "Other")
    dies_at(desk, FOLDER + function, nth)
    now = inventory(live(desk).resolve())
    assert (now != old.files) == switched
    desk.write(1, "A third")
    new = desk.deploy().plan.new
    assert inventory(live(desk).resolve()) == new.files
    releases = desk.root.parent / "www/releases"
    assert sorted(path.name for path in releases.iterdir() if path.is_dir()) == sorted(
        path.stem for path in releases.glob("*.json")
    )


def test_a_full_disk_leaves_the_live_site(desk: Desk) -> None:
    desk.deploy()
    old = tree(live(desk).resolve())
    desk.write(0, "Long", body="A long text that takes room on the disk. " * 20_000)
    site = desk.root.parent / "limited.py"
    site.write_text(
        "import resource, runpy, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from site_gen.deploy import folder\n"
        "real = folder.Folder.publish\n"
        "def publish(self, *arguments):\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "    return real(self, *arguments)\n"
        "folder.Folder.publish = publish\n"
        "sys.argv = ['site-gen', 'deploy', '--root', sys.argv[1]]\n"
        "runpy.run_module('site_gen', run_name='__main__')\n"
    )
    done = subprocess.run([sys.executable, str(site), str(desk.root)], capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert tree(live(desk).resolve()) == old
    assert desk.deploy().done
    assert len(tree(live(desk).resolve())["2026/01/story-0/index.html"]) > 800_000


def test_a_folder_in_place_of_the_link_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "www/current").mkdir(parents=True)
    with pytest.raises(OutsideError, match="is not a link"):
        desk.deploy()
    assert (tmp_path / "www/current").is_dir()
