"""Shards: whatever the division, together they are the clean build byte for byte; anything else is refused."""

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.build import Built
from site_gen.join import Joined, JoinOptions, join
from site_gen.model.problem import SiteError
from site_gen.model.shard import Shard, ShardNote, SiteNote
from site_gen.pipeline import shards
from site_gen.storage.manifest import MANIFEST
from site_gen.storage.shard_notes import SHARD, read_note, write_note
from tests.edited_site import Newsroom
from tests.support import COMMAND, run_json, tree, write


def build_shards(room: Newsroom, of: int, folder: Path) -> list[str]:
    """Every shard of a site; their folders."""
    places = [str(folder / f"shard-{number}") for number in range(1, of + 1)]
    for number, place in enumerate(places, 1):
        done = room.build(shard=Shard(number, of), output=place)
        assert isinstance(done, Built), done
    return places


def joined(places: Sequence[str], output: Path) -> Joined | list[str]:
    """What joining says: what was done, or every problem."""
    try:
        return join(output.parent, JoinOptions(shards=tuple(places), output=str(output), given=True, jobs=1))
    except SiteError as error:
        return [str(problem).replace(f"{output.parent}/", "") for problem in error.problems]


def refused(places: Sequence[str], output: Path) -> list[str]:
    """Every problem that joining says; there must be one."""
    told = joined(places, output)
    assert isinstance(told, list), told
    return told


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A site with an index of texts, in two languages, and pictures."""
    room = Newsroom(tmp_path_factory.mktemp("shards") / "site")
    room.settings |= {"search": "pagefind", "languages": {"uk": {}}, "plain": {"markdown": True, "llms": True}}
    room.settings |= {"hosting": ["netlify"], "base_url": "https://news.test/"}
    room.write_settings()
    room.change(1, language="uk")
    write(room.root, {"static/large.bin": bytes(range(256)) * 5000})
    done = room.build(output=str(room.root.parent / "clean"), clean=True)
    assert isinstance(done, Built), done
    return room


@pytest.fixture
def places(room: Newsroom, tmp_path: Path) -> list[str]:
    """The site in three shards."""
    return build_shards(room, 3, tmp_path)


@settings(max_examples=10)
@given(of=st.integers(1, 7), chance=st.none() | st.randoms(use_true_random=False))
def test_any_division_joins_to_the_clean_build(
    room: Newsroom, of: int, chance: random.Random | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = room.root.parent / "division"
    shutil.rmtree(folder, ignore_errors=True)
    with monkeypatch.context() as patched:
        if chance is not None:
            seed = chance.random()

            def divided(costs: Sequence[int], of: int) -> tuple[int, ...]:
                drawn = random.Random(seed)
                return tuple(drawn.randrange(of) for _ in costs)

            patched.setattr(shards, "divided", divided)
        places = build_shards(room, of, folder)
    random.Random(of).shuffle(places)
    done = joined(places, folder / "site")
    assert isinstance(done, Joined), done
    clean = room.root.parent / "clean"
    assert tree(folder / "site") == tree(clean)
    assert (folder / "site" / MANIFEST).read_bytes() == (clean / MANIFEST).read_bytes()
    owned = [path for place in places for path in tree(Path(place))]
    assert len(owned) == len(set(owned)) == done.files == done.written


def test_shards_of_two_clones_by_the_real_command_are_the_site(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "one")
    shutil.copytree(room.root, tmp_path / "two")
    room.build(output=str(tmp_path / "clean"), clean=True)
    now = ("--as-of", "2026-03-01 12:00")
    for number, clone in enumerate(("one", "two"), 1):
        run_json("build", "--shard", f"{number}/2", *now, root=tmp_path / clone)
    places = [str(tmp_path / "one/shards/1-of-2"), str(tmp_path / "two/shards/2-of-2")]
    told = run_json("join", *places, root=tmp_path / "two")
    assert told["shards"] == 2
    assert tree(tmp_path / "two/output") == tree(tmp_path / "clean")
    assert run_json("join", *places, root=tmp_path / "two")["written"] == 0


def test_a_site_that_is_joined_again_after_an_edit_loses_what_is_gone(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    joined(build_shards(room, 2, tmp_path), tmp_path / "www")
    room.remove(0, 0)
    room.change(1, title="Another headline")
    done = joined(build_shards(room, 2, tmp_path), tmp_path / "www")
    assert isinstance(done, Joined)
    assert done.removed > 0
    assert 0 < done.written < done.files
    room.build(output=str(tmp_path / "clean"), clean=True)
    assert tree(tmp_path / "www") == tree(tmp_path / "clean")


def test_missing_and_doubled_shards_are_refused(places: list[str], tmp_path: Path) -> None:
    assert joined(places[:1], tmp_path / "www") == [
        "Of 3 shards, 2 are missing: 2/3, 3/3. Build each, and name the folders of all."
    ]
    shutil.copytree(places[0], tmp_path / "copy")
    assert joined([*places, str(tmp_path / "copy")], tmp_path / "www") == [
        "copy: Shard 1/3 is in 'shard-1' too. Name each shard once."
    ]
    assert not (tmp_path / "www").exists()


def test_a_shard_of_another_division_content_or_address_is_refused(
    room: Newsroom, places: list[str], tmp_path: Path
) -> None:
    (foreign,) = build_shards(room, 1, tmp_path / "other")
    assert joined([*places[:2], foreign], tmp_path / "www") != []
    told = joined([*places, foreign], tmp_path / "www")
    assert isinstance(told, list)
    assert any("does not belong to" in one and "Join the shards of one division." in one for one in told)

    stale = Newsroom(tmp_path / "stale")
    stale.settings = room.settings | {"base_url": "https://other.test/"}
    stale.write_settings()
    stale.change(1, language="uk")
    write(stale.root, {"static/large.bin": (room.root / "static/large.bin").read_bytes()})
    stale.build(shard=Shard(3, 3), output=str(tmp_path / "third"))
    (said,) = refused([*places[:2], str(tmp_path / "third")], tmp_path / "www")
    assert "its base URL is https://other.test/, not https://news.test/. Build all shards from the same commit" in said

    stale.settings = room.settings
    stale.write_settings()
    stale.change(0, title="A headline that the others do not have")
    stale.build(shard=Shard(3, 3), output=str(tmp_path / "third"))
    (said,) = refused([*places[:2], str(tmp_path / "third")], tmp_path / "www")
    assert "posts, pages or pictures differ" in said
    assert not (tmp_path / "www").exists()


def test_a_shard_of_another_program_is_refused_with_what_differs(places: list[str], tmp_path: Path) -> None:
    note = read_note(Path(places[1]), ShardNote)
    assert note is not None
    other = replace(note.origin, program=replace(note.origin.program, version="0.0.1"))
    write_note(Path(places[1]), replace(note, origin=other, plan="another"))
    (told,) = refused(places, tmp_path / "www")
    assert "Shard 2/3 is part of another site than shard 1/3" in told
    assert "it was made by site_gen 0.0.1, not" in told


def changed(folder: Path) -> None:
    (folder / "robots.txt").write_bytes(b"another hand")


def lost(folder: Path) -> None:
    (folder / "robots.txt").unlink()


def linked(folder: Path) -> None:
    (folder / "robots.txt").rename(folder / "moved")
    (folder / "robots.txt").symlink_to(folder / "moved")


def without_note(folder: Path) -> None:
    (folder / SHARD).unlink()


def without_hidden_files(folder: Path) -> None:
    (folder / SHARD).unlink()
    (folder / MANIFEST).unlink()


def with_another_note(folder: Path) -> None:
    (folder / SHARD).write_bytes(b"site_gen")


def removed(folder: Path) -> None:
    shutil.rmtree(folder)


DAMAGE = [
    (without_note, "This is a whole site, not a shard."),
    (without_hidden_files, "was not copied with its hidden files"),
    (with_another_note, "The file .site_gen.shard is damaged"),
    (removed, "There is no such folder."),
    (changed, "robots.txt: This file is not as it was made."),
    (lost, "robots.txt: This file is missing."),
    (linked, "robots.txt: This file is a link."),
]


@pytest.mark.parametrize(("damage", "words"), DAMAGE)
def test_a_damaged_shard_is_refused_and_the_old_site_stays(
    places: list[str], tmp_path: Path, damage: Callable[[Path], None], words: str
) -> None:
    joined(places, tmp_path / "www")
    before = tree(tmp_path / "www")
    hurt = next(place for place in places if Path(place, "robots.txt").exists())
    damage(Path(hurt))
    told = joined(places, tmp_path / "www")
    assert isinstance(told, list)
    assert any(words in one for one in told), told
    assert tree(tmp_path / "www") == before
    assert read_note(tmp_path / "www", SiteNote) is not None


def test_a_forged_path_is_refused(places: list[str], tmp_path: Path) -> None:
    note = read_note(Path(places[0]), ShardNote)
    assert note is not None
    write_note(Path(places[0]), replace(note, files=note.files | {"../outside": next(iter(note.files.values()))}))
    (told,) = refused(places, tmp_path / "www")
    assert "'../outside', which no site has" in told
    left = replace(note, units=note.units[1:], files={path: note.files[path] for path in list(note.files)[1:]})
    write_note(Path(places[0]), left)
    (told,) = refused(places, tmp_path / "www")
    assert "Together the shards are not the site" in told


def test_a_shard_does_not_take_the_place_of_a_whole_site(room: Newsroom, tmp_path: Path) -> None:
    site = Newsroom(tmp_path / "site")
    site.build()
    before = tree(site.output)
    told = site.build(shard=Shard(1, 2), output="output")
    assert told == (
        "site.yaml: The output folder 'output' holds a whole site, of which shard 1/2 would be a part. "
        "Leave out --output, or name a folder for this shard alone.",
    )
    assert tree(site.output) == before
    site.build(shard=Shard(1, 2), output="part")
    assert isinstance(site.build(output="part"), Built)
    assert read_note(site.root / "part", ShardNote) is None


def test_a_shard_with_a_problem_is_not_finished(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    places = build_shards(room, 2, tmp_path)
    write(room.root, {"themes/bare/templates/404.html": "{{ page.title.nothing.at.all }}"})
    told = [room.build(shard=Shard(number, 2), output=place) for number, place in enumerate(places, 1)]
    assert any(isinstance(one, tuple) for one in told)
    assert joined(places, tmp_path / "www") != []


@pytest.mark.parametrize("what", ["shard", "join"])
def test_what_is_killed_leaves_nothing_half_done(room: Newsroom, tmp_path: Path, what: str) -> None:
    """At any moment: a shard is refused until it is finished, and the next run is right."""
    chance = random.Random(20261129)
    site = Newsroom(tmp_path / "site")
    write(site.root, {f"static/{number}.txt": str(number) * 2000 for number in range(400)})
    site.build(output=str(tmp_path / "clean"), clean=True)
    places = build_shards(site, 2, tmp_path)
    joined(places, tmp_path / "www")
    for round_ in range(3):
        site.change(0, title=f"Headline {round_}")
        site.build(output=str(tmp_path / "clean"))
        if what == "join":
            places = build_shards(site, 2, tmp_path)
            asked = ["join", *places, "--output", str(tmp_path / "www")]
        else:
            asked = ["build", "--clean", "--shard", "1/2", "--output", places[0], "--as-of", "2026-03-01 12:00"]
        process = subprocess.Popen([*COMMAND, *asked, "--root", str(site.root)], stdout=-3, stderr=-3)
        time.sleep(chance.uniform(0.1, 0.7))
        process.send_signal(signal.SIGKILL)
        process.wait()
        for path, data in tree(tmp_path / "www").items():
            assert data, f"{path} is empty"
        told = joined(places, tmp_path / "www")
        if what == "shard":
            assert isinstance(told, list) or tree(tmp_path / "www") != tree(tmp_path / "clean")
            places = build_shards(site, 2, tmp_path)
            told = joined(places, tmp_path / "www")
        assert isinstance(told, Joined), told
        assert tree(tmp_path / "www") == tree(tmp_path / "clean")
        assert not os.path.lexists(tmp_path / "www" / ".site_gen-tmp")
