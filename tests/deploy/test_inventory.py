"""Files with their digests; manifests as bytes."""

from datetime import UTC, datetime
from pathlib import Path

from site_gen.build import BuildOptions, build
from site_gen.deploy.inventory import decoded, encoded
from site_gen.model.deployment import FileFact, Manifest, inventory
from site_gen.text.digest import digest
from tests.support import inventory as files_there
from tests.support import post, write


def test_every_file_of_the_site_as_it_was_written(tmp_path: Path) -> None:
    write(tmp_path, {"content/posts/a.md": post("A"), "site.yaml": "title: T\n"})
    write(tmp_path, {"static/large": b"x" * (1 << 21), "static/.well-known/x": "x"})
    built = build(tmp_path, BuildOptions(as_of=datetime(2026, 3, 1, tzinfo=UTC), jobs=1))
    found = inventory(built.files)
    assert found == files_there(tmp_path / "output")
    assert list(found) == sorted(found) and {"large", ".well-known/x", "index.html"} <= found.keys()
    assert found["large"] == FileFact(digest(b"x" * (1 << 21)), 1 << 21)


def test_a_manifest_comes_back_as_it_went() -> None:
    one = Manifest(
        release="r", when="w", base_url="u", files={"a": FileFact("d", 1)}, posts={"/a/": "A"}, feeds={"/f": ("/a/",)}
    )
    assert decoded(encoded(one)) == one
    for bad in (b"", b"{}", b"<html>", b"\xff", b"[1]"):
        assert decoded(bad) is None
