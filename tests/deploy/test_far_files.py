"""The files of a release as a shell lists them; a real one, and lines as other systems write them."""

import os
import subprocess
from pathlib import Path

from site_gen.deploy.far_files import DIGESTS, listed_differences, listing, with_digests
from site_gen.model.deployment import Differences, FileFact, Manifest
from site_gen.text.digest import digest
from tests.support import write

NAME = "20260601T120000Z"
ENV = {**os.environ, "QUOTING_STYLE": "shell-always", "TIME_STYLE": "iso", "BLOCK_SIZE": "1K"}  # of an account there
TEXTS = {"index.html": "home", "a b/ü.html": "umlaut", "-x/--y": "dashes", "empty": ""}


def noted() -> Manifest:
    files = {path: FileFact(digest(text.encode()), len(text.encode())) for path, text in TEXTS.items()}
    return Manifest(release=NAME, when="", base_url="https://news.test/", files=files)


def found(home: Path, thorough: bool = False) -> Differences:
    def shell(script: str, folder: Path) -> bytes:
        return subprocess.run(["sh", "-c", script], cwd=folder, capture_output=True, check=True, env=ENV).stdout

    one = listed_differences(shell(listing(NAME), home), noted(), not thorough)
    return with_digests(one, shell(DIGESTS, home / NAME), noted()) if thorough else one


def release(home: Path) -> Path:
    write(home / NAME, TEXTS)
    write(home, {f"{NAME}.json": "{}"})
    os.utime(home / f"{NAME}.json", (2_000_000_000, 2_000_000_000))
    return home / NAME


def test_a_whole_release(tmp_path: Path) -> None:
    release(tmp_path)
    assert found(tmp_path) == found(tmp_path, thorough=True) == Differences()


def test_every_kind_of_damage(tmp_path: Path) -> None:
    folder = release(tmp_path)
    (folder / "index.html").write_text("HOME")
    os.utime(folder / "index.html", (2_000_000_001, 2_000_000_001))
    (folder / "empty").unlink()
    (folder / "empty").symlink_to("index.html")
    (folder / "a b/ü.html").chmod(0o600)
    (folder / "-x/--y").unlink()
    (folder / "stranger -> here").write_text("")
    wrong = Differences(
        missing=("-x/--y",), changed=("a b/ü.html", "empty", "index.html"), unknown=("stranger -> here",)
    )
    assert found(tmp_path) == wrong
    os.utime(folder / "index.html", (1, 1))
    assert "index.html" not in found(tmp_path).changed
    assert found(tmp_path, thorough=True) == wrong


def test_a_touched_file_is_cleared_by_its_digest(tmp_path: Path) -> None:
    os.utime(release(tmp_path) / "index.html", (2_000_000_001, 2_000_000_001))
    assert found(tmp_path).changed == ("index.html",)
    assert found(tmp_path, thorough=True) == Differences()


def test_an_emptied_release_and_none(tmp_path: Path) -> None:
    everything = Differences(missing=tuple(sorted(TEXTS)))
    (tmp_path / NAME).mkdir()
    write(tmp_path, {f"{NAME}.json": "{}"})
    assert found(tmp_path) == everything
    assert listed_differences(b"", noted(), True) == everything


def test_lines_of_other_systems() -> None:
    busybox = b"-rw-r--r--    1 0        0                4 Jan  1  1970 ./index.html\n--\n"
    bsd = b"-rw-r--r--@ 1 501  20  4 Nov 28 20:00 ./index.html\n--\n"
    one = Manifest(release=NAME, when="", base_url="", files={"index.html": FileFact("", 4)})
    assert listed_differences(busybox, one, True) == listed_differences(bsd, one, True) == Differences()
