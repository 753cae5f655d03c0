"""Whatever happens to state files or to the output, the next build gives the site of a clean build, and heals."""

import itertools
import marshal
import pickle
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen import workers
from site_gen.storage import state_file
from site_gen.storage.manifest import MANIFEST
from tests.attack.state import (
    DAMAGES,
    Outcome,
    attacked_site,
    build_apart,
    clean_tree_of,
    delete,
    empty,
    flip,
    kind_of,
    output_files,
    state_files,
    truncate,
    write_seed,
)
from tests.edited_site import Newsroom
from tests.support import run, tree

KINDS = (
    "bodies.index",
    "bodies.pack",
    "ledger",
    ".receipt",
    "pictures",
    "posts.cache",
    "seeds.cache",
    "template",
    MANIFEST,
)
FILE_OF_OUTPUT = "a file of the output"


@pytest.fixture(autouse=True)
def few_items_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few items are worth a worker, so that small sites are made by several."""
    monkeypatch.setattr(workers, "FEWEST_A_WORKER", 3)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A site that was built until every kind of state file is there; the same one for all: each test heals it."""
    room = attacked_site(tmp_path_factory.mktemp("attacked") / "site")
    for number in (1, 2, 0):  # compiled templates are kept by the second process, digests of posts when a seed changes
        room.change(3, body=f"Text {number}.\n")
        write_seed(room, 0, number)
        settle()
        assert not build_apart(room).wrong
    settle()
    build_apart(room)  # a receipt is given when every stamp is old enough to prove something
    clean_tree_of(room, room.root.parent)
    assert {kind_of(path) for path in state_files(room)} >= set(KINDS)
    return room


def settle() -> None:
    """Wait until the stamps of what was written are believed."""
    time.sleep(0.025)


def heals(room: Newsroom, about: object = "", jobs: int = 1) -> Outcome:
    """The next build gives the site of a clean one, and the one after it has nothing left to do or to report."""
    expected = tree(room.root.parent / "clean")
    first = build_apart(room, jobs=jobs)
    assert not first.wrong, (about, first)
    assert tree(room.output) == expected, about
    assert build_apart(room) == Outcome(), about
    return first


def of_kind(room: Newsroom, kind: str) -> list[Path]:
    if kind == FILE_OF_OUTPUT:
        return output_files(room)
    return [path for path in state_files(room) if kind_of(path) == kind]


def forget_output(room: Newsroom) -> None:
    """Every page has to be made again, of all that is kept."""
    shutil.rmtree(room.output)


def forget_receipt(room: Newsroom) -> None:
    """Nothing but the ledger is left to say what was built."""
    for path in of_kind(room, ".receipt"):
        path.unlink()


SPOILED = list(itertools.product((*KINDS, FILE_OF_OUTPUT), DAMAGES))


def test_damage_to_any_file_is_healed_by_the_next_build(site: Newsroom) -> None:
    chance = random.Random(15)
    tried = 0
    for number, (kind, damage) in enumerate(chance.sample(SPOILED, 64)):
        if not (files := of_kind(site, kind)):
            continue  # it was deleted, and nothing has needed it since
        path = chance.choice(files)
        damage(path, chance)
        tried += 1
        (forget_output, forget_receipt, lambda _: None)[number % 3](site)
        heals(site, f"{number}: {damage.__name__} {path}", jobs=number % 2 + 1)
    assert tried > 56


@pytest.mark.parametrize("damage", [empty, truncate, flip], ids=lambda damage: damage.__name__)
def test_a_damaged_picture_is_never_published(site: Newsroom, damage: object) -> None:
    pictures = of_kind(site, "pictures")
    assert len(pictures) > 4
    for path in pictures:
        damage(path, random.Random(1))  # type: ignore[operator]
    forget_output(site)
    assert set(heals(site, jobs=2).damaged) >= {str(path) for path in pictures}


def test_no_flipped_bit_of_a_ledger_gives_another_site(site: Newsroom) -> None:
    (ledger,) = of_kind(site, "ledger")
    whole = ledger.read_bytes()
    chance = random.Random(28)
    for _ in range(10):
        ledger.write_bytes(whole)
        flip(ledger, chance)
        forget_receipt(site)
        heals(site)


