"""`site-gen init`: a new site builds at once."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.cli.init_command import PIPELINES, STARTER
from tests.cli.conftest import SEED
from tests.support import run, run_json, write

SOURCE = ("--install-from", "git+https://git.example.org/site_gen.git@v0.1.0")


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
    assert done.stderr.startswith("site.yaml: There is already a site here. Name another folder.")
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
    said = run_json("init", folder, root=tmp_path)
    assert said == {"site": str(tmp_path / folder), "written": list(STARTER.values())}
    assert (tmp_path / folder / "site.yaml").is_file()


@pytest.mark.parametrize("host", PIPELINES)
def test_a_pipeline_comes_with_a_new_site_or_into_one_that_is_there(tmp_path: Path, host: str) -> None:
    assert run("init", "news", "--ci", host, *SOURCE, root=tmp_path).returncode == 0
    paths = list(PIPELINES[host].values())
    assert all((tmp_path / "news" / path).is_file() for path in [*paths, "site.yaml"])
    again = run("init", "--ci", host, root=tmp_path / "news")
    assert again.returncode == 0 and "is already there" in again.stdout
    write(tmp_path / "news", {paths[0]: "# our own\n"})
    refused = run("init", "--ci", host, root=tmp_path / "news")
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"{paths[0]}: There is another file of this name.")
    assert not (tmp_path / "wheels").exists()
    assert (tmp_path / "news" / paths[0]).read_text() == "# our own\n"


def test_a_folder_must_be_named_for_a_new_site(tmp_path: Path) -> None:
    assert "Name a folder" in run("init", root=tmp_path).stderr


def steps(root: Path, host: str) -> list[str]:
    """The shell lines of a pipeline, but for the one that installs."""
    path = root / next(iter(PIPELINES[host].values()))
    if host == "netlify":
        return [tomllib.loads(path.read_text())["build"]["command"].partition(" && ")[2]]
    read: dict[Any, Any] = yaml.safe_load(path.read_text())
    if host == "gitlab":
        lines = list(read["pages"]["script"])
    else:
        assert read["permissions"]["contents"] == "read" and read[True]["schedule"]  # YAML 1.1 reads `on` as true
        lines = [step["run"] for step in read["jobs"]["publish"]["steps"] if "run" in step]
    return [line for line in lines if "pip install" not in line]


def kept_between_runs(root: Path, host: str) -> list[str]:
    """The folders that a pipeline's cache keeps."""
    if host == "netlify":
        return []
    read: dict[Any, Any] = yaml.safe_load((root / next(iter(PIPELINES[host].values()))).read_text())
    if host == "gitlab":
        return list(read["pages"]["cache"]["paths"])
    (cache,) = (step for step in read["jobs"]["publish"]["steps"] if "cache" in step.get("uses", ""))
    return list(cache["with"]["path"].split())


class Runner:
    """What runs a pipeline: a checkout and a home of its own for each run, and a cache between them."""

    def __init__(self, root: Path, place: Path, host: str) -> None:
        self.root, self.place, self.host, self.runs = root, place, host, 0
        self.git("init", "-q", "-b", "main")
        self.commit()
        write(place, {"bin/site-gen": f'#!/bin/sh\nexec {sys.executable} -m site_gen "$@"\n'})
        (place / "bin/site-gen").chmod(0o755)

    def git(self, *words: str) -> None:
        named = ("-c", "user.name=D", "-c", "user.email=d@example.org")
        subprocess.run(["git", *named, *words], cwd=self.root, check=True, capture_output=True)

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Site")

    def run(self) -> tuple[int, str, str]:
        """Exit code, output, and what was recorded for later steps."""
        self.runs += 1
        checkout, before = self.place / f"run-{self.runs}", self.place / f"run-{self.runs - 1}"
        subprocess.run(["git", "clone", "-q", str(self.root), str(checkout)], check=True)
        home, home_before = self.place / f"home-{self.runs}", self.place / f"home-{self.runs - 1}"
        home.mkdir()
        for path in kept_between_runs(self.root, self.host):
            kept = path.removeprefix("~/")
            old, new = (before, checkout) if kept == path else (home_before, home)
            if (old / kept).exists():
                shutil.copytree(old / kept, new / kept)
        noted = self.place / f"noted-{self.runs}"
        noted.touch()
        path = f"{self.place / 'bin'}:{os.environ['PATH']}"
        cache = checkout / ".cache" if self.host == "gitlab" else home / ".cache"
        env = os.environ | {"PATH": path, "GITHUB_OUTPUT": str(noted), "PYTHONPATH": str(Path.cwd())}
        env |= {"HOME": str(home), "XDG_CACHE_HOME": str(cache)}
        said = ""
        for line in steps(self.root, self.host):
            done = subprocess.run(["bash", "-e", "-c", line], cwd=checkout, env=env, capture_output=True, text=True)
            said += done.stdout + done.stderr
            if done.returncode:
                return done.returncode, said, noted.read_text()
        return 0, said, noted.read_text()


@pytest.mark.servers
@pytest.mark.parametrize("host", PIPELINES)
def test_a_pipeline_builds_reports_changes_and_refuses_what_nobody_has_seen(tmp_path: Path, host: str) -> None:
    run("init", "news", "--ci", host, *SOURCE, root=tmp_path)
    root = tmp_path / "news"
    front = {"title": "A story", "date": "2026-01-05T09:00:00+00:00"}
    write(root, {"content/posts/a.md": f"---\n{json.dumps(front)}\n---\n\nText.\n"})
    runner = Runner(root, tmp_path / "place", host)
    code, said, noted = runner.run()
    assert code == 0, said
    output = tmp_path / "place/run-1" / ("public" if host == "gitlab" else "output")
    assert "A story" in (output / "index.html").read_text()
    if host != "netlify":
        _, said, again = runner.run()
        assert (noted, again) in (("changed=true\n", "changed=false\n"), ("", ""))
        assert json.loads((tmp_path / "place/run-2/built.json").read_text())["written"] == 0
        keys = [path.read_bytes() for path in (tmp_path / "place").glob("**/site-gen/state-key")]
        assert len(keys) == 2 and keys[0] == keys[1], "ledger and caches of another key are not used"
    write(root, {"content/posts/a.md": "---\ntitle: [\n---\n"})
    runner.commit()
    assert runner.run()[0] != 0
    sure = f"Title: A boat\nDate: 2026-01-05\n\n{SEED}"
    write(root, {"content/posts/a.md": f"---\n{json.dumps(front)}\n---\n\nText.\n", "seeds/boat.txt": sure})
    runner.commit()
    code, said, _ = runner.run()
    assert host == "netlify" or (code != 0 and "commit content/ and seeds.lock" in said)
    write(root, {"seeds/boat.txt": f"Title: A boat\n\n{SEED}"})
    runner.commit()
    code, said, _ = runner.run()
    assert code != 0 and "Ingest is unsure: date: nothing says when" in said
