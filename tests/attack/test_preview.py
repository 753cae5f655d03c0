"""The preview goes on hearing edits whatever becomes of the folders it watches, and shows what is there at the end."""

import random
from collections.abc import Iterator
from itertools import count

import pytest

from tests.attack.preview import VANISHINGS, Desk, random_sequence, until_same
from tests.serving.support import served, until

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


@pytest.fixture(scope="module", params=list(_ALWAYS))
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Desk]]:
    """A server that goes through all that is done to its sources, one after the other."""
    one = Desk(tmp_path_factory.mktemp("desk") / "site")
    with served(one.root, *request.param.split()) as address:
        until("Talks in Tallinn", address, 60)
        yield address, one


@pytest.mark.parametrize(("desk", "vanishing"), _CASES, indirect=["desk"])
def test_an_edit_is_heard_after_folders_vanished_and_came_back(desk: tuple[str, Desk], vanishing: str) -> None:
    address, one = desk
    VANISHINGS[vanishing](one)
    until(one.edit(next(_NUMBERS)), address, 20)
    until(one.edit(next(_NUMBERS)), address, 20)  # the first may have been seen by a rescan alone


@pytest.mark.parametrize("desk", list(_ALWAYS), indirect=True)
def test_whatever_is_done_in_whatever_order_nothing_stays_stale(
    desk: tuple[str, Desk], request: pytest.FixtureRequest
) -> None:
    address, one = desk
    for number in range(50 if request.config.getoption("--slow") else 2):
        random_sequence(one, random.Random(f"{number}"))
        one.back()
        until(one.edit(next(_NUMBERS)), address, 30)
        until_same(address, one.root, 30)
