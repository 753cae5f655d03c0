"""Clusters by their names, and what is said where there is none."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from site_gen.cluster import connect
from site_gen.cluster.connect import Address, DaskCluster, address_named
from site_gen.model.problem import OutsideError
from site_gen.remote import Item, Remote, Result, WorkFolder
from site_gen.storage.program import program
from tests.cluster.work import reading
from tests.deploy.conftest import Desk
from tests.edited_site import Newsroom
from tests.programs import free_port
from tests.support import run, tree, write


@pytest.mark.parametrize(
    ("text", "scheduler"),
    [
        ("dask", ""),
        ("dask://scheduler:8786", "tcp://scheduler:8786"),
        ("dask://[::1]:8786/", "tcp://[::1]:8786"),
        ("dask+tls://scheduler.example:443", "tls://scheduler.example:443"),
    ],
)
def test_a_cluster_has_a_name(text: str, scheduler: str) -> None:
    assert address_named(text) == Address(scheduler)


@pytest.mark.parametrize("text", ["", "ray", "dask://", "dask://scheduler", "dask+tls", "tcp://a:1", "dask://a b:1"])
def test_nothing_else_is_a_cluster(text: str) -> None:
    assert address_named(text) is None


def test_another_name_is_wrong_usage(tmp_path: Path) -> None:
    done = run("build", "--executor", "ray", root=tmp_path)
    assert done.returncode == 2
    assert "'ray' is no executor. Write dask://HOST:PORT" in " ".join(done.stderr.split())


def test_a_limit_of_time_is_that_of_a_cluster(tmp_path: Path) -> None:
    done = run("build", "--executor-timeout", "9", root=tmp_path)
    assert (done.returncode, "--executor-timeout needs --executor." in done.stderr) == (2, True)
    done = run("build", "--pictures", "only", "--executor-timeout", "0", root=tmp_path)
    assert (done.returncode, "so --executor-timeout cannot be given with it." in " ".join(done.stderr.split())) == (
        2,
        True,
    )


def test_without_dask_the_command_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    write(tmp_path, {"site.yaml": "title: T\n"})
    done = run("build", "--executor", "dask", root=tmp_path)
    assert done.returncode == 3
    assert "Dask, which runs --executor, is not installed. Install it: pip install 'distributed>=" in done.stderr


def test_without_the_option_dask_is_not_loaded(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": "title: T\n"})
    said = "print(sorted({'dask', 'distributed'} & set(sys.modules)))"
    code = f"import sys; from site_gen.cli import run; run(sys.argv[1:]); {said}"
    command = [sys.executable, "-c", code, "build", "--root", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_a_scheduler_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    monkeypatch.setattr(connect, "_PATIENCE", 1)
    address = f"tcp://127.0.0.1:{free_port()}"
    with DaskCluster(Address(address)) as cluster, pytest.raises(OutsideError, match=f"No scheduler .* {address}"):
        list(cluster.work(reading(root), [1]))


def test_processes_that_end_when_they_start_are_said(tmp_path: Path, root: Path) -> None:
    from dask import config

    (tmp_path / "ends.py").write_text("import os\nos._exit(1)\n")
    with (
        config.set({"distributed.worker.preload": [str(tmp_path / "ends.py")]}),
        DaskCluster(Address(), 1) as cluster,
        pytest.raises(OutsideError, match=r"The processes of Dask .* did not start: .* Close other programs"),
    ):
        list(cluster.work(reading(root), [1]))


def test_workers_of_another_version_are_refused(dask: Any, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "program", lambda: replace(program(), libraries=("jinja2 1.0",)))
    with pytest.raises(OutsideError) as caught:
        list(dask.work(reading(root), [1]))
    assert "The workers of the cluster make other bytes than this machine: they have" in str(caught.value)
    assert "Install the same versions everywhere." in str(caught.value)


SEED = (
    "Jets land in Estonia\n\nBy Ann Ray\n\nTALLINN, 3 March 2026 - Four jets landed in Estonia on Tuesday.\n\nMore.\n"
)


@pytest.fixture(params=["shared", "unshared"])
def _files(request: pytest.FixtureRequest) -> None:
    if request.param == "unshared":
        request.getfixturevalue("unshared")


@pytest.mark.usefixtures("_files")
def test_a_site_is_the_same_as_alone(dask: Any, tmp_path: Path) -> None:
    """Seeds, pages in two languages, pictures in other sizes, feeds."""
    room = Newsroom(tmp_path / "site")
    room.settings |= {"languages": {"uk": {}}, "plain": {"markdown": True}}
    room.write_settings()
    seeds = {f"seeds/{number}.txt": SEED.replace("Four", f"{number} score") + "Words. " * number for number in range(9)}
    write(room.root, seeds)
    shutil.copytree(room.root, tmp_path / "alone")
    far = room.build(cluster=dask)
    assert not isinstance(far, tuple), far
    assert len(far.ingested.new) + len(far.ingested.duplicates) == 9
    alone = Newsroom(tmp_path / "alone")
    alone.settings = room.settings
    alone.write_settings()
    near = alone.build()
    assert not isinstance(near, tuple), near
    assert tree(room.root / "output") == tree(alone.root / "output")
    assert tree(room.root / "content") == tree(alone.root / "content")
    assert any(path.startswith("pictures/") for path in tree(room.root / "output"))
    again = room.build(cluster=dask)
    assert not isinstance(again, tuple)
    assert again.written == 0
    room.change(1, title="Another headline")
    write(room.root, {"themes/bare/templates/404.html": "{{ page.title.nothing.at.all }}"})
    told = room.build(cluster=dask)
    assert told == room.build()
    assert isinstance(told, tuple)


def test_a_deployment_is_built_by_the_cluster(dask: Any, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "site", type="folder", path=str(tmp_path / "www"))
    assert desk.deploy(cluster=dask).done
    assert desk.deploy().plan.empty


class Deadly:
    """A cluster in this process, whose workers are killed by some items."""

    def __init__(self, place: Path, name: str) -> None:
        self.place, self.name = place, name

    def work(
        self, remote: Remote[Item, Result], items: Sequence[Item], done: Callable[[int], None] = lambda _: None
    ) -> Iterator[Result]:
        (self.place / "state").mkdir(parents=True, exist_ok=True)
        function = remote.prepare(WorkFolder(remote.root.absolute(), self.place / "state", True))
        for number, item in enumerate(items, 1):
            is_deadly = any(needed.name.endswith(self.name) for needed in remote.needs(item))
            yield remote.lost(item, "It kills.") if is_deadly else remote.receive(item, function(item))
            done(number)


def test_what_kills_workers_is_a_problem_and_the_rest_is_done(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    write(room.root, {f"seeds/{number}.txt": SEED.replace("Four", f"{number} score") for number in range(3)})
    done = room.build(cluster=Deadly(tmp_path / "far", "1.txt"))
    assert not isinstance(done, tuple)
    assert [str(one) for one in done.ingested.problems] == [
        "seeds/1.txt: This file cannot be read. It kills. Look at the logs of the workers; give them more memory "
        "or time, or move this file out of seeds/."
    ]
    assert len(done.ingested.new) + len(done.ingested.duplicates) == 2
    assert room.build() != ()
    room.change(2, title="Edited")
    room.change(1, title="Edited, too")
    told = room.build(cluster=Deadly(tmp_path / "far", "post-2.md"))
    assert isinstance(told, tuple)
    assert told[0].startswith("content/posts/post-2.md: /")
    assert "cannot be made. It kills. Look at the logs of the workers" in told[0]
    assert not any("post-1" in one for one in told)
