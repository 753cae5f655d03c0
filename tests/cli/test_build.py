"""`site-gen build` with each of its options."""

import re
from pathlib import Path

import pytest

from tests.support import png, post, run, run_json, tree, write

NOW = ("--as-of", "2026-03-01 11:05")


def test_what_is_held_back_is_said_with_its_reason(site: Path) -> None:
    done = run("build", *NOW, root=site)
    assert done.returncode == 0, done.stderr
    assert [line.strip() for line in done.stdout.splitlines() if line.startswith("  ")] == [
        "held: content/posts/2026-01-06-draft.md (draft)",
        "withdrawn: content/posts/2026-01-07-gone.md (expired)",
        "held until 14:05, in 3 h: content/posts/2026-03-01-later.md (scheduled)",
    ]
    pages = tree(site / "output")
    assert "2026/01/one/index.html" in pages
    for held in (b"A draft", b"Later", b"Gone"):
        assert not [path for path, data in pages.items() if held in data]


def test_drafts_and_future_are_shown_on_request(site: Path) -> None:
    done = run("build", *NOW, "--drafts", "--future", root=site)
    assert "(draft)" not in done.stdout
    assert "(scheduled)" not in done.stdout
    pages = tree(site / "output")
    assert {"2026/01/draft/index.html", "2026/03/later/index.html"} <= pages.keys()
    assert "2026/01/gone/index.html" not in pages


def test_as_of_is_the_clock(site: Path) -> None:
    run("build", "--as-of", "2026-01-20", root=site)
    assert "2026/01/gone/index.html" in tree(site / "output")
    run("build", "--as-of", "1 April 2026 12:00", root=site)
    pages = tree(site / "output")
    assert "2026/03/later/index.html" in pages
    assert "2026/01/gone/index.html" not in pages


def test_the_json_of_a_build(site: Path) -> None:
    built = run_json("build", *NOW, root=site)
    assert {"pages", "written", "unchanged", "removed", "seeds", "seconds", "problems"} <= built.keys()
    assert built["seeds"] == {"new": 0, "changed": 0, "kept": 0, "duplicates": 0, "unsure": 0}
    assert built["problems"] == []
    assert "reasons" not in built
    assert built["written"] == len(tree(site / "output"))
    assert all(seconds >= 0 for seconds in built["seconds"].values())
    assert [(held["path"], held["reason"]) for held in built["held"]] == [
        ("content/posts/2026-01-06-draft.md", "draft"),
        ("content/posts/2026-01-07-gone.md", "expired"),
        ("content/posts/2026-03-01-later.md", "scheduled"),
    ]
    again = run_json("build", *NOW, root=site)
    assert (again["written"], again["removed"], again["unchanged"]) == (0, 0, built["written"])


def test_the_json_of_a_broken_site(site: Path) -> None:
    write(site, {"content/posts/2026-01-05-one.md": "---\ntitel: One\n---\n"})
    said = run_json("build", root=site, code=1)
    assert [list(problem) for problem in said["problems"]] == [["path", "line", "column", "what", "hint", "excerpt"]]
    assert said["problems"][0] == {
        "path": "content/posts/2026-01-05-one.md",
        "line": 2,
        "column": 1,
        "what": "Unknown key 'titel'.",
        "hint": "Did you mean 'title'?",
        "excerpt": "titel: One",
    }


def test_a_broken_site_leaves_the_old_one_whole(site: Path) -> None:
    run("build", *NOW, root=site)
    before = tree(site / "output")
    write(site, {"content/posts/2026-01-08-bad.md": "no front matter"})
    assert run("build", *NOW, root=site).returncode == 1
    assert tree(site / "output") == before


def test_explain_says_why(site: Path) -> None:
    first = run("build", *NOW, "--explain", root=site)
    assert re.search(r"all \d+ pages made: there is no earlier build\.", first.stdout)
    assert "Nothing had to be made." in run("build", *NOW, "--explain", root=site).stdout
    write(site, {"content/posts/2026-01-05-one.md": post("One", body="Another text.\n", tags=["NATO"])})
    again = run_json("build", *NOW, "--explain", root=site)
    reasons = {reason["url"]: reason["reasons"] for reason in again["reasons"]}
    assert "its text changed" in reasons["/2026/01/one/"]
    assert all(reasons.values())


def test_verify_compares_with_a_clean_build(site: Path) -> None:
    done = run("build", *NOW, "--verify", root=site)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Verified: every file is the same as in a clean build." in done.stdout


