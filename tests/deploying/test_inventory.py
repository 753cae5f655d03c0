"""Files with their digests; manifests as bytes."""

from pathlib import Path

from site_gen.deploying.inventory import decoded, encoded, inventory
from site_gen.model.deployment import FileFact, Manifest
from site_gen.wording.digest import digest
from tests.support import write


def test_every_file_of_the_site_and_not_the_builders_notes(tmp_path: Path) -> None:
    large = b"x" * (1 << 21)
    files: dict[str, str | bytes] = {
        "b/c.txt": "c",
        "a.txt": "a",
        ".well-known/x": "x",
        ".site_gen.manifest": "m",
        "b/large": large,
    }
    write(tmp_path, files)
    found = inventory(tmp_path)
    assert list(found) == [".well-known/x", "a.txt", "b/c.txt", "b/large"]
    assert found["b/c.txt"] == FileFact(digest(b"c"), 1)
    assert found["b/large"] == FileFact(digest(large), 1 << 21)


def test_a_manifest_comes_back_as_it_went() -> None:
    one = Manifest(
        release="r", when="w", base_url="u", files={"a": FileFact("d", 1)}, posts={"/a/": "A"}, feeds={"/f": ("/a/",)}
    )
    assert decoded(encoded(one)) == one
    for bad in (b"", b"{}", b"<html>", b"\xff", b"[1]"):
        assert decoded(bad) is None
