"""`site-gen import SOURCE --into DIR` makes the site where there is none."""

from pathlib import Path
from unittest.mock import patch

import pytest

from site_gen.importing.download import DOWNLOADS
from tests.support import png, run, write

POST = "---\ntitle: A\n---\nWords.\n"


def _source(folder: Path) -> Path:
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_text("url: https://old.example.org\n")
    (folder / "about.md").write_text("---\ntitle: About\n---\nOld words.\n")
    (folder / "_posts" / "2020-01-02-a.md").write_text(POST)
    return folder


def test_a_new_site_has_only_what_was_imported(tmp_path: Path) -> None:
    source = _source(tmp_path / "old")
    done = run("import", str(source), "--into", str(tmp_path / "new"), root=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Old words." in (tmp_path / "new/content/pages/about.md").read_text()
    assert run("build", root=tmp_path / "new").returncode == 0
    again = run("import", str(source), "--into", str(tmp_path / "new"), root=tmp_path)
    assert again.returncode == 0 and "2 unchanged" in again.stdout


def test_a_dry_run_makes_nothing(tmp_path: Path) -> None:
    source = _source(tmp_path / "old")
    done = run("import", str(source), "--into", str(tmp_path / "new"), "--dry-run", root=tmp_path)
    assert done.returncode == 0 and "2 new" in done.stdout
    assert not (tmp_path / "new").exists()


def test_nothing_is_left_of_an_import_that_cannot_begin(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("import", str(tmp_path / "nowhere"), "--into", str(tmp_path / "new"), root=tmp_path)
    assert done.returncode == 1 and not (tmp_path / "new").exists()
    done = run("import", str(tmp_path / "nowhere"), "--into", str(tmp_path / "empty"), root=tmp_path)
    assert done.returncode == 1 and list((tmp_path / "empty").iterdir()) == []


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    source = _source(tmp_path / "old")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("Dear")
    done = run("import", str(source), "--into", str(tmp_path / "mine"), root=tmp_path)
    assert done.returncode == 1 and "There is no site here" in done.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("into", [".", "new", "a/b/c", "link"])
def test_nothing_is_left_in_any_folder_and_the_error_is_told(
    into: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    (home / "empty").mkdir(parents=True)
    (home / "link").symlink_to("empty")
    place = home / "empty" if into == "." else home
    monkeypatch.chdir(place)
    before = sorted(home.rglob("*"))
    done = run("import", str(tmp_path / "nowhere"), "--into", into)
    assert done.returncode == 1 and "nowhere" in done.stderr
    assert sorted(home.rglob("*")) == before


def test_nothing_is_left_of_a_site_for_which_there_is_no_room(tmp_path: Path) -> None:
    whole = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == "README.md":
            raise OSError(28, "No space left on device", str(path))
        return whole(path, data)

    with patch.object(Path, "write_bytes", full):
        done = run("import", str(_source(tmp_path / "old")), "--into", str(tmp_path / "new"))
    assert done.returncode == 3 and "README.md" in done.stderr
    assert not (tmp_path / "new").exists()


def test_what_was_fetched_is_kept_and_used_when_the_import_goes_on(tmp_path: Path) -> None:
    new, source = tmp_path / "new", _source(tmp_path / "old")
    (source / "_posts" / "2020-01-02-a.md").write_text(POST + "\n![A ship](/ship.png)\n")

    def interrupted(root: Path, *_: object) -> None:
        write(root, {f"{DOWNLOADS}/ship.png": png()})
        raise KeyboardInterrupt

    with patch("site_gen.importing.run_import.run_import", interrupted):
        assert run("import", str(source), "--into", str(new)).returncode == 130
    done = run("import", str(source), "--into", str(new))
    assert done.returncode == 0 and "2 new" in done.stdout
    assert "1 found, 0 missing" in done.stdout


def test_what_others_put_into_a_new_site_stays(tmp_path: Path) -> None:
    def failing(root: Path, *_: object) -> None:
        write(root, {"content/posts/mine.md": POST})
        raise OSError(5, "Input/output error", "export.xml")

    with patch("site_gen.importing.run_import.run_import", failing):
        done = run("import", str(_source(tmp_path / "old")), "--into", str(tmp_path / "new"))
    assert done.returncode == 3 and "export.xml" in done.stderr
    assert [path for path in (tmp_path / "new").rglob("*") if path.is_file()] == [
        tmp_path / "new/content/posts/mine.md"
    ]
