import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.build import BuildOptions, Built, build
from site_gen.disk.output import Output
from tests.newsroom import ANY_EDIT, EDITS, Newsroom
from tests.support import run_json, tree, write
from tests.test_ingest import article


@contextmanager
def newsroom() -> Iterator[tuple[Newsroom, Path]]:
    """A site and a place beside it."""
    with tempfile.TemporaryDirectory(prefix="site_gen-test-") as folder:
        yield Newsroom(Path(folder) / "site"), Path(folder)


def same_as_clean(room: Newsroom, beside: Path, done: Built | tuple[str, ...], before: dict[str, bytes]) -> None:
    """The law: what stands in the output folder is what a build from nothing makes."""
    clean = room.build(output=str(beside / "clean"), state=str(beside / "state"), clean=True, ingest=False)
    ours = tree(room.root / "output")
    if isinstance(done, Built):
        assert isinstance(clean, Built), clean
        assert ours == tree(beside / "clean")
        assert Output(room.root / "output").owned == Output(beside / "clean").owned == set(ours)
        assert done.pages == clean.pages and done.held == clean.held and done.notices == clean.notices
    else:
        assert done == clean
        assert ours == before  # with problems nothing is written


@given(st.lists(ANY_EDIT, min_size=1, max_size=5))
def test_after_any_edits_the_site_is_that_of_a_clean_build(edits: list[tuple[str, int, int]]) -> None:
    with newsroom() as (room, beside):
        done = room.build()
        for name, n, m in edits:
            EDITS[name](room, n, m)
            before = tree(room.root / "output")
            done = room.build()
        same_as_clean(room, beside, done, before)
        again = room.build()
        if isinstance(done, Built):
            assert isinstance(again, Built)
            assert (again.written, again.removed, again.changes) == (0, 0, ())
        else:
            assert again == done


@pytest.mark.parametrize("name", sorted(EDITS))
def test_after_each_kind_of_edit_and_its_undoing(name: str, tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    room.build()
    for n, m in ((0, 0), (0, 1), (1, 2), (0, 0)):
        EDITS[name](room, n, m)
        before = tree(room.root / "output")
        same_as_clean(room, tmp_path / f"{n}{m}", room.build(), before)


def test_a_file_and_a_folder_change_places(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    page = {"content/pages/old.md": "---\ntitle: Old\n---\n"}
    for at, files in enumerate((page, {"static/old": "a file"}, page, {"static/old/index.html/x": ""}, page)):
        for name in ("static/old/index.html/x", "static/old", "content/pages/old.md"):
            path = room.root / name
            if path.is_file():
                path.unlink()
        for name in ("static/old/index.html", "static/old"):
            if (room.root / name).is_dir():
                (room.root / name).rmdir()
        write(room.root, files)
        same_as_clean(room, tmp_path / str(at), room.build(), {})


def test_a_strangers_file_in_the_output_outlives_every_build(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    room.build()
    write(room.root, {"output/tags/nato/notes.txt": "precious", "output/CNAME": "example.org"})
    for name in ("remove", "remove", "remove", "remove", "add"):
        EDITS[name](room, 0, 0)
        room.build()
        room.build(clean=True)
    assert (room.root / "output/tags/nato/notes.txt").read_text() == "precious"
    assert (room.root / "output/CNAME").read_text() == "example.org"


def large(root: Path) -> Newsroom:
    """A site with enough posts for several workers."""
    room = Newsroom(root)
    for number in range(4, 90):
        room.add(number, number % 5)
        room.change(0, slug=None)
    return room


def test_one_worker_or_many_make_the_same_site(tmp_path: Path) -> None:
    room = large(tmp_path / "site")
    for jobs in (1, 2, 5):
        place, state = str(tmp_path / f"out-{jobs}"), str(tmp_path / f"state-{jobs}")
        built = build(room.root, BuildOptions(as_of=room.now, jobs=jobs, output=place, state=state))
        assert built.pages > 150
    one = tree(tmp_path / "out-1")
    assert one == tree(tmp_path / "out-2") == tree(tmp_path / "out-5")
    assert one


SURROUNDINGS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C", "UMASK": "022"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "UMASK": "077"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "UMASK": "002"},
]


def test_hash_seed_time_zone_locale_and_umask_make_no_difference(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    room.set_setting(3, 2)
    trees = []
    for number, around in enumerate(SURROUNDINGS):
        root = write(tmp_path / f"site-{number}", tree(room.root))
        write(
            root,
            {
                "seeds/a.txt": "Date: 2026-01-05\n\n" + article(1),
                "seeds/ü.txt": "Date: 2026-01-06\nTitle: Über\n\n" + article(2),
            },
        )
        umask = around["UMASK"]
        start = (
            f"import os, runpy; os.umask(0o{umask}); runpy.run_module('site_gen', run_name='__main__', alter_sys=True)"
        )
        done = subprocess.run(
            [sys.executable, "-c", start, "build", "--as-of", "2026-03-01 12:00", "--root", str(root), "--json"],
            env={**os.environ, **around},
            capture_output=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        trees.append(tree(root))
    assert trees[0] == trees[1] == trees[2]
    assert len(trees[0]) > 60


def test_a_thousand_seeds_and_the_second_build_writes_nothing(tmp_path: Path) -> None:
    root = Newsroom(tmp_path / "site").root
    seeds = {f"seeds/{n:04}.txt": f"Date: 202{n % 6}-0{n % 9 + 1}-1{n % 7}\n\n" + article(n) for n in range(1000)}
    write(root, seeds)
    first = run_json("build", root=root)
    assert first["seeds"] == {"new": 1000, "changed": 0, "kept": 0, "duplicates": 0}
    assert first["problems"] == [] and first["written"] > 1000
    second = run_json("build", root=root)
    assert second["written"] == second["removed"] == 0
    assert second["seeds"] == {"new": 0, "changed": 0, "kept": 1000, "duplicates": 0}
    assert second["unchanged"] == first["written"]