def test_an_entry_that_was_copied_to_another_name_is_not_used(site: Newsroom) -> None:
    for kind in ("pictures", "template", "ledger"):
        files = of_kind(site, kind)
        data = [path.read_bytes() for path in files]
        for path, other in zip(files, data[1:] + data[:1], strict=True):
            path.write_bytes(other)
    extra = of_kind(site, "ledger")[0].with_name("ledger-000000000000")
    extra.write_bytes(of_kind(site, "ledger")[0].read_bytes())
    forget_output(site)
    heals(site)
    assert not state_file.damaged_files()
    assert state_file.read_state(extra, f"Ledger 3 {extra.name}") is None
    assert state_file.damaged_files() == (str(extra),)
    extra.unlink()


def test_compiled_templates_with_a_flipped_bit_crash_no_worker(site: Newsroom) -> None:
    chance = random.Random(4)
    for _ in range(6):
        for path in of_kind(site, "template"):
            flip(path, chance)
        forget_output(site)
        assert heals(site, jobs=2).damaged


class _Payload:
    """Unpickled, it makes a file."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return open, (str(self.mark), "w")


def forged_templates(mark: Path) -> Iterator[bytes]:
    """What a stranger's cache of compiled templates may hold, in each form that was ever read."""
    import jinja2.bccache

    code = marshal.dumps(compile(f"open({str(mark)!r}, 'w')", "x", "exec"))
    magic = jinja2.bccache.bc_magic
    yield magic + pickle.dumps(_Payload(mark)) + code
    yield bytes(state_file.TAG_SIZE) + magic + bytes(40) + code


def test_code_of_a_strangers_state_folder_is_never_loaded(site: Newsroom, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    for forged in forged_templates(mark):
        for path in of_kind(site, "template"):
            path.write_bytes(forged)
        forget_output(site)
        heals(site, jobs=2)
        assert not mark.exists()


def test_nothing_of_a_strangers_state_folder_is_used(site: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository that was cloned may bring the whole of it, made by the same program for the same files."""
    monkeypatch.setattr(state_file, "state_key", lambda: b"of a stranger".ljust(32))
    forget_output(site)
    build_apart(site, clean=True)
    settle()
    build_apart(site)
    monkeypatch.undo()
    monkeypatch.setattr(workers, "FEWEST_A_WORKER", 3)
    (ledger,) = of_kind(site, "ledger")
    assert str(ledger) in heals(site).damaged


def test_a_lost_manifest_is_made_again_where_the_ledger_knows_what_was_written(site: Newsroom) -> None:
    precious = site.output / "precious.txt"
    precious.write_text("another's")
    (site.output / MANIFEST).unlink()
    refused = build_apart(site)
    assert not refused.crash
    assert not refused.problems  # the folder is known by the other files
    assert precious.read_text() == "another's"
    precious.unlink()
    heals(site)


def test_a_folder_whose_manifest_and_ledger_are_lost_is_refused_with_the_way_out(site: Newsroom) -> None:
    for kind in ("ledger", ".receipt"):
        for path in of_kind(site, kind):
            path.unlink()
    before = tree(site.output)
    empty(site.output / MANIFEST, random.Random(1))
    (problem,) = build_apart(site).problems
    assert f"'output/{MANIFEST}' is damaged" in problem
    assert "Empty the output folder, and build again." in problem
    assert tree(site.output) == before
    forget_output(site)
    heals(site)


def test_what_could_not_be_used_is_named_under_verbose(tmp_path: Path) -> None:
    room = attacked_site(tmp_path / "site")
    for _ in range(2):  # the first one's receipt would prove nothing yet
        assert run("build", root=room.root).returncode == 0
    for kind in ("pictures", "ledger", ".receipt"):
        empty(of_kind(room, kind)[0], random.Random(1))
    (picture, *_), (ledger,) = of_kind(room, "pictures"), of_kind(room, "ledger")
    for path in output_files(room):
        delete(path, random.Random(1))
    told = run("build", "-v", root=room.root)
    assert told.returncode == 0, told.stderr
    for path in (picture, ledger):
        assert f"{path} is damaged, or was not written by this program for this user here" in told.stdout
    again = run("build", "-v", root=room.root)
    assert "is damaged" not in again.stdout
