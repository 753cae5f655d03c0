"""Damage to what a site remembers from build to build: every state file, and every file of the output."""

import os
import pickle
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from site_gen.build import Built
from site_gen.model.problem import OutsideError
from site_gen.theming import environment
from tests.edited_site import Newsroom
from tests.ingest.test_ingest import article
from tests.support import png, write

Damage = Callable[[Path, random.Random], None]


def flip(path: Path, chance: random.Random) -> None:
    """One bit is another."""
    data = bytearray(path.read_bytes())
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)


def flip_near_the_start(path: Path, chance: random.Random) -> None:
    """One bit of the head, where lengths, tags and magic numbers are."""
    data = bytearray(path.read_bytes())
    if data:
        data[chance.randrange(min(64, len(data)))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)


def truncate(path: Path, chance: random.Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: chance.randrange(max(1, len(data)))])


def empty(path: Path, _: random.Random) -> None:
    path.write_bytes(b"")


def lengthen(path: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes() + chance.randbytes(chance.randrange(1, 99)))


def lose_blocks(path: Path, chance: random.Random) -> None:
    """The end is all zeros, as after a power failure."""
    data = path.read_bytes()
    at = chance.randrange(max(1, len(data)))
    path.write_bytes(data[:at] + bytes(len(data) - at))


def swap(path: Path, chance: random.Random) -> None:
    """It and another file of its folder change places."""
    others = sorted(one for one in path.parent.iterdir() if one.is_file() and one != path and one.name != "lock")
    if others:
        other = chance.choice(others)
        one, two = path.read_bytes(), other.read_bytes()
        path.write_bytes(two)
        other.write_bytes(one)


def delete(path: Path, _: random.Random) -> None:
    path.unlink()


DAMAGES: tuple[Damage, ...] = (flip, flip_near_the_start, truncate, empty, lengthen, lose_blocks, swap, delete)


def attacked_site(root: Path) -> Newsroom:
    """A newsroom with something in every kind of state file: pictures in sizes, rendered bodies, seeds, templates."""
    room = Newsroom(root)
    room.change(0, image={"src": "/0.png", "alt": "A ship"}, thread="talks")
    room.change(1, image={"src": "../images/map.png", "alt": "A map"}, thread="talks")
    room.change(2, body="Text ![a plan](/1.png)\n\n" + "| a |\n|---|\n| 1 |\n" * 20)
    write(
        room.root, {"content/images/map.png": png(60, 40), "content/pages/about.md": "---\ntitle: About\n---\nWho.\n"}
    )
    for number in (0, 1):
        write_seed(room, number, number)
    return room


def write_seed(room: Newsroom, number: int, text: int) -> None:
    """One of the site's seeds, with one of several texts."""
    head = f"Date: 2026-01-0{number + 1}\nTitle: Officials {number}\n\n"
    write(room.root, {f"seeds/{number}.txt": head + article(text)})


def state_files(room: Newsroom) -> list[Path]:
    """Every file that the program keeps for itself, the manifest in the output folder included."""
    kept = [path for path in (room.root / ".site_gen").rglob("*") if path.is_file() and path.name != "lock"]
    return sorted([*kept, *(path for path in room.output.glob(".site_gen*") if path.is_file())])


def output_files(room: Newsroom) -> list[Path]:
    """Every file of the built site."""
    files = (path for path in room.output.rglob("*") if path.is_file())
    return sorted(path for path in files if not path.name.startswith(".site_gen"))


def kind_of(path: Path) -> str:
    """What a state file is for."""
    if path.parent.name in ("bodies", "pictures"):
        return f"{path.parent.name}{path.suffix}"
    if path.suffix in (".receipt", ".cache", ".manifest"):
        return "template" if "templates" in path.parts else path.suffix if path.name.startswith("ledger") else path.name
    return path.name.partition("-")[0]


class Outcome(NamedTuple):
    """What a build in a process of its own came to."""

    problems: tuple[str, ...] = ()
    written: int = 0
    damaged: tuple[str, ...] = ()
    crash: str = ""

    @property
    def wrong(self) -> bool:
        """Whether there is no site."""
        return bool(self.problems or self.crash)


def build_apart(room: Newsroom, **asked: Any) -> Outcome:
    """Build in a process of its own: what is loaded from a damaged file cannot end the tests with it."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        outcome = Outcome(crash="the process ended")
        try:
            environment.forget_environments()
            outcome = _outcome(room, asked)
        except BaseException as error:
            outcome = Outcome(crash=repr(error))
        finally:
            with os.fdopen(theirs, "wb") as pipe:
                pickle.dump(outcome, pipe)
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        said = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Outcome(*pickle.loads(said)) if code == 0 and said else Outcome(crash=f"the process ended with {code}")


def _outcome(room: Newsroom, asked: dict[str, Any]) -> Outcome:
    try:
        done = room.build(**asked)
    except OutsideError as error:
        return Outcome(crash=str(error))
    if not isinstance(done, Built):
        return Outcome(problems=done)
    return Outcome(written=done.written, damaged=tuple(getattr(done, "damaged", ())))


def clean_tree_of(room: Newsroom, beside: Path) -> Outcome:
    """Build the site from nothing into `beside / "clean"`."""
    shutil.rmtree(beside / "clean", ignore_errors=True)
    shutil.rmtree(beside / "state", ignore_errors=True)
    return build_apart(room, output=str(beside / "clean"), state=str(beside / "state"), clean=True)
