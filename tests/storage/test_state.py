import os
from pathlib import Path

import pytest

from site_gen.model.problem import OutsideError, SiteError
from site_gen.storage.state import MARK, claim_state, state_lock
from tests.support import write


def test_the_folder_is_made_with_a_mark_that_backup_programs_know(tmp_path: Path) -> None:
    claim_state(tmp_path / "state")
    assert (tmp_path / "state" / MARK).read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    claim_state(tmp_path / "state")


def test_what_an_earlier_version_left_is_ours(tmp_path: Path) -> None:
    names = [
        "lock",
        "ledger-0123456789ab",
        "ledger-0123456789ab.receipt",
        "bodies/x.pack",
        "seeds.cache",
        "preview-ledger",
    ]
    write(tmp_path, dict.fromkeys([f"state/{name}" for name in (*names, "deploy/live/lock", "search")], "x"))
    claim_state(tmp_path / "state")
    assert (tmp_path / "state" / MARK).is_file()


def test_what_somebody_else_filled_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"state/letters.txt": "precious"})
    with pytest.raises(SiteError, match=r"did not write: letters\.txt"):
        claim_state(tmp_path / "state")
    assert [path.name for path in (tmp_path / "state").iterdir()] == ["letters.txt"]


def test_links_and_special_files_are_all_named(tmp_path: Path) -> None:
    state = write(tmp_path / "state", {"bodies/x.pack": "x"})
    (state / "bodies" / "y.pack").symlink_to("x.pack")
    os.mkfifo(state / "seeds.cache")
    with pytest.raises(SiteError) as caught:
        claim_state(state)
    assert [problem.path for problem in caught.value.problems] == ["state/bodies/y.pack", "state/seeds.cache"]


def test_neither_a_link_nor_a_file_is_the_folder(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to("there")
    (tmp_path / "file").touch()
    for name in ("link", "file"):
        with pytest.raises(SiteError, match="the ledger and caches need"):
            claim_state(tmp_path / name)


def test_the_lock_is_held(tmp_path: Path) -> None:
    with state_lock(tmp_path / "state"), pytest.raises(OutsideError), state_lock(tmp_path / "state"):
        pass
