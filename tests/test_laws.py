"""The law of the house: whatever was edited, the incremental site is that of a build from nothing."""

import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen import workers
from site_gen.build import Built
from site_gen.storage.output import Output
from site_gen.text.digest import digest
from site_gen.theming import check, environment
from site_gen.theming.theme import Theme
from tests.edited_site import Newsroom
from tests.edits import ANY_EDIT, EDITS, same_program
from tests.ingest.test_ingest import article
from tests.support import run_json, tree, write

SETTLED = 0.025  # seconds after which a file's stamp proves something


@contextmanager
def newsroom(beside: Path) -> Iterator[Newsroom]:
    """A site of its own below a folder, which other rounds share for what they compiled."""
    with tempfile.TemporaryDirectory(dir=beside) as folder:
        try:
            room = Newsroom(Path(folder) / "site")
            if (beside / "state" / "templates").is_dir():
                shutil.copytree(beside / "state" / "templates", room.root / ".site_gen" / "templates")
            yield room
        finally:
            same_program()


_said: dict[str, Any] = {}  # what `checked` said in this process, by the digest of what it was asked


@pytest.fixture
def quick_rounds(
    monkeypatch: pytest.MonkeyPatch, memory: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """A checked theme is not checked again for each clean build: what `checked` says depends on its input alone.

    Templates that earlier tests compiled are found as by a second build. And few items are worth a worker, so that
    small sites are made by several.
    """
    asked = check.checked

    def checked(theme: Theme, base_url: str) -> Any:
        key = digest(msgspec.msgpack.encode((theme, base_url)))
        if key not in _said:
            _said[key] = asked(theme, base_url)
        return _said[key]

    monkeypatch.setattr(check, "checked", checked)
    monkeypatch.setattr(workers, "FEWEST_A_WORKER", 3)
    kept, compiled = tmp_path_factory.getbasetemp() / "templates", memory / "state" / "templates"
    if kept.is_dir():
        shutil.copytree(kept, compiled)
    yield
    if compiled.is_dir():
        shutil.copytree(compiled, kept, dirs_exist_ok=True)


def build_clean(room: Newsroom, beside: Path) -> Built | tuple[str, ...]:
    """The site from nothing, as another process would make it; only compiled templates are shared with other rounds."""
    shutil.rmtree(beside / "clean", ignore_errors=True)
    shutil.rmtree(beside / "state" / "bodies", ignore_errors=True)
    environment.forget_environments()
    done = room.build(output=str(beside / "clean"), state=str(beside / "state"), clean=True, jobs=1)
    environment.forget_environments()
    return done


def same_as_clean(
    room: Newsroom,
    beside: Path,
    done: Built | tuple[str, ...],
    clean: Built | tuple[str, ...],
    before: dict[str, bytes],
) -> None:
    """The law: what stands in the output folder is what a build from nothing makes, and nothing else was touched."""
    ours = tree(room.output)
    if not isinstance(done, Built):
        assert done == clean
        assert ours == before  # with problems nothing is written
        return
    assert isinstance(clean, Built), clean
    assert ours == tree(beside / "clean")
    assert Output(room.output).owned == Output(beside / "clean").owned == set(ours)
    assert done.pages == clean.pages and done.withheld == clean.withheld
    assert done.notices[len(done.ingested.notices) :] == clean.notices[len(clean.ingested.notices) :]
    assert done.written == sum(before.get(path) != data for path, data in ours.items())
    assert done.removed == len(before.keys() - ours.keys())
    assert all(change.reasons for change in done.changes)


def build_and_compare(room: Newsroom, beside: Path, settled: bool = False) -> Built | tuple[str, ...]:
    """Build incrementally and from nothing; `settled` once every stamp is old enough to be believed."""
    before = tree(room.output)
    if settled:
        edited = time.monotonic()
        clean = build_clean(room, beside)
        time.sleep(max(0.0, edited + SETTLED - time.monotonic()))
        done = room.build()
    else:
        done = room.build()
        clean = build_clean(room, beside)
    same_as_clean(room, beside, done, clean, before)
    return done


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file of a tree was written, and as which."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_ino) for path in files}


def writes_nothing(room: Newsroom, done: Built | tuple[str, ...]) -> None:
    """A second build leaves every file alone."""
    before = stamps(room.output) if room.output.is_dir() else {}
    again = room.build(clean=False)
    assert (stamps(room.output) if room.output.is_dir() else {}) == before
    if isinstance(done, Built):
        assert isinstance(again, Built)
        assert (again.written, again.removed, again.changes) == (0, 0, ())
        assert again.unchanged == done.written + done.unchanged
    else:
        assert again == done


# How a sequence goes on after an edit: with the next one, with a build at once, or with one that trusts all stamps.
PACES = st.sampled_from(["later", "at once", "settled"])


def test_after_any_edits_the_site_is_that_of_a_clean_build(sequences: int, memory: Path, quick_rounds: None) -> None:
    tally: Counter[str] = Counter()

    @settings(max_examples=sequences)
    @given(st.lists(st.tuples(ANY_EDIT, PACES), min_size=1, max_size=8))
    def law(steps: list[tuple[tuple[str, int, int], str]]) -> None:
        with newsroom(memory) as room:
            room.build()
            for at, ((name, n, m), pace) in enumerate(steps, 1):
                EDITS[name](room, n, m)
                tally[name] += 1
                if pace != "later" or at == len(steps):
                    done = build_and_compare(room, memory, settled=pace == "settled")
                    tally["built" if isinstance(done, Built) else "refused"] += 1
                    tally["recalled"] += isinstance(done, Built) and "make" not in done.seconds
                    tally["not planned"] += isinstance(done, Built) and "index" not in done.seconds
            writes_nothing(room, done)
            tally["sequences"] += 1

    law()
    assert tally["sequences"] >= sequences
    assert tally["built"] > 2 * tally["refused"]  # or little was tried
    assert tally["not planned"] > tally["recalled"] > 0
    assert len(set(EDITS) - set(tally)) <= len(EDITS) // 5  # each kind by itself is tried below


@pytest.mark.parametrize("name", sorted(EDITS))
def test_after_each_kind_of_edit_and_its_undoing(name: str, memory: Path, quick_rounds: None) -> None:
    with newsroom(memory) as room:
        room.build()
        for n, m in ((0, 0), (0, 1), (1, 2), (2, 3), (7, 1), (0, 0)):
            EDITS[name](room, n, m)
            build_and_compare(room, memory)
            EDITS[name](room, n + 1, m + 1)
            writes_nothing(room, build_and_compare(room, memory, settled=True))


def test_a_file_and_a_folder_change_places(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    page = {"content/pages/old.md": "---\ntitle: Old\n---\n"}
    for files in (page, {"static/old": "a file"}, page, {"static/old/index.html/x": ""}, page):
        for name in ("static/old/index.html/x", "static/old", "content/pages/old.md"):
            path = room.root / name
            if path.is_file():
                path.unlink()
        for name in ("static/old/index.html", "static/old"):
            if (room.root / name).is_dir():
                (room.root / name).rmdir()
        write(room.root, files)
        build_and_compare(room, tmp_path)


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


def test_a_thousand_seeds_and_the_second_build_writes_nothing(tmp_path: Path) -> None:
    root = Newsroom(tmp_path / "site").root
    seeds = {f"seeds/{n:04}.txt": f"Date: 202{n % 6}-0{n % 9 + 1}-1{n % 7}\n\n" + article(n) for n in range(1000)}
    write(root, seeds)
    first = run_json("build", root=root)
    assert {"new": 1000, "changed": 0, "kept": 0, "duplicates": 0}.items() <= first["seeds"].items()
    assert first["problems"] == [] and first["written"] > 1000
    second = run_json("build", root=root)
    assert second["written"] == second["removed"] == 0
    assert {"new": 0, "changed": 0, "kept": 1000, "duplicates": 0}.items() <= second["seeds"].items()
    assert second["unchanged"] == first["written"]
