"""`site-gen ingest` with each of its options: seeds change, posts are edited, and nothing written by hand is lost."""

import json
from pathlib import Path

import pytest

from site_gen.text.digest import digest
from tests.cli.conftest import SEED
from tests.support import run, run_json, tree, write


def the_post(site: Path) -> Path:
    return next((site / "content/posts").glob("*.md"))


def seeds(said: dict[str, dict[str, int]]) -> tuple[int, int, int]:
    return said["seeds"]["new"], said["seeds"]["changed"], said["seeds"]["kept"]


@pytest.fixture
def edited(seeded: Path) -> Path:
    """The post was edited by hand, and then its seed changed."""
    run_json("ingest", root=seeded)
    path = the_post(seeded)
    path.write_bytes(path.read_bytes() + b"\nBy hand.\n")
    write(seeded, {"seeds/boat.txt": f"Title: A boat\nDate: 2026-01-05\n\n{SEED}\nIt came back on Sunday.\n"})
    return seeded


def test_the_same_seeds_give_no_change(seeded: Path) -> None:
    said = run_json("ingest", root=seeded)
    assert seeds(said) == (1, 0, 0)
    assert said["posts"] == [{"seed": "seeds/boat.txt", "post": the_post(seeded).relative_to(seeded).as_posix()}]
    before = tree(seeded)
    assert seeds(run_json("ingest", root=seeded)) == (0, 0, 1)
    assert tree(seeded) == before


def test_a_changed_seed_updates_a_post_that_nobody_touched(seeded: Path) -> None:
    run_json("ingest", root=seeded)
    write(seeded, {"seeds/boat.txt": f"Title: A boat\nDate: 2026-01-05\n\n{SEED}\nIt came back on Sunday.\n"})
    assert seeds(run_json("ingest", root=seeded)) == (0, 1, 0)
    assert "It came back on Sunday." in the_post(seeded).read_text()


def test_an_edited_post_is_left_alone_and_both_choices_are_shown(edited: Path) -> None:
    before = the_post(edited).read_bytes()
    done = run("ingest", root=edited)
    assert done.returncode == 0
    assert "seeds/boat.txt: The seed changed, but its post content/posts/" in done.stderr
    assert "site-gen ingest --keep seeds/boat.txt" in done.stderr
    assert "site-gen ingest --take seeds/boat.txt" in done.stderr
    assert the_post(edited).read_bytes() == before


def test_keep_settles_it_for_the_post(edited: Path) -> None:
    before = the_post(edited).read_bytes()
    assert run_json("ingest", "--keep", "seeds/boat.txt", root=edited)["warnings"] == []
    again = run_json("ingest", root=edited)
    assert (seeds(again), again["warnings"]) == ((0, 0, 1), [])
    assert the_post(edited).read_bytes() == before


def test_take_settles_it_for_the_seed_and_saves_the_post(edited: Path) -> None:
    before, path = the_post(edited).read_bytes(), the_post(edited)
    assert seeds(run_json("ingest", "--take", "seeds/boat.txt", root=edited)) == (0, 1, 0)
    assert "It came back on Sunday." in path.read_text()
    assert path.with_name(f"{path.name}.bak").read_bytes() == before


def test_again_makes_only_untouched_posts_again(seeded: Path) -> None:
    run_json("ingest", root=seeded)
    path, lock = the_post(seeded), seeded / "seeds.lock"
    fresh = path.read_bytes()
    stale = fresh.replace(b"patrol boat", b"boat")
    path.write_bytes(stale)  # as other rules made it
    lock.write_text(lock.read_text().replace(digest(fresh), digest(stale)))
    assert seeds(run_json("ingest", root=seeded)) == (0, 0, 1)
    assert path.read_bytes() == stale
    assert seeds(run_json("ingest", "--again", root=seeded)) == (0, 1, 0)
    assert path.read_bytes() == fresh
    path.write_bytes(fresh + b"\nBy hand.\n")
    assert seeds(run_json("ingest", "--again", root=seeded)) == (0, 0, 1)
    assert path.read_bytes() == fresh + b"\nBy hand.\n"


def test_a_removed_seed_removes_nothing(seeded: Path) -> None:
    run_json("ingest", root=seeded)
    path = the_post(seeded)
    (seeded / "seeds/boat.txt").unlink()
    run_json("ingest", root=seeded)
    assert path.is_file()