def test_strict_fails_on_warnings(site: Path) -> None:
    write(site, {"content/tags/nobody.md": "---\nsummary: Of no use.\n---\n"})
    lax = run("build", *NOW, root=site)
    assert lax.returncode == 0
    assert "content/tags/nobody.md: No published post has a tag with the slug 'nobody'." in lax.stderr
    assert run("build", *NOW, "--strict", root=site).returncode == 1
    assert run_json("build", *NOW, root=site)["warnings"][0]["path"] == "content/tags/nobody.md"


def test_output_may_lie_elsewhere(site: Path, tmp_path: Path) -> None:
    built = run_json("build", *NOW, "--output", str(tmp_path / "public"), root=site)
    assert built["output"] == str(tmp_path / "public")
    assert (tmp_path / "public" / "index.html").is_file()
    assert not (site / "output").exists()


def test_base_url_is_replaced(site: Path) -> None:
    run("build", *NOW, "--base-url", "https://news.example.com/desk/", root=site)
    pages = tree(site / "output")
    assert b"https://news.example.com/desk/2026/01/one/" in pages["sitemap.xml"]
    assert b'href="/desk/2026/01/one/"' in pages["index.html"]
    assert not [path for path, data in pages.items() if b"https://example.org/" in data]


def test_clean_renders_every_page_again(site: Path) -> None:
    first = run_json("build", *NOW, "--explain", root=site)
    again = run_json("build", *NOW, "--clean", "--explain", root=site)
    assert len(again["reasons"]) == len(first["reasons"]) == first["pages"]
    assert again["written"] == 0


def test_jobs_change_nothing(site: Path) -> None:
    days = range(1, 29)
    write(site, {f"content/posts/2026-02-{day:02}-{day}.md": post(f"Day {day}", f"2026-02-{day:02}") for day in days})
    run("build", *NOW, "--jobs", "1", root=site)
    one = tree(site / "output")
    built = run_json("build", *NOW, "--clean", "--jobs", "3", root=site)
    assert tree(site / "output") == one
    assert built["written"] == 0


def test_seeds_are_taken_in_first(seeded: Path) -> None:
    built = run_json("build", root=seeded)
    assert built["seeds"] == {"new": 1, "changed": 0, "kept": 0, "duplicates": 0, "unsure": 0}
    assert (seeded / "output/2026/01").is_dir()
    assert run_json("build", root=seeded)["seeds"] == {"new": 0, "changed": 0, "kept": 1, "duplicates": 0, "unsure": 0}


def test_a_seed_that_cannot_be_read_does_not_keep_the_rest_back(seeded: Path) -> None:
    write(seeded, {"seeds/bad.txt": "Title: Bad\nDate: someday\n\nText enough for a post of its own, perhaps.\n"})
    done = run("build", root=seeded)
    assert done.returncode == 1
    assert "seeds/boat.txt -> content/posts/" in done.stdout
    assert done.stderr.startswith("Some seeds could not be ingested:\nseeds/bad.txt:2:7: 'someday' is not a date.")
    assert (seeded / "output/index.html").is_file()


def with_picture(site: Path) -> Path:
    image = {"src": "ship.png", "alt": "A ship", "credit": "Navy"}
    text = post("A ship", "2026-01-08T09:00:00+00:00", image=image)
    return write(site, {"content/posts/ship.png": png(700, 500), "content/posts/2026-01-08-ship.md": text})


def test_pictures_later_are_announced_until_they_are_made(site: Path) -> None:
    with_picture(site)
    done = run("build", *NOW, "--pictures", "later", root=site)
    assert "1 picture is shown as it came, without metadata: 'site-gen build --pictures only' makes" in done.stdout
    assert run_json("build", *NOW, "--pictures", "later", root=site)["pictures_pending"] == ["content/posts/ship.png"]
    assert not list((site / "output/pictures").glob("*.avif"))
    before = tree(site / "output")
    filled = run_json("build", *NOW, "--pictures", "only", root=site)
    assert filled["pictures"] > 5 and tree(site / "output") == before
    built = run_json("build", *NOW, "--pictures", "later", root=site)
    assert built["pictures_pending"] == []
    assert list((site / "output/pictures").glob("*.avif"))
    assert run_json("build", *NOW, "--pictures", "only", root=site)["pictures"] == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("later", "--verify"), "leaves pictures for another build, so --verify cannot"),
        (("later", "--shard", "1/2"), "leaves pictures for another build, so --shard cannot"),
        (("only", "--output", "x"), "builds no site, so --output cannot"),
        (("only", "--record"), "builds no site, so --record cannot"),
    ],
)
def test_pictures_later_go_with_no_finished_site(site: Path, words: tuple[str, ...], told: str) -> None:
    done = run("build", "--pictures", *words, root=site)
    assert (done.returncode, told in done.stderr) == (2, True)
