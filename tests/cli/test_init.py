"""`site-gen init`: a new site builds at once."""

from pathlib import Path

import pytest

from site_gen.cli.init_command import STARTER
from tests.cli.conftest import SEED
from tests.support import run, run_json, write


def test_init_then_build_works(tmp_path: Path) -> None:
    done = run("init", "news", root=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "site-gen build" in done.stdout
    assert {
        path.relative_to(tmp_path / "news").as_posix() for path in (tmp_path / "news").rglob("*") if path.is_file()
    } == set(STARTER.values())
    built = run_json("build", root=tmp_path / "news")
    assert built["problems"] == built["warnings"] == []
    assert "My newsroom" in (tmp_path / "news/output/index.html").read_text()
    assert (tmp_path / "news/output/about/index.html").is_file()


def test_a_seed_dropped_into_a_new_site_is_published(tmp_path: Path) -> None:
    run("init", "news", root=tmp_path)
    write(tmp_path / "news", {"seeds/boat.txt": f"Title: A boat\nDate: 2026-01-05\n\n{SEED}"})
    built = run_json("build", root=tmp_path / "news")
    assert built["seeds"]["new"] == 1
    assert "A boat" in (tmp_path / "news/output/index.html").read_text()


def test_a_site_that_is_there_is_left_alone(site: Path) -> None:
    before = (site / "site.yaml").read_bytes()
    done = run("init", ".", root=site)
    assert done.returncode == 1
    assert done.stderr.startswith("site.yaml: There is a site here already. Name another folder.")
    assert (site / "site.yaml").read_bytes() == before


def test_files_that_are_there_are_kept(tmp_path: Path) -> None:
    write(tmp_path, {"news/content/pages/about.md": "---\ntitle: Mine\n---\n", "news/seeds/a.txt": SEED})
    assert run("init", "news", root=tmp_path).returncode == 0
    assert (tmp_path / "news/content/pages/about.md").read_text() == "---\ntitle: Mine\n---\n"


def test_a_file_is_no_place_for_a_site(tmp_path: Path) -> None:
    write(tmp_path, {"news": "a file"})
    done = run("init", "news", root=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("news: This is a file. Name another folder.")


@pytest.mark.parametrize("folder", ["news", "deep/down/news"])
def test_the_json_names_the_site(folder: str, tmp_path: Path) -> None:
    assert run_json("init", folder, root=tmp_path) == {"site": str(tmp_path / folder)}
    assert (tmp_path / folder / "site.yaml").is_file()
