"""The preview goes on hearing edits whatever becomes of the folders it watches, and shows what is there at the end."""

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from itertools import count

import pytest

from tests.attack.preview import VANISHINGS, Desk, random_sequence, until_same
from tests.preview.support import served, until

_NUMBERS = count(1)
_ALWAYS = {  # one of each kind; a preview that only sets watches at its start hears nothing after most of them
    "": (
        "content removed and checked out",
        "a branch without content",
        "content moved away, a copy in its place",
        "posts replaced",
        "templates replaced",
        "settings replaced",
        "state removed",
        "the whole site replaced",
    ),
    "--poll": ("content removed, later checked out", "the whole site moved away and back"),
}
_CASES = [
    pytest.param(mode, name, id=f"{mode or 'reported'} {name}", marks=() if name in always else pytest.mark.slow)
    for mode, always in _ALWAYS.items()
    for name in VANISHINGS
]


Serve = Callable[[str], tuple[str, Desk]]


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """One server for each mode, which goes through all that is done to its sources, one after the other."""
    with ExitStack() as running:

        @cache
        def start(mode: str) -> tuple[str, Desk]:
            desk = Desk(tmp_path_factory.mktemp("desk") / "site")
            address = running.enter_context(served(desk.root, *mode.split()))
            until("Talks in Tallinn", address, 60)
            return address, desk

        yield start


@pytest.mark.parametrize(("mode", "vanishing"), _CASES)
def test_an_edit_is_heard_after_folders_vanished_and_came_back(serve: Serve, mode: str, vanishing: str) -> None:
    address, desk = serve(mode)
    VANISHINGS[vanishing](desk)
    until(desk.edit(next(_NUMBERS)), address, 20)
    until(desk.edit(next(_NUMBERS)), address, 20)  # the first may have been seen by a rescan alone


@pytest.mark.parametrize("mode", list(_ALWAYS))
def test_whatever_is_done_in_whatever_order_nothing_stays_stale(
    serve: Serve, mode: str, request: pytest.FixtureRequest
) -> None:
    address, desk = serve(mode)
    for number in range(50 if request.config.getoption("--slow") else 2):
        random_sequence(desk, random.Random(f"{number}"))
        desk.back()
        until(desk.edit(next(_NUMBERS)), address, 30)
        until_same(address, desk.root, 30)