def test_a_removed_post_is_not_made_again_unless_its_seed_is_named(seeded: Path) -> None:
    run_json("ingest", root=seeded)
    the_post(seeded).unlink()
    run_json("ingest", root=seeded)
    assert not list((seeded / "content/posts").glob("*.md"))
    run_json("ingest", "seeds/boat.txt", root=seeded)
    assert the_post(seeded).is_file()


def test_a_seed_that_says_the_same_gets_no_post(seeded: Path) -> None:
    write(seeded, {"seeds/copy.txt": (seeded / "seeds/boat.txt").read_bytes()})
    said = run_json("ingest", root=seeded)
    assert (seeds(said), said["seeds"]["duplicates"]) == ((1, 0, 0), 1)


def test_a_dry_run_reports_everything_and_writes_nothing(seeded: Path) -> None:
    before = tree(seeded)
    said = run_json("ingest", "--dry-run", root=seeded)
    assert [(one["seed"], one["title"], one["date_source"]) for one in said["posts"]] == [
        ("seeds/boat.txt", "A boat", "header")
    ]
    done = run("ingest", "--dry-run", root=seeded)
    assert (done.returncode, done.stderr) == (0, "")
    assert "because:" in done.stdout
    assert tree(seeded) == before
    assert not (seeded / "content").exists()


def test_a_dry_run_of_many_is_a_table(seeded: Path) -> None:
    others = "Copenhagen ferries", "Swedish rail works", "Icelandic harbours"
    for number, what in enumerate(others):
        body = " ".join(f"{what} matter for reason {count * (number + 7)}." for count in range(1, 30))
        write(seeded, {f"seeds/{number}.txt": f"Title: {what}\nDate: 2026-01-0{number + 1}\n\n{body}\n"})
    done = run("ingest", "--dry-run", root=seeded)
    assert "4 seeds. Add -v" in done.stdout
    assert all(what in done.stdout for what in others)
    assert run("ingest", "--dry-run", "-q", root=seeded).stdout == ""


def test_a_dry_run_needs_no_site(seeded: Path, tmp_path: Path) -> None:
    said = run_json("ingest", "--dry-run", str(seeded / "seeds/boat.txt"), root=tmp_path)
    assert [one["title"] for one in said["posts"]] == ["A boat"]


def test_seeds_from_elsewhere_are_refused(seeded: Path, tmp_path: Path) -> None:
    outside = write(tmp_path, {"elsewhere.txt": SEED}) / "elsewhere.txt"
    done = run("ingest", str(outside), root=seeded)
    assert done.returncode == 1
    assert "This file is not below seeds/." in done.stderr
    assert not (seeded / "content").exists()


def test_a_name_that_is_none_is_said(seeded: Path) -> None:
    done = run("ingest", "seeds/boot.txt", root=seeded)
    assert done.returncode == 1
    assert done.stderr.startswith("seeds/boot.txt: There is no such seed")


def test_take_and_keep_exclude_each_other(seeded: Path) -> None:
    assert run("ingest", "--take", "--keep", root=seeded).returncode == 2


def test_the_lock_is_one_line_a_seed(seeded: Path) -> None:
    run_json("ingest", root=seeded)
    lock = (seeded / "seeds.lock").read_text()
    assert list(json.loads(lock)["seeds"]) == ["seeds/boat.txt"]
    assert len(lock.splitlines()) == 3


@pytest.mark.parametrize("command", ["ingest", "build"])
def test_files_among_the_seeds_that_are_not_taken_in_are_named(seeded: Path, command: str) -> None:
    write(seeded, {f"seeds/{number}.xlsx": b"d" for number in range(5)} | {"seeds/map.png": b"p"})
    said = run_json(command, root=seeded)
    assert {one["path"] for one in said["ignored"]} == {*(f"seeds/{n}.xlsx" for n in range(5)), "seeds/map.png"}
    assert {one["why"] for one in said["ignored"]} == {"This file is not ingested: seeds do not have this form."}
    told = run(command, root=seeded).stderr
    assert "seeds: 5 files are not ingested (0.xlsx, 1.xlsx, 2.xlsx and 2 more)." in told
    assert "seeds/map.png: This file is not ingested: seeds do not have this form. Pictures belong in" in told


def test_a_dry_run_names_them_too(seeded: Path) -> None:
    write(seeded, {"seeds/map.png": b"p"})
    said = run_json("ingest", "--dry-run", root=seeded)
    assert said["ignored"] == [
        {
            "path": "seeds/map.png",
            "why": "This file is not ingested: seeds do not have this form.",
            "hint": "Pictures belong in content/images/.",
        }
    ]
