from pathlib import Path

import pytest
from msgspec.structs import replace

from site_gen.model.ledger import Ledger, PageFact, SharedInputs, SourceFact, Stamp, ThemeFact
from site_gen.storage import ledger as ledger_file
from site_gen.storage.ledger import load, save
from tests.support import entry

LEDGER = Ledger(
    "reading",
    {
        "content/posts/a.md": SourceFact(
            Stamp(1, 2, 3), "d", entry=entry("a", "A", tags=["x"], extra={"k": [1, {"a": None}]})
        )
    },
    SharedInputs("p", "s", "m", {"post.html": "d"}),
    {"index.html": PageFact(b"k", b"c", Stamp(4, 5, 6), b"\7\0\0\0\10\0\0\0")},
    ThemeFact("d", {"post.html": "e"}),
)


def test_what_is_remembered_is_what_was(tmp_path: Path) -> None:
    save(tmp_path / "state" / "ledger", LEDGER)
    assert load(tmp_path / "state" / "ledger") == LEDGER


@pytest.mark.parametrize(
    "data", [b"", b"nonsense", b"site_gen ledger 0\n", b"site_gen ledger 1\n\xff\xff", b"cut", b"\x81" * 99]
)
def test_a_ledger_that_cannot_be_read_is_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "ledger"
    if data == b"cut":
        save(path, LEDGER)
        data = path.read_bytes()[:-5]
    path.write_bytes(data)
    assert load(path) == Ledger()
    assert load(tmp_path / "none") == load(tmp_path) == Ledger()


def test_a_ledger_is_written_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_file, "_A_PART", 2)
    sources = {f"content/posts/{n}.md": SourceFact(Stamp(n, 2, 3), "d", entry=entry(str(n), "A")) for n in range(5)}
    pages = {f"{n}/index.html": PageFact(b"k", b"c", Stamp(n, 5, 6)) for n in range(3)}
    many = replace(LEDGER, sources=sources, pages=pages)
    save(tmp_path / "ledger", many)
    loaded = load(tmp_path / "ledger")
    assert loaded == many
    assert list(loaded.sources) == list(sources) and list(loaded.pages) == list(pages)
    assert load(tmp_path / "ledger", with_pages=False) == replace(many, pages={})
