"""`site-gen import SOURCE --into DIR` makes the site where there is none."""

from pathlib import Path

from tests.support import run

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
