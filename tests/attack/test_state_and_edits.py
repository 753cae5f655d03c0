"""Edits and damage together: the site is that of a clean build, or the build says what to do, and that heals it."""

import random
import shutil
import time
from collections import Counter
from pathlib import Path

import pytest

from site_gen.build import Built
from site_gen.theming import environment
from tests.attack.state import DAMAGES, attacked_site, build_apart, kind_of, output_files, state_files, write_seed
from tests.edited_site import Newsroom
from tests.edits import ASKED, EDITS, same_program
from tests.support import tree
from tests.test_laws import build_clean, quick_rounds, same_as_clean

__all__ = ["quick_rounds"]

SEQUENCES = 1000
NOT_HERE = {"damage state", "meanwhile", "there and back", "program"}  # they have laws of their own
NAMES = sorted(set(EDITS) - NOT_HERE)
REFUSED = ("is damaged, so it is not known", "site_gen did not write it", "holds files that site_gen did not write")
ANOTHERS = "are not this one's."


def damaged_at_random(room: Newsroom, chance: random.Random) -> str:
    """Spoil a state file, or now and then a file of the output, each kind of file as often as the others."""
    in_output = chance.random() < 0.15
    files: dict[str, list[Path]] = {}
    for path in output_files(room) if in_output else state_files(room):
        files.setdefault("output" if in_output else kind_of(path), []).append(path)
    if not files:
        return "nothing"
    kind, damage = chance.choice(sorted(files)), chance.choice(DAMAGES)
    damage(chance.choice(files[kind]), chance)
    return f"{damage.__name__} {kind}"


def build_as_advised(room: Newsroom, tally: Counter[str]) -> tuple[Built | tuple[str, ...], dict[str, bytes]]:
    """Build, as a new process would; where the build is refused for what was damaged, do what it says.

    What the build did, and the output before it.
    """
    environment.forget_environments()
    before = tree(room.output)
    done = room.build()
    if isinstance(done, tuple) and any(words in problem for problem in done for words in REFUSED):
        tally["asked to empty the output"] += 1
        shutil.rmtree(room.output)
        return room.build(), {}
    if isinstance(done, tuple) and any(ANOTHERS in problem for problem in done):
        tally["asked whether it is this site's output"] += 1
        return room.build(clean=True), before
    return done, before


def sequence(number: int, beside: Path, tally: Counter[str]) -> None:
    """A site, and some rounds of edits and damage, each followed by a build and a look at all that it left."""
    chance = random.Random(number)
    room = attacked_site(beside / "site")
    if (beside / "state" / "templates").is_dir():
        shutil.copytree(beside / "state" / "templates", room.root / ".site_gen" / "templates")
    room.build()
    steps = []
    for _ in range(chance.randint(1, 4)):
        for _ in range(chance.randint(0, 2)):
            name = chance.choice(NAMES)
            n, m = chance.randint(0, 62), chance.randint(0, 62)
            EDITS[name](room, n, m)
            steps.append(f"{name} {n} {m}")
        if room.asked == {"clean": True}:
            room.asked = ASKED[0]
        for _ in range(chance.randint(1, 2)):
            damage = damaged_at_random(room, chance)
            tally[damage] += 1
            steps.append(damage)
        if chance.random() < 0.5:
            time.sleep(0.025)  # until stamps are believed
        try:
            done, before = build_as_advised(room, tally)
            clean = build_clean(room, beside)
            if isinstance(done, Built) and isinstance(clean, Built):
                assert tree(room.output) == tree(beside / "clean")
                again = room.build()
                assert isinstance(again, Built)
                assert (again.written, again.removed) == (0, 0)
                assert tree(room.output) == tree(beside / "clean")
            else:
                same_as_clean(room, beside, done, clean, before)
        except Exception as error:
            error.add_note(f"sequence {number}: {'; '.join(steps)}")
            raise
        tally["built" if isinstance(done, Built) else "problems of the content"] += 1


def run_sequences(numbers: range, memory: Path) -> Counter[str]:
    tally: Counter[str] = Counter()
    for number in numbers:
        try:
            sequence(number, memory, tally)
        finally:
            same_program()
            shutil.rmtree(memory / "site", ignore_errors=True)
        tally["sequences"] += 1
    return tally


def test_edits_and_damage_give_no_other_site(memory: Path, quick_rounds: None) -> None:
    tally = run_sequences(range(8), memory)
    assert tally["sequences"] == 8


@pytest.mark.slow
def test_a_thousand_sequences_of_edits_and_damage_give_no_other_site(memory: Path, quick_rounds: None) -> None:
    tally = run_sequences(range(SEQUENCES), memory)
    assert tally["sequences"] == SEQUENCES
    assert tally["built"] > 4 * tally["problems of the content"]
    for words in ("asked to empty the output", "asked whether it is this site's output"):
        assert tally[words] < SEQUENCES // 20


@pytest.mark.parametrize("kind", ["seeds.cache", "posts.cache"])
def test_damage_to_what_is_known_of_seeds_writes_no_other_post(kind: str, memory: Path) -> None:
    room = attacked_site(memory / "site")
    for number in (1, 2):
        write_seed(room, 0, number)
        time.sleep(0.025)
        build_apart(room)
    chance = random.Random(3)
    for number, damage in enumerate(DAMAGES):
        write_seed(room, 0, number % 4)
        write_seed(room, 1, number % 3 + 5)
        post = sorted((room.root / "content/posts").glob("2026-01-*"))[number % 2]
        post.write_text(post.read_text() + "\nAn editor's sentence.\n")
        time.sleep(0.025)
        twin = Newsroom(memory / "twin")
        shutil.rmtree(twin.root)
        shutil.copytree(room.root, twin.root)
        shutil.rmtree(twin.root / ".site_gen")
        for path in state_files(room):
            if kind_of(path) == kind:
                damage(path, chance)
        assert not build_apart(room).wrong
        assert not build_apart(twin).wrong
        for folder in ("content", "output"):
            assert tree(room.root / folder) == tree(twin.root / folder), (damage.__name__, folder)
        assert (room.root / "seeds.lock").read_bytes() == (twin.root / "seeds.lock").read_bytes()
        shutil.rmtree(twin.root)
