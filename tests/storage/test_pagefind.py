import gzip
import json
from pathlib import Path

import pytest

from site_gen.model.problem import OutsideError
from site_gen.storage.cbor import decode, encode
from site_gen.storage.pagefind import in_order, indexed, load, save, version


def pack(value: object) -> bytes:
    return gzip.compress(b"pagefind_dcd" + encode(value))


def unpack(data: bytes) -> object:
    return decode(gzip.decompress(data).removeprefix(b"pagefind_dcd"))


def made(turned: bool) -> dict[str, bytes]:
    """An index as the program makes it, which puts filters and values in any order and names parts by their bytes."""
    step = -1 if turned else 1
    year = pack(["year", [["2025", [0, 2]], ["2026", [1]]][::step]])
    kind = pack(["topic", [["x", [1]]]])
    names = ("en_aaaaaaa", "en_bbbbbbb")[::step]
    meta = pack(["1.5.2", [["en_255b751", 3]], [], [["year", names[0]], ["topic", names[1]]][::step], [], ["title"]])
    hash_ = "en_4b7a719b5e" if turned else "en_0123456789"
    return {
        f"filter/{names[0]}.pf_filter": year,
        f"filter/{names[1]}.pf_filter": kind,
        "fragment/en_255b751.pf_fragment": b"text",
        f"pagefind.{hash_}.pf_meta": meta,
        "pagefind-entry.json": json.dumps({"version": "1.5.2", "languages": {"en": {"hash": hash_}}}).encode(),
    }


def test_the_same_texts_give_the_same_index() -> None:
    one, other = in_order(made(False)), in_order(made(True))
    assert one == other
    entry = json.loads(one["pagefind-entry.json"])
    meta = unpack(one[f"pagefind.{entry['languages']['en']['hash']}.pf_meta"])
    assert isinstance(meta, list)
    filters = {name: unpack(one[f"filter/{part}.pf_filter"]) for name, part in meta[3]}
    assert filters == {"year": ["year", [["2025", [0, 2]], ["2026", [1]]]], "topic": ["topic", [["x", [1]]]]}
    assert one["fragment/en_255b751.pf_fragment"] == b"text"


def test_an_index_is_kept_completely_or_not_at_all(tmp_path: Path) -> None:
    kept = tmp_path / "search"
    assert load(kept, "k") is None
    save(kept, "k", {"a": b"1"})
    assert load(kept, "k") == {"a": b"1"}
    assert load(kept, "other") is None
    data = kept.read_bytes()
    for damaged in (b"", data[:-1], data[:10], data + b"x", data[:40] + b"y" + data[41:]):
        kept.write_bytes(damaged)
        assert load(kept, "k") is None


def test_a_missing_program_is_told_plainly() -> None:
    try:
        assert version()
    except OutsideError as error:
        assert "pip install 'pagefind[bin]>=1.3'" in str(error)


def test_the_program_itself(tmp_path: Path) -> None:
    pytest.importorskip("pagefind_bin")
    filters = ("b", "a", "d", "c")

    def page(n: int) -> tuple[str, str]:
        marks = "".join(f'<i data-pagefind-filter="{one}[title]" title="{n % 3}"></i>' for one in filters)
        return f"2026/{n}/index.html", f"<html><body data-pagefind-body>{marks}<h1>Post {n}</h1>word{n}</body></html>"

    pages = [page(n) for n in range(12)]
    one, other = indexed(pages, "en", tmp_path), indexed(pages, "en", tmp_path)
    assert one == other
    assert list(tmp_path.iterdir()) == []  # nothing is left behind
    assert sum(name.endswith(".pf_fragment") for name in one) == 12
    assert {"pagefind.js", "pagefind-entry.json"} < one.keys()
    assert not any(name.endswith((".css", "ui.js")) for name in one)
