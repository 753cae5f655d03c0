"""The program that runs afterwards."""

import sys
from pathlib import Path

from site_gen.deploy.after import run_after
from site_gen.deploy.publish import rollback
from tests.deploy.conftest import Desk


def test_it_is_given_the_addresses_that_changed(desk: Desk, tmp_path: Path) -> None:
    code = "import sys; open(sys.argv[1], 'a').write(sys.stdin.read())"
    after = [sys.executable, "-c", code, str(tmp_path / "said")]
    desk.aim(type="folder", path=str(tmp_path / "www"), after=after)
    desk.deploy()
    assert "https://news.test/2026/01/story-0/" in (tmp_path / "said").read_text().splitlines()
    (tmp_path / "said").unlink()
    desk.deploy()
    assert not (tmp_path / "said").exists()
    desk.write(0, "Story 0", body="Other.\n")
    desk.remove(3)
    desk.deploy()
    said = (tmp_path / "said").read_text().splitlines()
    assert "https://news.test/2026/01/story-3/" in said
    (tmp_path / "said").unlink()
    assert rollback(desk.root, "live")[1] == ()
    assert "https://news.test/2026/01/story-3/" in (tmp_path / "said").read_text().splitlines()


def test_its_failure_is_a_warning(tmp_path: Path) -> None:
    (told,) = run_after(tmp_path, [sys.executable, "-c", "import sys; sys.exit('no token')"], ())
    assert told.endswith("ended with 1: no token.")
    (told,) = run_after(tmp_path, ["/nowhere/at/all"], ())
    assert "failed" in told
    assert run_after(tmp_path, (), ("x",)) == ()
