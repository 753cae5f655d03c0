from pathlib import Path

import pytest
from msgspec.structs import replace

from site_gen.model.deployment import FileFact
from site_gen.model.program import Program
from site_gen.model.shard import Origin, Shard, ShardNote, SiteNote, Unit
from site_gen.storage.shard_notes import SHARD, has_note, read_note, remove_note, write_note

PROGRAM = Program(version="1.0", python="3.12.1 (main)", files="f", libraries=("jinja2 3.1.6", "nh3 0.3"), zones=("a",))
ORIGIN = Origin(
    program=PROGRAM, base_url="https://x.test/", settings="s", markup="m", templates="t", phrases="p", as_of=""
)
NOTE = ShardNote(
    shard=Shard(1, 2), plan="plan", origin=ORIGIN, units=(Unit("a", "k"),), files={"a": FileFact("d", 3)}, finished=True
)


def test_a_note_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert read_note(tmp_path, ShardNote) is None
    write_note(tmp_path, NOTE)
    assert read_note(tmp_path, ShardNote) == NOTE
    assert not has_note(tmp_path, SiteNote)
    remove_note(tmp_path, ShardNote)
    assert not has_note(tmp_path, ShardNote)


@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda data: data.replace(b'"d"', b'"e"'), lambda _: b""])
def test_a_damaged_note_is_none(tmp_path: Path, damage: object) -> None:
    write_note(tmp_path, NOTE)
    path = tmp_path / SHARD
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert read_note(tmp_path, ShardNote) is None
    assert has_note(tmp_path, ShardNote)


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"version": "1.1"}, "site_gen 1.0, not 1.1"),
        ({"python": "3.13.0 (main)"}, "Python 3.12.1, not 3.13.0"),
        ({"python": "3.12.1 (conda)"}, "Python 3.12.1 (main), not 3.12.1 (conda)"),
        ({"files": "g"}, "other files of site_gen 1.0"),
        ({"libraries": ("jinja2 3.1.6", "nh3 0.4")}, "nh3 0.3, not 0.4"),
        ({"libraries": ("jinja2 3.1.6", "nh3 0.3", "pillow 11")}, "pillow missing, not 11"),
        ({"zones": ("b",)}, "other rules of time zones (tzdata)"),
        ({}, ""),
    ],
)
def test_programs_that_differ_say_in_what(other: dict[str, object], words: str) -> None:
    assert PROGRAM.difference(replace(PROGRAM, **other)) == words
