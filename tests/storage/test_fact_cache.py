from pathlib import Path

from site_gen.model.ledger import Stamp
from site_gen.storage.fact_cache import load_facts, save_facts


def test_the_cache_is_disposable(tmp_path: Path) -> None:
    path = tmp_path / "state" / "cache"
    save_facts(path, {"a": Stamp(1, 2, 3)})
    assert load_facts(path, Stamp) == {"a": Stamp(1, 2, 3)}
    path.write_bytes(b"\xff")
    assert load_facts(path, Stamp) == load_facts(tmp_path / "none", Stamp) == {}
