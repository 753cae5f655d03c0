"""rclone, with a folder as the service."""

from pathlib import Path

import pytest

from site_gen.model.problem import OutsideError
from tests.deploy.conftest import Desk
from tests.programs import needed
from tests.support import tree


@pytest.fixture
def far(tmp_path: Path) -> Desk:
    needed("rclone", "rclone")
    return Desk(tmp_path / "site", type="rclone", remote=f":local:{tmp_path}/far")


def test_a_site_arrives_and_changes(far: Desk, tmp_path: Path) -> None:
    plan = far.deploy().plan
    assert sorted(tree(tmp_path / "far")) == list(plan.new.files)
    assert far.deploy().plan.empty
    far.write(0, "Other")
    far.remove(1)
    plan = far.deploy().plan
    assert sorted(tree(tmp_path / "far")) == list(plan.new.files)
    assert b"Other" in tree(tmp_path / "far")["index.html"]


def test_what_an_interrupted_run_put_goes_where_it_is_withdrawn(far: Desk, tmp_path: Path) -> None:
    far.deploy()
    far.write(7, "Seven")
    from site_gen.deploy.rclone import Rclone

    real = Rclone._note
    notes: list[bool] = []

    def dies(self: Rclone, manifest: object) -> None:
        real(self, manifest)  # type: ignore[arg-type]
        notes.append(True)
        if len(notes) == 3:
            raise OutsideError("The line is dead.")

    Rclone._note = dies  # type: ignore[method-assign]
    try:
        with pytest.raises(OutsideError, match="dead"):
            far.deploy()
    finally:
        Rclone._note = real  # type: ignore[method-assign]
    assert "2026/01/story-7/index.html" in tree(tmp_path / "far")
    far.remove(7)
    plan = far.deploy().plan
    assert sorted(tree(tmp_path / "far")) == list(plan.new.files)


def test_a_service_that_there_is_not_is_said_in_a_line(far: Desk) -> None:
    far.aim(type="rclone", remote="nosuch:bucket")
    with pytest.raises(OutsideError, match=r"rclone failed: .*nosuch"):
        far.deploy()
