"""A build that is stopped at any of its operations on the disk leaves whole files, and the next one is right."""

import random
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from site_gen.build import Built
from site_gen.theming import environment
from tests.edited_site import Newsroom
from tests.faults import Fault, full, killed, meet_fault, read_only
from tests.support import png, tree, write

NEVER = 1_000_000


def everything_changes(room: Newsroom, turn: int) -> None:
    """Titles, addresses, the masthead, a file where a folder was."""
    room.settings |= {"title": f"Notes {turn}", "timezone": ("UTC", "Asia/Tokyo")[turn]}
    room.write_settings()
    for n in range(4):
        room.change(n, title=f"Report {n} of edition {turn}", slug=f"report-{n}" if n % 2 else f"report-{n}-{turn}")
    shutil.rmtree(room.root / "static", ignore_errors=True)
    write(room.root, {("static/place", "static/place/file.txt")[turn]: f"{turn}"})
    write(room.root, {"static/chart.png": png(text=("", "A place.")[turn])})


def one_post_changes(room: Newsroom, turn: int) -> None:
    room.change(0, title=f"Title {turn}", body=f"Text {turn}.\n")


def one_text_changes(room: Newsroom, turn: int) -> None:
    """Nothing but a text, long enough ago for its stamp to prove it: the site is not planned."""
    room.change(0, summary="In short.", body=f"Text {turn}.\n")
    time.sleep(0.025)


def first_build(room: Newsroom, turn: int) -> None:
    """No ledger, no cache, no output."""
    one_post_changes(room, turn)
    shutil.rmtree(room.root / ".site_gen", ignore_errors=True)
    shutil.rmtree(room.output, ignore_errors=True)


EDITIONS = [everything_changes, one_post_changes, one_text_changes, first_build]


class Trial:
    """Two editions of one site, and builds from one to the other that do not go well."""

    def __init__(self, room: Newsroom, current: Callable[[Newsroom, int], None], beside: Path) -> None:
        self.room, self.current, self.said = room, current, beside / "said"
        self.trees: list[dict[str, bytes]] = []
        for turn in (0, 1):
            self.turn_to(turn)
            done = room.build(output=str(beside / str(turn)), state=str(beside / "state"), clean=True)
            assert isinstance(done, Built)
            self.trees.append(tree(beside / str(turn)))
        self.turn = 1
        room.build()

    def turn_to(self, turn: int) -> None:
        self.current(self.room, turn)
        self.turn = turn
        environment.forget_environments()

    def meet(self, fault: Fault, fatal: int) -> tuple[int, dict[str, bytes], dict[str, bytes], dict[str, bytes]]:
        """Build the other edition with a fault: the exit code, what stood before, what ought to, what does."""
        self.turn_to(1 - self.turn)
        old = tree(self.room.output)
        code = meet_fault(self.room.build, fault, fatal, self.said)
        return code, old, self.trees[self.turn], tree(self.room.output)

    def recover(self) -> None:
        """The next build is right, and leaves nothing lying about."""
        done = self.room.build()
        assert isinstance(done, Built), done
        assert tree(self.room.output) == self.trees[self.turn]
        hidden = [path.name for path in self.room.output.iterdir() if path.name.startswith(".")]
        assert hidden == [".site_gen.manifest"]
        assert not list(self.room.root.rglob(".site_gen-*"))

    def operations(self) -> int:
        """How many operations a build that goes well has, once templates are compiled; each way a few more or less."""
        for _ in range(3):
            code, _, new, found = self.meet(killed, NEVER)
            assert code == 0 and found == new
            count = int(self.said.read_text())
            self.recover()
        return count


def assert_whole(old: dict[str, bytes], new: dict[str, bytes], found: dict[str, bytes]) -> None:
    """Each file is the old one or the new one, and none that both have is missing."""
    for path, data in found.items():
        assert data in (old.get(path), new.get(path)), path
    assert old.keys() & new.keys() <= found.keys()


@pytest.fixture(params=EDITIONS, ids=lambda current: current.__name__)
def trial(request: pytest.FixtureRequest, memory: Path) -> Trial:
    return Trial(Newsroom(memory / "site"), request.param, memory)


@pytest.fixture
def some(request: pytest.FixtureRequest) -> Callable[[int], Iterable[int]]:
    """Operations of a build that meet the fault: the first, the last ten, every so many between; all with --slow."""

    def chosen(count: int) -> Iterable[int]:
        step = 1 if request.config.getoption("--slow") else max(1, count // 12)
        between = range(random.Random().randrange(1, step + 1), count - 9, step)
        return sorted({1, *between, *range(max(1, count - 9), count + 1)})

    return chosen


def test_killed_at_any_operation(trial: Trial, some: Callable[[int], Iterable[int]]) -> None:
    outcomes = []
    for fatal in some(trial.operations()):
        code, old, new, found = trial.meet(killed, fatal)
        assert_whole(old, new, found)
        trial.recover()
        outcomes.append(code)
    assert outcomes.count(-9) > len(outcomes) * 0.8  # the last ones are not reached in both directions
    assert set(outcomes) <= {-9, 0}


def test_the_disk_is_full_from_any_operation_on(trial: Trial, some: Callable[[int], Iterable[int]]) -> None:
    outcomes = set()
    for fatal in some(trial.operations()):
        code, old, new, found = trial.meet(full, fatal)
        assert found == (old if code == 3 else new), (fatal, trial.said.read_text())
        outcomes.add(code)
        trial.recover()
    assert outcomes == {0, 3}  # 0 where only the ledger found no room


def test_the_disk_is_read_only_from_any_operation_on(trial: Trial, some: Callable[[int], Iterable[int]]) -> None:
    for fatal in some(trial.operations()):
        code, old, new, found = trial.meet(read_only, fatal)
        assert code in (0, 3), trial.said.read_text()
        assert_whole(old, new, found)
        if fatal == 1:
            assert code == 3 and found == old
        trial.recover()
