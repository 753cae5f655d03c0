"""A program of the site's own."""

import sys
from pathlib import Path

import pytest

from site_gen.model.problem import OutsideError
from tests.deploy.conftest import Desk
from tests.support import tree

COPY = """
import shutil, sys
shutil.copytree(*sys.argv[1:3], dirs_exist_ok=True)
open(sys.argv[3], 'w').write(sys.stdin.read())
"""


@pytest.fixture
def far(tmp_path: Path) -> Desk:
    command = [sys.executable, "-c", COPY, "{folder}", str(tmp_path / "far"), str(tmp_path / "said")]
    return Desk(tmp_path / "site", type="command", command=command)


def test_it_is_given_the_folder_and_what_changed(far: Desk, tmp_path: Path) -> None:
    plan = far.deploy().plan
    assert sorted(tree(tmp_path / "far")) == list(plan.new.files)
    assert (tmp_path / "said").read_text().splitlines() == [f"+ {path}" for path in plan.new.files]
    assert far.deploy().plan.empty
    far.write(0, "Story 0", body="Other words.\n")
    far.remove(1)
    far.deploy()
    rows = (tmp_path / "said").read_text().splitlines()
    assert "~ 2026/01/story-0/index.html" in rows
    assert "- 2026/01/story-1/index.html" in rows


def test_one_that_fails_is_said_and_all_is_done_again(far: Desk) -> None:
    far.aim(type="command", command=[sys.executable, "-c", "import sys; sys.exit('No room there')"])
    with pytest.raises(OutsideError, match="ended with 1: No room there"):
        far.deploy()
    far.aim(type="command", command=["/nowhere/at/all"])
    with pytest.raises(OutsideError, match="could not be started"):
        far.deploy()
    far.aim(type="command", command=[sys.executable, "-c", ""])
    assert len(far.deploy().plan.puts) == len(far.deploy().plan.new.files)
