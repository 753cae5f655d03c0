"""What ingest, build and list say of posts that ingest is unsure of, and where that counts."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.support import run, run_json, tree, write

WHY = "date: nothing says when it was published, so the date is the file's time, which a copy or a clone changes"
TEXT = "Title: Pilots of Riga\n\nHarbour pilots in Riga have a new boat. It is small and quick.\n"


@pytest.fixture
def undated(seeded: Path) -> Path:
    return write(seeded, {"seeds/undated.txt": TEXT})


def the_post(site: Path, part: str = "riga") -> Path:
    (found,) = (path for path in (site / "content/posts").glob("*.md") if part in path.name)
    return found


def lock(site: Path) -> dict[str, Any]:
    seeds: dict[str, Any] = json.loads((site / "seeds.lock").read_text())["seeds"]
    return seeds


def test_a_dry_run_reports_what_it_is_unsure_of(undated: Path) -> None:
    said = run_json("ingest", "--dry-run", root=undated)
    assert {one["seed"]: one["unsure"] for one in said["posts"]} == {"seeds/boat.txt": [], "seeds/undated.txt": [WHY]}
    assert all(isinstance(one[name], list) for one in said["posts"] for name in ("other_titles", "other_dates"))
    done = run("ingest", "--dry-run", root=undated)
    assert f"unsure    {WHY}" in done.stdout and "1 of these would need review." in done.stdout
    assert run("ingest", "--dry-run", "--strict", root=undated).returncode == 1


@pytest.mark.parametrize("command", ["ingest", "build"])
def test_it_is_said_counted_and_a_problem_where_one_is_strict(command: str, undated: Path) -> None:
    done = run(command, root=undated)
    assert "1 post needs review: site-gen review\n" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")
    said = run_json(command, root=undated)
    assert (said["seeds"]["unsure"], said["problems"]) == (1, [])
    strict = run(command, "--strict", "-q", root=undated)
    path = the_post(undated).relative_to(undated).as_posix()
    assert (strict.returncode, strict.stdout) == (1, "")
    assert strict.stderr == f"{path}: Ingest is unsure: {WHY}. Settle it: edit the post, or site-gen review.\n"
    assert [one["path"] for one in run_json(command, "--strict", root=undated, code=1)["problems"]] == [path]


@pytest.mark.parametrize("command", ["ingest", "build"])
def test_where_nothing_is_unsure_nothing_is_said(command: str, seeded: Path) -> None:
    run("ingest", root=seeded)
    assert "a look" not in run(command, root=seeded).stdout
    assert run_json(command, "--strict", root=seeded)["seeds"]["unsure"] == 0


def test_a_clone_knows_it_and_knows_an_edit(undated: Path, tmp_path: Path) -> None:
    said = run_json("ingest", root=undated)
    assert said["unsure"] == [{"post": the_post(undated).relative_to(undated).as_posix(), "unsure": [WHY]}]
    assert lock(undated)["seeds/undated.txt"]["unsure"] == [WHY]
    assert "unsure" not in lock(undated)["seeds/boat.txt"]
    clone = tmp_path / "clone"
    shutil.copytree(undated, clone, ignore=shutil.ignore_patterns(".site_gen", "output"), copy_function=shutil.copy)
    assert run_json("ingest", root=clone)["seeds"] == {"new": 0, "changed": 0, "kept": 2, "duplicates": 0, "unsure": 1}
    assert tree(clone)["seeds.lock"] == tree(undated)["seeds.lock"]


def test_an_edit_settles_it(undated: Path) -> None:
    run("ingest", root=undated)
    path = the_post(undated)
    path.write_text(path.read_text().replace("small", "very small"))
    assert run_json("list", "--unsure", root=undated)["posts"] == []
    assert run_json("ingest", "--strict", root=undated)["seeds"]["unsure"] == 0
    assert "unsure" not in lock(undated)["seeds/undated.txt"]


def test_a_post_that_was_removed_wants_no_look(undated: Path) -> None:
    run("ingest", root=undated)
    the_post(undated).unlink()
    assert run_json("build", "--strict", root=undated)["seeds"]["unsure"] == 0
    assert "unsure" not in lock(undated)["seeds/undated.txt"]


def test_a_post_that_was_renamed_is_the_same(undated: Path) -> None:
    run("ingest", root=undated)
    path = the_post(undated)
    path.rename(path.with_name("pilots.md"))
    assert [row["path"] for row in run_json("list", "--unsure", root=undated)["posts"]] == ["content/posts/pilots.md"]
    assert run_json("ingest", root=undated)["unsure"] == [{"post": "content/posts/pilots.md", "unsure": [WHY]}]
    assert lock(undated)["seeds/undated.txt"]["post"] == "content/posts/pilots.md"


def test_where_all_seeds_are_gone_their_posts_still_want_a_look(undated: Path) -> None:
    run("ingest", root=undated)
    shutil.rmtree(undated / "seeds")
    assert run_json("ingest", root=undated)["seeds"]["unsure"] == 1


def test_a_lost_lock_is_found_out_again(undated: Path) -> None:
    run("ingest", root=undated)
    before = tree(undated)
    (undated / "seeds.lock").unlink()
    assert run_json("ingest", root=undated)["seeds"]["unsure"] == 1
    assert tree(undated) == before


def test_posts_of_an_older_lock_are_checked_again_on_request(undated: Path) -> None:
    run("ingest", root=undated)
    now = (undated / "seeds.lock").read_text()
    (undated / "seeds.lock").write_text(now.replace(f',"unsure":["{WHY}"]', ""))
    assert run_json("ingest", root=undated)["seeds"]["unsure"] == 0
    assert run_json("ingest", "--again", root=undated)["seeds"] == {
        "new": 0,
        "changed": 0,
        "kept": 2,
        "duplicates": 0,
        "unsure": 1,
    }
    assert (undated / "seeds.lock").read_text() == now


def test_such_posts_may_be_held_back(undated: Path) -> None:
    write(undated, {"site.yaml": "title: A site\ningest: {unsure: draft}\n"})
    run("ingest", root=undated)
    assert "\ndraft: true\n" in the_post(undated).read_text()
    assert "draft:" not in the_post(undated, "05-a-boat").read_text()
    assert lock(undated)["seeds/undated.txt"]["held"] is True
    write(undated, {"site.yaml": "title: A site\n"})
    assert run_json("ingest", "--again", root=undated)["seeds"]["changed"] == 1
    assert "draft:" not in the_post(undated).read_text()
    assert "held" not in lock(undated)["seeds/undated.txt"]


def test_a_list_shows_them(undated: Path) -> None:
    run("ingest", root=undated)
    assert [row["unsure"] for row in run_json("list", "--unsure", root=undated)["posts"]] == [[WHY]]
    assert len(run_json("list", root=undated)["posts"]) == 2
    assert f"? {WHY}\n" in run("list", root=undated).stdout
