"""A host by ssh: a real sshd on the loopback."""

import shlex
import time
from pathlib import Path

import pytest

from site_gen.deploy.publish import rollback, target_at
from site_gen.model.problem import OutsideError
from tests.deploy.conftest import Desk, dies_at
from tests.support import inventory, tree


@pytest.fixture
def far(tmp_path: Path, ssh: tuple[str, ...]) -> Desk:
    return Desk(tmp_path / "site", type="rsync", host="newshost", ssh=ssh, path=str(tmp_path / "far away/www"), keep=2)


def live(desk: Desk) -> Path:
    return desk.root.parent / "far away/www/current"


def test_a_site_arrives_and_unchanged_files_are_shared(far: Desk) -> None:
    plan = far.deploy().plan
    first = live(far).resolve()
    assert sorted(tree(first)) == list(plan.new.files)
    far.write(1, "Story 1", body="Other words.\n")
    changed = far.deploy().plan
    second = live(far).resolve()
    assert second != first
    apart = {path for path in tree(second) if not (second / path).samefile(first / path)}
    assert apart == set(changed.puts)
    assert far.deploy().plan.empty


def test_back_and_forth(far: Desk) -> None:
    sites = []
    for title in ("One", "Two", "Three"):
        far.write(0, title)
        far.deploy()
        sites.append(tree(live(far).resolve()))
    with target_at(far.root, "live") as target:
        assert len(target.releases()) == 2
    rollback(far.root, "live")
    assert tree(live(far).resolve()) == sites[1]
    with pytest.raises(OutsideError, match="no release before"):
        rollback(far.root, "live")


def test_a_second_deployment_waits_and_a_killed_one_lets_go(far: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path / "other")
    (other.root / "site.yaml").write_bytes((far.root / "site.yaml").read_bytes())

    def while_it_runs(_: object) -> bool:
        with pytest.raises(OutsideError, match="Another deployment is running"):
            other.deploy()
        return True

    assert far.deploy(while_it_runs).done
    assert other.deploy(lambda _: True).done


@pytest.mark.parametrize(("function", "nth"), (("_run", 6),))
def test_killed_at_any_moment_the_live_site_is_whole_and_the_next_run_ends_right(
    far: Desk, function: str, nth: int
) -> None:
    old = far.deploy().plan.new
    far.write(0, "Other")
    dies_at(far, f"site_gen.deploy.rsync:{function}", nth)
    assert inventory(live(far).resolve()) == old.files
    far.write(1, "A third")
    time.sleep(0.3)  # the far shell hears that nobody is there
    new = far.deploy().plan.new
    assert inventory(live(far).resolve()) == new.files


def test_what_an_interrupted_run_left_is_taken_up_and_strangers_in_it_go(far: Desk) -> None:
    far.deploy()
    incoming = live(far).parent / "releases/.incoming"
    incoming.mkdir()
    (incoming / "index.html").write_text("half")
    (incoming / "canary.html").write_text("withdrawn meanwhile")
    far.write(0, "Other")
    plan = far.deploy().plan
    assert sorted(tree(live(far).resolve())) == list(plan.new.files)


def test_a_line_that_breaks_leaves_the_live_site(far: Desk, tmp_path: Path, ssh: tuple[str, ...]) -> None:
    far.deploy()
    old = tree(live(far).resolve())
    far.write(0, "Other")
    breaks = tmp_path / "ssh-that-breaks"
    real = f'{shlex.join(ssh)} "$@"'
    breaks.write_text(
        f'#!/bin/sh\ncase "$*" in *"rsync --server"*) dd bs=1 count=300 2>/dev/null | {real};; *) exec {real};; esac\n'
    )
    breaks.chmod(0o755)
    far.aim(type="rsync", host="newshost", ssh=(str(breaks),), path=str(tmp_path / "far away/www"))
    with pytest.raises(OutsideError, match=r"The connection to newshost failed"):
        far.deploy()
    assert tree(live(far).resolve()) == old
    far.aim(type="rsync", host="newshost", ssh=ssh, path=str(tmp_path / "far away/www"))
    plan = far.deploy().plan
    assert sorted(tree(live(far).resolve())) == list(plan.new.files)
    assert b"Other" in tree(live(far).resolve())["index.html"]


def test_a_host_that_is_not_there_is_said_in_a_line(tmp_path: Path, ssh: tuple[str, ...]) -> None:
    desk = Desk(tmp_path / "site", type="rsync", host="nobody@127.0.0.1", ssh=("ssh", "-p", "1"), path="www")
    with pytest.raises(OutsideError, match=r"The connection to nobody@127.0.0.1 failed: .*refused"):
        desk.deploy()
