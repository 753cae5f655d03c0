"""What was built last is used by the user whose program built it, and with the ledger of that very build."""

import pytest
from msgspec.structs import replace

from site_gen.deploy import last_build
from site_gen.storage.state_key import state_key
from tests.deploy.conftest import Desk, counted


def everything_is_built(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a plan, which is empty, builds every page."""
    pages = counted(monkeypatch)
    assert desk.deploy(dry_run=True, clean=True).plan.empty
    assert desk.deploy(dry_run=True).plan.empty
    return pages[1:] == pages[:1] != [0]


def test_what_another_user_left_is_not_used(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk.deploy()
    assert last_build.load(desk.root, "live") is not None
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("other")))
    state_key.cache_clear()
    try:
        assert last_build.load(desk.root, "live") is None
        assert everything_is_built(desk, monkeypatch)
    finally:
        state_key.cache_clear()


@pytest.mark.parametrize("of_ledger", [False, True], ids=["older manifest", "older ledger"])
def test_a_manifest_beside_another_builds_ledger_is_not_used(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, of_ledger: bool
) -> None:
    desk.deploy()
    last = last_build.load(desk.root, "live")
    assert last is not None
    kept = last.ledger if of_ledger else desk.root / ".site_gen/deploy/live/built"
    older = kept.read_bytes()
    desk.write(1, "A headline that changed")
    desk.deploy()
    assert last_build.load(desk.root, "live") is not None
    assert not everything_is_built(desk, monkeypatch)
    kept.write_bytes(older)
    assert last_build.load(desk.root, "live") is None
    assert everything_is_built(desk, monkeypatch)


def test_a_manifest_without_a_ledger_is_neither_used_nor_kept(desk: Desk) -> None:
    desk.deploy()
    last = last_build.load(desk.root, "live")
    assert last is not None
    last.ledger.unlink()
    assert last_build.load(desk.root, "live") is None
    assert not replace(last, seal=b"").is_valid
    last_build.save(desk.root, "live", last.manifest, b"")
    assert not (desk.root / ".site_gen/deploy/live/built").exists()
