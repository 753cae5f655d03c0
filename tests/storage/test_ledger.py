from pathlib import Path

import pytest
from msgspec.structs import replace

from site_gen.model.ledger import Ledger, PageFact, SharedInputs, SourceFact, Stamp, ThemeFact
from site_gen.model.site import NOTHING_RELATED, RelatedIndex
from site_gen.storage import ledger as ledger_file
from site_gen.storage.ledger import load, open_ledger, save, save_patched
from site_gen.storage.state_file import Damaged, damaged_files
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


def many(monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger of several parts, its sources not in the order of their paths."""
    monkeypatch.setattr(ledger_file, "_A_PART", 2)
    sources = {
        f"content/posts/{n}.md": SourceFact(Stamp(n, 2, 3), "d", entry=entry(str(n), "A")) for n in (3, 1, 4, 0, 2)
    }
    pages = {f"{n}/index.html": PageFact(b"k", b"c", Stamp(n, 5, 6)) for n in (2, 0, 1)}
    return replace(LEDGER, sources=sources, pages=pages, beside=RelatedIndex(b"r", ((1,), (0,))))


def test_a_ledger_is_written_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = many(monkeypatch)
    save(tmp_path / "ledger", whole)
    loaded = load(tmp_path / "ledger")
    assert loaded == whole
    assert list(loaded.sources) == sorted(whole.sources) and list(loaded.pages) == list(whole.pages)
    assert load(tmp_path / "ledger", with_pages=False) == replace(whole, pages={})


def test_a_part_is_read_without_the_others_and_replaced_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, path = many(monkeypatch), tmp_path / "ledger"
    tag = save(path, whole)
    stored = open_ledger(path)
    assert stored is not None and stored.tag == tag
    assert stored.head == replace(whole, sources={}, pages={}, beside=NOTHING_RELATED)
    assert stored.sources([1, 4]) == {
        name: whole.sources[name] for name in ("content/posts/1.md", "content/posts/4.md")
    }
    assert list(stored.pages([0, 2]).items()) == [
        (name, whole.pages[name]) for name in ("2/index.html", "1/index.html")
    ]
    with pytest.raises(IndexError):
        stored.pages([7])
    source = replace(whole.sources["content/posts/4.md"], digest="new")
    page = PageFact(b"n", b"n", Stamp(9, 9, 9))
    head = replace(stored.head, asked="later")
    assert save_patched(path, stored.with_facts(head, {4: source}, {0: page})) != tag
    patched = load(path)
    assert patched == replace(
        whole,
        asked="later",
        sources=whole.sources | {"content/posts/4.md": source},
        pages=whole.pages | {"2/index.html": page},
    )
    assert list(patched.pages) == list(whole.pages)


def test_damage_that_was_copied_is_found_by_who_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, path = many(monkeypatch), tmp_path / "ledger"
    save(path, whole)
    path.write_bytes(path.read_bytes().replace(b"content/posts/0.md", b"content/posts/9.md"))
    stored = open_ledger(path)
    assert stored is not None and stored.sources([4]).keys() == {"content/posts/4.md"}
    with pytest.raises(Damaged):
        stored.sources([0])
    save_patched(path, stored.with_facts(stored.head, {4: whole.sources["content/posts/4.md"]}, {}))
    again = open_ledger(path)
    assert again is not None and again.sources([4]).keys() == {"content/posts/4.md"}
    assert load(path) == Ledger()
    assert damaged_files() == (str(path),)
