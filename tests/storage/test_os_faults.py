"""What the system refuses to a user without rights is said with the file, its owner and a command."""

import errno
import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from site_gen.model.problem import Problem
from site_gen.storage.files import read_whole, write_new
from site_gen.storage.os_faults import os_problem

NOBODY = 65534


def refused(work: Callable[[], Any]) -> Problem:
    """The problem that a user who is not root has with some work."""

    def ask(pipe: Any) -> None:
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        try:
            work()
        except OSError as error:
            pipe.send(os_problem(error))
        else:
            pipe.send(Problem("", 0, 0, "nothing was refused"))

    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=ask, args=(theirs,))
    process.start()
    found: Problem = ours.recv()
    process.join()
    return found


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that another user may reach (pytest's own are closed to others), the current one."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        monkeypatch.chdir(place)
        yield Path(place)
        monkeypatch.chdir("/")


def test_a_post_that_may_not_be_read(site: Path) -> None:
    (site / "a.md").write_text("x", encoding="utf-8")
    (site / "a.md").chmod(0)
    problem = refused(lambda: read_whole("a.md"))
    if os.getuid() == 0:  # then it is another user's
        words = ("This file may not be read; it belongs to root.", "Run: sudo chown \"$USER\" 'a.md'")
    else:
        words = ("This file may not be read.", "Run: chmod u+r 'a.md'")
    assert (problem.path, problem.what, problem.hint) == ("a.md", *words)


def test_a_folder_that_may_not_be_looked_into(site: Path) -> None:
    (site / "posts").mkdir()
    (site / "posts").chmod(0)
    problem = refused(lambda: os.scandir("posts"))
    assert (problem.path, problem.what.partition(";")[0].rstrip(".")) == ("posts", "This folder may not be looked into")
    (site / "posts").chmod(0o700)


def test_a_folder_that_may_not_be_written_to_is_named_not_the_file_that_is_not_there(site: Path) -> None:
    (site / "output").mkdir()
    (site / "output").chmod(0o555)
    problem = refused(lambda: write_new("output/index.html", b""))
    assert problem.path == "output"
    assert problem.what.startswith("This folder may not be written to")
    (site / "output").chmod(0o755)


def test_a_read_only_state_folder_is_named_by_what_it_is_for(site: Path) -> None:
    (site / ".site_gen").mkdir()
    (site / ".site_gen").chmod(0o555)
    problem = refused(lambda: write_new(".site_gen/lock", b""))
    assert problem.path == ".site_gen"
    assert problem.what.startswith("The folder of ledger and caches may not be written to")
    assert "Move .site_gen away" in problem.hint
    (site / ".site_gen").chmod(0o755)


@pytest.mark.parametrize(
    ("number", "path", "words"),
    [
        (errno.ENOSPC, "output/a", "The disk is full."),
        (errno.EROFS, "output/a", "Build with --output into another place."),
        (errno.EROFS, "/x/.site_gen/lock", "copy the site to where it can be"),
        (errno.EIO, "a.md", "Input/output error."),
    ],
)
def test_other_errors_of_the_system(number: int, path: str, words: str) -> None:
    problem = os_problem(OSError(number, os.strerror(number), path))
    assert problem.path == path and words in str(problem)


def test_an_error_without_a_file_is_the_disk_s() -> None:
    assert str(os_problem(OSError(errno.EIO, "Input/output error"))) == "the disk: Input/output error."
