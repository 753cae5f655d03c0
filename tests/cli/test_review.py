"""`site-gen review`: what is unsure is shown, and settled by a word."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.test_ingest import edit
from tests.support import run, run_json, tree, write

WHY = "date: nothing says when it was published, so the date is the file's time, which a copy or a clone changes"
PILOTS = "Title: Pilots of Riga\n\nHarbour pilots in Riga have a new boat.\n\nSubscribe to our newsletter\n"
FERRY = "Title: A ferry in Oslo\n\nEngineers in Oslo tested a ferry without a crew. It crossed the fjord twice.\n"


@pytest.fixture
def unsure(tmp_path: Path) -> Path:
    """Two posts without a date of their own, and one with."""
    root = write(
        tmp_path / "site",
        {
            "site.yaml": "title: A site\nbase_url: https://example.org/\n",
            "seeds/pilots.txt": PILOTS,
            "seeds/ferry.txt": FERRY,
            "seeds/sure.txt": "Title: Sure\nDate: 2026-01-05\n\nA school for divers opened in Bergen.\n",
        },
    )
    run_json("ingest", root=root)
    return root


def lock(site: Path) -> dict[str, Any]:
    seeds: dict[str, Any] = json.loads((site / "seeds.lock").read_text())["seeds"]
    return seeds


def post_of(site: Path, seed: str) -> str:
    return str(lock(site)[f"seeds/{seed}.txt"]["post"])


def slug_of(site: Path, seed: str) -> str:
    return Path(post_of(site, seed)).stem[11:]


def test_each_is_shown_with_its_reasons_and_what_was_cut(unsure: Path) -> None:
    before = tree(unsure)
    done = run("review", root=unsure)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(post_of(unsure, seed) in done.stdout for seed in ("pilots", "ferry"))
    assert post_of(unsure, "sure") not in done.stdout
    assert "? nothing says when it was published, so the date is the file's time" in done.stdout
    assert "line 5: Subscribe to our newsletter (newsletter)" in done.stdout
    assert "2 posts need review.\n  site-gen review --accept POST" in done.stdout
    assert "\x1b" not in done.stdout
    assert run("review", "-q", root=unsure).stdout == ""
    assert tree(unsure) == before


def test_for_programs(unsure: Path) -> None:
    said = run_json("review", root=unsure)
    assert said["unsure"] == 2
    (one,) = (row for row in said["posts"] if row["seed"] == "seeds/pilots.txt")
    assert (one["post"], one["unsure"], one["draft"]) == (post_of(unsure, "pilots"), [WHY], False)
    assert one["url"].endswith(f"/{slug_of(unsure, 'pilots')}/")
    assert (one["other_titles"], one["seed_there"], isinstance(one["other_dates"], list)) == ([], True, True)
    assert {"line": 5, "text": "Subscribe to our newsletter", "rule": "newsletter"} in one["cut"]


@pytest.mark.parametrize("way", ["path", "absolute", "name", "slug", "seed"])
def test_a_post_is_accepted_by_any_of_its_names(way: str, unsure: Path) -> None:
    path, before = post_of(unsure, "pilots"), tree(unsure / "content")
    name = {
        "path": path,
        "absolute": str((unsure / path).absolute()),
        "name": Path(path).stem,
        "slug": slug_of(unsure, "pilots"),
        "seed": "seeds/pilots.txt",
    }[way]
    said = run_json("review", "--accept", name, root=unsure)
    assert said["unsure"] == 1
    assert [(one["post"], one["settled"], one["left"]) for one in said["settled"]] == [(path, [WHY], [])]
    assert "unsure" not in lock(unsure)["seeds/pilots.txt"]
    assert lock(unsure)["seeds/pilots.txt"]["accepted"] == [WHY]
    assert tree(unsure / "content") == before
    assert run_json("ingest", root=unsure)["seeds"]["unsure"] == 1
    assert run_json("ingest", "--again", root=unsure)["seeds"]["unsure"] == 1


def test_several_and_all(unsure: Path) -> None:
    done = run("review", "--accept", "seeds/pilots.txt", slug_of(unsure, "ferry"), root=unsure)
    assert done.stdout == (
        f"{post_of(unsure, 'pilots')}: accepted.\n{post_of(unsure, 'ferry')}: accepted.\nNo post needs review.\n"
    )
    assert run("review", root=unsure).stdout == "No post needs review.\n"
    again = run("review", "--accept", "seeds/pilots.txt", root=unsure)
    assert again.stdout.startswith(f"{post_of(unsure, 'pilots')}: nothing is unsure.")


def test_all_at_once(unsure: Path) -> None:
    said = run_json("review", "--accept-all", root=unsure)
    assert (len(said["settled"]), said["unsure"]) == (2, 0)
    assert run_json("build", "--strict", root=unsure)["seeds"]["unsure"] == 0


def test_an_unknown_post_is_refused_with_the_nearest_one(unsure: Path) -> None:
    done = run("review", "--accept", "seeds/pilot.txt", root=unsure)
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no post 'seeds/pilot.txt'. Did you mean 'seeds/pilots.txt'?" in done.stderr
    assert "List them: site-gen review" in run("review", "zzz", root=unsure).stderr


def test_a_post_written_by_hand_is_none_of_ingests(unsure: Path) -> None:
    write(unsure, {"content/posts/2026-01-05-own.md": "---\ntitle: Own\nslug: my-own\n---\n\nText.\n"})
    for name in ("content/posts/2026-01-05-own.md", "my-own"):
        done = run("review", name, root=unsure)
        assert done.returncode == 2
        assert "content/posts/2026-01-05-own.md was not made by ingest" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--accept",), "Which post?"),
        (("--accept-all", "x"), "--accept-all is for all posts"),
        (("--title", "2"), "for one post"),
        (("--date", "2026-01-01", "a", "b"), "for one post"),
        (("--date", "tomorrow", "seeds/ferry.txt"), "'tomorrow' is not a date."),
        (("--date", "", "seeds/ferry.txt"), "'' is not a date."),
        (("--title", "", "seeds/ferry.txt"), "The headline is empty."),
        (("--title", "3", "seeds/ferry.txt"), "There is no other headline for content/posts/"),
    ],
)
def test_what_is_not_clear_is_refused(arguments: tuple[str, ...], word: str, unsure: Path) -> None:
    before = tree(unsure)
    done = run("review", *arguments, root=unsure)
    assert done.returncode == 2 and word in done.stderr
    assert tree(unsure) == before


def test_a_date_is_chosen(unsure: Path) -> None:
    path = unsure / post_of(unsure, "ferry")
    before, old = path.read_text(), run_json("review", "seeds/ferry.txt", root=unsure)["posts"][0]["url"]
    said = run_json("review", "--date", "14 January 2024", "seeds/ferry.txt", root=unsure)
    assert said["settled"][0]["alias"] == old
    lines = path.read_text().split("\n")
    assert "date: 2024-01-14" in lines and f'aliases: ["{old}"]' in lines
    left = [line for line in lines if not line.startswith(("date:", "aliases:"))]
    assert left == [line for line in before.split("\n") if not line.startswith("date:")]
    assert lock(unsure)["seeds/ferry.txt"]["date_source"] == "editor"
    assert run_json("ingest", root=unsure)["seeds"]["unsure"] == 1
    write(unsure, {"seeds/ferry.txt": FERRY + "It will carry cars from May.\n"})
    assert run_json("ingest", root=unsure)["seeds"] == {
        "new": 0,
        "changed": 1,
        "kept": 2,
        "duplicates": 0,
        "unsure": 1,
    }
    assert "It will carry cars from May." in path.read_text()
    assert "2024-01-14" in path.read_text() and f'aliases: ["{old}"]' in path.read_text()
    built = run_json("build", root=unsure)
    assert built["problems"] == []
    assert (unsure / "output" / old.strip("/") / "index.html").is_file()


def test_a_headline_of_ones_own_outlives_a_change_of_the_seed(unsure: Path) -> None:
    path = unsure / post_of(unsure, "ferry")
    before = path.read_text().split("\n")
    done = run("review", "--title", "A ferry: no crew, no trouble", "seeds/ferry.txt", root=unsure)
    assert "headline 'A ferry: no crew, no trouble'." in done.stdout
    assert f"left: {WHY}" in done.stdout  # a headline says nothing about a date
    now = path.read_text().split("\n")
    assert now[1] == 'title: "A ferry: no crew, no trouble"' and now[2:] == before[2:]
    write(unsure, {"seeds/ferry.txt": FERRY + "It will carry cars from May.\n"})
    assert run_json("ingest", root=unsure)["seeds"]["changed"] == 1
    assert path.read_text().split("\n")[1] == now[1]
    assert "It will carry cars from May." in path.read_text()


def test_an_edited_post_is_changed_in_its_file(unsure: Path) -> None:
    path = unsure / post_of(unsure, "ferry")
    edited = edit(path)
    done = run("review", "--title", "Another", "seeds/ferry.txt", root=unsure)
    assert done.returncode == 2 and "was edited by hand. Make the change there." in done.stderr
    assert "an edit had already settled it." in run("review", "--accept", "seeds/ferry.txt", root=unsure).stdout
    assert path.read_bytes() == edited


def test_a_post_that_is_gone_is_refused(unsure: Path) -> None:
    path = post_of(unsure, "ferry")
    (unsure / path).unlink()
    done = run("review", "--accept", "seeds/ferry.txt", root=unsure)
    assert done.returncode == 2
    assert f"{path} is gone. To make it again: site-gen ingest seeds/ferry.txt" in done.stderr


def test_without_its_seed_there_are_reasons_and_no_alternatives(unsure: Path) -> None:
    (unsure / "seeds/ferry.txt").unlink()
    done = run("review", "seeds/ferry.txt", root=unsure)
    assert "? nothing says when" in done.stdout and "seeds/ferry.txt; it is gone or cannot be read" in done.stdout
    assert run_json("review", "--accept", "seeds/ferry.txt", root=unsure)["unsure"] == 1


def test_a_renamed_post_is_found(unsure: Path) -> None:
    path = unsure / post_of(unsure, "ferry")
    path.rename(path.with_name("ferry.md"))
    assert run_json("review", "--accept", "content/posts/ferry.md", root=unsure)["unsure"] == 1
    assert lock(unsure)["seeds/ferry.txt"]["post"] == "content/posts/ferry.md"


def test_many_are_shortened(unsure: Path) -> None:
    for number in range(10):
        text = " ".join(f"Dock {number} has {(number + 3) * at} cranes of kind {number}." for at in range(1, 9))
        write(unsure, {f"seeds/dock{number}.txt": f"Title: Dock {number}\n\n{text}\n"})
    run_json("ingest", root=unsure)
    done = run("review", root=unsure)
    assert "... and 2 more: name one, or add -v.\n12 posts need review.\n" in done.stdout
    assert done.stdout.count("? nothing says when") == 10
    assert run("review", "-v", root=unsure).stdout.count("? nothing says when") == 12


@pytest.fixture
def held(unsure: Path) -> Path:
    for path in (unsure / "content/posts").glob("*.md"):
        path.unlink()
    (unsure / "seeds.lock").unlink()
    write(unsure, {"site.yaml": "title: A site\nbase_url: https://example.org/\ningest: {unsure: draft}\n"})
    run_json("ingest", root=unsure)
    return unsure


def test_to_accept_a_post_releases_it_and_changes_nothing_else(held: Path) -> None:
    path = held / post_of(held, "ferry")
    before = path.read_text()
    assert "(draft)" in run("review", "seeds/ferry.txt", root=held).stdout
    done = run("review", "--accept", "seeds/ferry.txt", root=held)
    assert "accepted, no longer a draft." in done.stdout
    assert path.read_text() == before.replace("draft: true\n", "")
    assert "held" not in lock(held)["seeds/ferry.txt"]
    # It is as ingest makes it, so its seed may still change it, and it is held back no more.
    write(held, {"seeds/ferry.txt": FERRY + "It will carry cars from May.\n"})
    assert run_json("ingest", root=held)["seeds"]["changed"] == 1
    assert "May" in path.read_text() and "draft:" not in path.read_text()


def test_an_edited_post_is_released_too(held: Path) -> None:
    path = held / post_of(held, "ferry")
    edited = edit(path)
    run_json("ingest", root=held)
    assert path.read_bytes() == edited
    assert run_json("review", "--accept", "seeds/ferry.txt", root=held)["settled"][0]["released"] is True
    assert path.read_bytes() == edited.replace(b"draft: true\n", b"")
    assert run_json("ingest", root=held)["seeds"]["new"] == 0


def test_a_date_releases_a_post_of_which_nothing_else_is_unsure_and_it_needs_no_alias(held: Path) -> None:
    said = run_json("review", "--date", "2024-01-14", "seeds/ferry.txt", root=held)
    assert (said["settled"][0]["released"], said["settled"][0]["alias"]) == (True, "")
    text = (held / post_of(held, "ferry")).read_text()
    assert "aliases" not in text and "draft" not in text and "\ndate: 2024-01-14\n" in text


def test_drafts_of_the_editors_own_are_not_released(held: Path) -> None:
    (held / "seeds.lock").unlink()
    for path in (held / "content/posts").glob("*.md"):
        path.unlink()
    write(held, {"site.yaml": "title: A site\nbase_url: https://example.org/\ningest: {draft: true}\n"})
    run_json("ingest", root=held)
    path = held / post_of(held, "ferry")
    before = path.read_bytes()
    assert run_json("review", "--accept", "seeds/ferry.txt", root=held)["settled"][0]["released"] is False
    assert path.read_bytes() == before and b"draft: true" in before
