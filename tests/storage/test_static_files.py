from pathlib import Path

import pytest

from site_gen.images.limits import MOST_BYTES
from site_gen.model.theme import StaticFile
from site_gen.storage.static_files import digest_and_picture, published_picture
from site_gen.text.digest import digest
from tests.support import png, write

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.png", png(), "png"),
        ("a", png(), "png"),
        ("a.txt", png(), "png"),
        ("a.svg", SVG, "svg"),
        ("a.xml", f"<!--{'x' * 9000}-->{SVG}", "svg"),
        ("a.png", "words", ""),
    ],
)
def test_a_picture_is_known_by_what_it_holds(tmp_path: Path, name: str, data: str | bytes, kind: str) -> None:
    path = write(tmp_path, {name: data}) / name
    found, picture = digest_and_picture(path, path.stat().st_size)
    assert found == digest(path.read_bytes())
    assert picture is not None and picture.kind == kind and bool(picture.fault) is (kind == "")


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", "words"), ("a.html", f"<html>{SVG}"), ("a.bin", b""), ("a.js", "<")]
)
def test_other_files_are_not(tmp_path: Path, name: str, data: str | bytes) -> None:
    path = write(tmp_path, {name: data}) / name
    assert digest_and_picture(path, path.stat().st_size) == (digest(path.read_bytes()), None)


def test_a_picture_that_is_too_large_to_read_is_not_read(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.png": png()}) / "a.png"
    _, picture = digest_and_picture(path, MOST_BYTES + 1)
    assert picture is not None and not picture.kind and "at most 100 MB" in picture.fault


def test_what_is_published_has_no_metadata(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.png": png(text="A place.")}) / "a.png"
    assert published_picture(StaticFile("a.png", str(path), "")) == png()
