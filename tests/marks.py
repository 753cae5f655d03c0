"""What each test needs, told from its fixtures and its place: marks, and which tests share a process.

A test is marked by hand (`@pytest.mark.servers`) only where neither tells.
"""

from pathlib import Path

import pytest

HERE = Path(__file__).parent
# Fixtures that are worth one process: all tests that use one of them run there, one after the other.
SHARED = {"running": "browser", "dask": "servers", "moto": "servers", "ssh": "servers", "server": "servers"}
# Files whose tests start programs that take a while: servers, ssh, git, rclone, pip, the bench.
SERVERS = (
    "attack/test_releases.py",
    "bench/test_command.py",
    "bench/test_growth.py",
    "bench/test_pictures.py",
    "bench/test_seeds.py",
    "cli/test_serve.py",
    "deploy/test_git.py",
    "deploy/test_rclone.py",
    "test_clusters.py",
    "test_outside.py",
    "test_upgrades.py",
    "test_wheel.py",
)
ATTACKS, BROWSERS = "attack/", "browser/"
LAWS = (
    "test_agreement.py",
    "test_faults.py",
    "test_hostile_seeds.py",
    "test_join.py",
    "test_kill.py",
    "test_laws.py",
    "test_workers.py",
)
WHOLE = ("test_hostile_seeds.py",)  # laws whose tests share what takes long to build
LONG = {"sequences", "quick_rounds"}  # fixtures of laws that take long
FAST = "not (browser or servers or law or slow)"


def marks_of(place: str, fixtures: set[str], is_property: bool) -> set[str]:
    """The marks of a test in a file below tests/, with these fixtures; hypothesis tries properties."""
    marks = {SHARED[name] for name in fixtures & SHARED.keys()}
    if place.startswith(BROWSERS):
        marks.add("browser")
    if place in SERVERS:
        marks.add("servers")
    if is_property or LONG & fixtures or place in LAWS or place.startswith(ATTACKS):
        marks.add("law")
    return marks


def is_left_out(path: Path) -> bool:
    """Whether a file or folder has no test that runs with --fast, so that it need not even be read."""
    place = path.relative_to(HERE).as_posix() if path.is_relative_to(HERE) else ""
    return f"{place}/".startswith((ATTACKS, BROWSERS)) or place in (*SERVERS, *LAWS)


def group_of(place: str, fixtures: set[str]) -> str:
    """The tests that run in one process, one after the other: those of a file, since they share what they build.

    "" for one that takes so long that it goes to whichever process is free.
    """
    if shared := sorted(SHARED[name] for name in fixtures & SHARED.keys()):
        return shared[0]
    return "" if LONG & fixtures or (place in LAWS and place not in WHOLE) else place


def mark(items: list[pytest.Item]) -> None:
    """Mark all tests, and put the long ones first, so that no process is left alone with one at the end."""
    turns = {}
    for item in items:
        place = item.path.relative_to(HERE).as_posix()
        fixtures = set(getattr(item, "fixturenames", ()))
        is_property = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        marks = marks_of(place, fixtures, is_property)
        for name in sorted(marks):
            item.add_marker(name)
        group = group_of(place, fixtures)
        if group:
            item.add_marker(pytest.mark.xdist_group(group))
        turns[item] = 0 if not group or marks & {"browser", "servers"} else 1 if place.startswith(ATTACKS) else 2
    items.sort(key=turns.__getitem__)
