"""What was built last is used by the user whose program built it, and with the ledger of that very build."""

import pytest

from site_gen.deploy import last_build
from site_gen.storage.state_key import state_key
from tests.deploy.conftest import Desk


def test_what_another_user_left_is_not_used(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk.deploy()
    assert last_build.load(desk.root, "live") is not None
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("other")))
    state_key.cache_clear()
    try:
        assert last_build.load(desk.root, "live") is None
        assert desk.deploy(dry_run=True).plan.empty
    finally:
        state_key.cache_clear()


def test_a_manifest_beside_another_builds_ledger_is_not_used(desk: Desk) -> None:
    desk.deploy()
    kept = desk.root / ".site_gen/deploy/live/built"
    older = kept.read_bytes()
    desk.write(1, "A headline that changed")
    desk.deploy()
    assert last_build.load(desk.root, "live") is not None
    kept.write_bytes(older)
    assert last_build.load(desk.root, "live") is None
    assert desk.deploy(dry_run=True).plan.empty
