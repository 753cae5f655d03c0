"""The same site whatever surrounds the build: workers, hash seeds, zones, locales, umasks, places, orders, times."""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen import workers
from site_gen.build import BuildOptions, Built, build
from site_gen.theming import environment
from tests.edited_site import BEGINNING, BODIES, Newsroom
from tests.edits import EDITS
from tests.ingest.test_ingest import article
from tests.support import tree, write

THEMES = ("bare", "plain", "wire", "broadsheet")


def large(root: Path, theme: str = "bare") -> Newsroom:
    """A site with enough posts for several workers, and something of everything."""
    room = Newsroom(root)
    for number in range(4, 90):
        room.add(number, number % 5)
    for number in range(0, 60, 7):
        EDITS["picture"](room, number, 1)
        EDITS["correct"](room, number, 1)
        EDITS["alias"](room, number + 1, number) if number == 14 else None
        EDITS["sign"](room, number + 2, number)
    for kind in ("tag text", "page", "static file"):
        EDITS[kind](room, 0, 1)
    room.settings["theme"] = theme
    room.write_settings()
    return room


@pytest.mark.parametrize("theme", THEMES)
def test_one_worker_or_many_make_the_same_site(theme: str, tmp_path: Path) -> None:
    room = large(tmp_path / "site", theme)
    for jobs in (1, 2, 5):
        place, state = str(tmp_path / f"out-{jobs}"), str(tmp_path / f"state-{jobs}")
        built = build(room.root, BuildOptions(as_of=room.now, jobs=jobs, output=place, state=state))
        assert built.pages > 150
    one = tree(tmp_path / "out-1")
    assert one == tree(tmp_path / "out-2") == tree(tmp_path / "out-5")
    assert one


SURROUNDINGS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C", "UMASK": "022", "JOBS": "1"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "UMASK": "077", "JOBS": "2"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8", "UMASK": "002", "JOBS": "3"},
]
# The command, in an umask of its own, with the order of folders' entries turned round by chance.
START = """
import os, random, runpy
os.umask(0o{umask})
look = os.scandir

class Shuffled:
    def __init__(self, path="."):
        with look(path) as found:
            self.entries = list(found)
        random.shuffle(self.entries)
        self.left = iter(self.entries)
    def __iter__(self): return self
    def __next__(self): return next(self.left)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass

os.scandir = Shuffled
runpy.run_module('site_gen', run_name='__main__', alter_sys=True)
"""


@pytest.mark.parametrize("theme", THEMES)
def test_surroundings_make_no_difference(theme: str, tmp_path: Path) -> None:
    room = large(tmp_path / "site", theme)
    room.set_setting("timezone", 2)
    trees = []
    for number, around in enumerate(SURROUNDINGS):
        root = write(tmp_path / "/".join("deep" * number) / f"site-{number}", tree(room.root))
        seeds = {
            "seeds/a.txt": "Date: 2026-01-05\n\n" + article(1),
            "seeds/ü.txt": "Date: 2026-01-06\nTitle: Über\n\n" + article(2),
        }
        write(root, seeds)
        age_files(root, number)
        command = ["build", "--as-of", "2026-03-01 12:00", "--root", str(root), "--jobs", around["JOBS"], "--json"]
        done = subprocess.run(
            [sys.executable, "-c", START.format(umask=around["UMASK"]), *command],
            env={**os.environ, **around},
            capture_output=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        trees.append(tree(root))
    assert trees[0] == trees[1] == trees[2]
    assert len([path for path in trees[0] if path.startswith("output/")]) > 150


def age_files(root: Path, number: int) -> None:
    """Other times for every file, some of them to come."""
    chance = random.Random(number)
    for path in root.rglob("*"):
        when = BEGINNING.timestamp() + chance.uniform(-1, 1) * 10**8
        os.utime(path, (when, when))


@contextmanager
def other_program(monkeypatch: pytest.MonkeyPatch, change: Callable[[pytest.MonkeyPatch], object]) -> Iterator[None]:
    """A version of the program that does one thing otherwise."""
    from tests.edits import change_program, same_program

    with monkeypatch.context() as patch:
        change(patch)
        change_program(None, 1, 0)  # type: ignore[arg-type]
        environment.forget_environments()
        try:
            yield
        finally:
            same_program()
            environment.forget_environments()


def _excerpts(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("site_gen.parsing.post.excerpt", lambda text: "otherwise")


def _markup(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("site_gen.markup.python_markdown.PythonMarkdown.render", lambda *_, **__: "<p>otherwise</p>")


def _filters(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(names_module().KIND_HEADINGS, "topic", "Otherwise")


def names_module() -> Any:
    from site_gen.text.language import names

    return names


@pytest.mark.parametrize("change", [_excerpts, _markup, _filters])
def test_another_version_of_the_program_makes_everything_anew(
    change: Callable[[pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Newsroom(tmp_path / "site")
    room.build()
    old = tree(room.output)
    with other_program(monkeypatch, change):
        assert isinstance(room.build(), Built)
        new = tree(room.output)
        room.build(clean=True, output=str(tmp_path / "clean"), state=str(tmp_path / "state"))
        assert new == tree(tmp_path / "clean") != old
    assert isinstance(room.build(), Built)
    assert tree(room.output) == old


# Before, at and after the moments at which a post comes due and one expires, on both sides of both.
DUE, GONE = BEGINNING + timedelta(days=10), BEGINNING + timedelta(days=20)
MOMENTS = [moment + timedelta(seconds=seconds) for moment in (BEGINNING, DUE, GONE) for seconds in (-1, 0, 1)]


def test_time_may_pass_and_go_back_in_any_order(memory: Path) -> None:
    room = Newsroom(memory / "site")
    facts: dict[str, Any] = {"title": "Comes and goes", "body": BODIES[1], "tags": ["NATO", "Due"]}
    room.posts["due"] = facts | {"date": DUE.isoformat(), "aliases": ["/due/"]}
    room.posts["brief"] = facts | {"date": DUE.isoformat(), "expires": GONE.isoformat()}
    room.posts["gone"] = facts | {"date": "2026-01-01T00:00:00+00:00", "expires": DUE.isoformat()}
    for name in ("due", "brief", "gone"):
        room.write_post(name)
    clean: dict[datetime, dict[str, bytes]] = {}
    for room.now in MOMENTS:
        room.build(clean=True, output=str(memory / "clean"), state=str(memory / "state"))
        clean[room.now] = tree(memory / "clean")
    assert (
        len({tuple(sorted(site.items())) for site in clean.values()}) == 6
    )  # another one from each moment on, and as news grows old
    recalled = set()

    @given(st.lists(st.sampled_from(MOMENTS), min_size=2, max_size=8))
    def law(moments: list[datetime]) -> None:
        for room.now in moments:
            done = room.build()
            assert isinstance(done, Built)
            recalled.add("index" not in done.seconds)
            assert tree(room.output) == clean[room.now]

    law()
    assert recalled == {True, False}


def test_the_least_share_of_work_makes_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One item a worker, more workers than items: the parts are put together in the order of the plan."""
    monkeypatch.setattr(workers, "FEWEST_A_WORKER", 1)
    room = Newsroom(tmp_path / "site")
    for jobs in (1, 64):
        room.build(jobs=jobs, output=str(tmp_path / f"out-{jobs}"), state=str(tmp_path / f"state-{jobs}"))
    assert tree(tmp_path / "out-1") == tree(tmp_path / "out-64")
