"""`site-gen join`, and `site-gen build --shard`."""

from pathlib import Path

import pytest

from tests.support import run, run_json, tree

NOW = ("--as-of", "2026-03-01 11:05")


def test_shards_are_built_and_joined(site: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        done = run("build", "--shard", f"{number}/2", *NOW, root=site)
        assert done.returncode == 0, done.stderr
    shards = [str(site / f"shards/{number}-of-2") for number in (1, 2)]
    told = run_json("join", *shards, "--output", str(tmp_path / "www"), root=tmp_path)
    assert (told["shards"], told["problems"]) == (2, [])
    run("build", *NOW, "--output", str(tmp_path / "whole"), root=site)
    assert tree(tmp_path / "www") == tree(tmp_path / "whole")
    assert told["written"] == told["files"] == len(tree(tmp_path / "www"))
    done = run("join", *shards, root=tmp_path)
    assert "Joined 2 shards:" in done.stdout
    assert tree(tmp_path / "output") == tree(tmp_path / "whole"), "without a site.yaml, the folder is output/"


def test_a_missing_shard_is_said_and_nothing_is_written(site: Path, tmp_path: Path) -> None:
    run("build", "--shard", "1/2", *NOW, root=site)
    done = run("join", str(site / "shards/1-of-2"), root=tmp_path)
    assert done.returncode == 1
    assert "Of 2 shards, 1 is missing: 2/2. Build each, and name the folders of all." in done.stderr
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--shard", "9/8"), "'9/8' is not a part of a whole. Write 3/8 for the third of eight"),
        (("--shard", "1/2", "--verify"), "--verify is for a whole site: build without --shard."),
        (("--shard", "1/2", "--record"), "--record is for a whole site: build without --shard."),
    ],
)
def test_what_a_shard_cannot_do_is_wrong_usage(site: Path, words: tuple[str, ...], told: str) -> None:
    done = run("build", *words, root=site)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.split())
