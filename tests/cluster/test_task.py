"""What a worker does, in this process."""

import pickle
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_gen.cluster.task import Asked, OtherProgram, Unseen, introduce, perform
from site_gen.remote import WorkFolder
from site_gen.storage.program import program
from site_gen.text.digest import digest
from tests.cluster.work import reading


def prepared(root: Path) -> bytes:
    return pickle.dumps(reading(root).prepare)


def test_files_that_come_along_are_where_the_function_looks(root: Path) -> None:
    for text in (b"one", b"another", b"one"):
        names = [("3.txt", digest(text))]
        ((said, _),) = perform(Asked(program(), "/nowhere"), prepared(root), names, [text], [3])
        assert said == f"3: {text.decode()}"


def test_a_worker_that_sees_the_site_reads_it(root: Path) -> None:
    (root / "token").write_text("seen")
    asked = Asked(program(), str(root), str(root / "token"), "seen")
    assert introduce(asked).sees
    ((said, _),) = perform(asked, prepared(root), [], [], [2])
    assert said == "2: " + "text 2 " * 1000
    other = replace(asked, text="another site's")
    assert not introduce(other).sees
    assert isinstance(perform(other, prepared(root), [], [], [2]), Unseen)


def test_another_program_is_refused_with_what_differs(root: Path) -> None:
    asked = Asked(replace(program(), version="0.0.1"), str(root))
    with pytest.raises(OtherProgram, match=r"site_gen .*, not 0\.0\.1"):
        perform(asked, prepared(root), [], [], [1])


def _state(folder: WorkFolder) -> partial[Path]:
    return partial(_say, folder.state)


def _say(state: Path, _: int) -> Path:
    return state


def test_the_function_is_made_once_and_has_a_folder_of_its_own(root: Path) -> None:
    first, second = (perform(Asked(program(), str(root)), pickle.dumps(_state), [], [], [1]) for _ in range(2))
    assert first == second
    assert first[0].is_dir()
    assert root not in first[0].parents
