"""One bad file does not stop everything else, and what is in the way is named with its remedy."""

import os
import sys
from pathlib import Path

import pytest

from tests.support import post, run, run_json, tree, write

STORY = "KYIV (Reuters) - The navy said on Monday that frigate {n} would sail to Norway with {n} allied ships.\n"


def site(root: Path) -> Path:
    write(root, {"site.yaml": "title: T\nbase_url: https://example.org/\n"})
    return write(root, {"content/posts/2026-01-05-a.md": post("A")})


def test_an_empty_folder_where_a_file_must_be_makes_room(tmp_path: Path) -> None:
    root = site(tmp_path)
    assert run("build", root=root).returncode == 0
    before = tree(root / "output")
    (root / "output/robots.txt").unlink()
    (root / "output/robots.txt/within").mkdir(parents=True)
    done = run("build", root=root)
    assert done.returncode == 0, done.stderr
    assert tree(root / "output") == before


@pytest.mark.parametrize("build", ["build", "build --clean"])
def test_a_folder_with_files_where_a_file_must_be_is_named(build: str, tmp_path: Path) -> None:
    root = site(tmp_path)
    assert run("build", root=root).returncode == 0
    before = tree(root / "output")
    (root / "output/robots.txt").unlink()
    write(root, {"output/robots.txt/notes/mine.txt": "mine"})
    (wrong,) = run_json(*build.split(), root=root, code=1)["problems"]
    assert wrong["path"] == "output/robots.txt"
    assert "robots.txt/notes/mine.txt" in wrong["what"]
    (root / "output/robots.txt/notes/mine.txt").unlink()
    assert run(*build.split(), root=root).returncode == 0
    assert tree(root / "output") == before


def test_a_file_where_a_folder_must_be_is_named(tmp_path: Path) -> None:
    root = site(tmp_path)
    assert run("build", root=root).returncode == 0
    before = tree(root / "output")
    for path in sorted((root / "output/tags").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (root / "output/tags").rmdir()
    write(root, {"output/tags": "mine"})
    (wrong,) = run_json("build", root=root, code=1)["problems"]
    assert (wrong["path"], wrong["hint"]) == ("output/tags", "Move it out of the output folder, and build again.")
    (root / "output/tags").unlink()
    assert run("build", root=root).returncode == 0
    assert tree(root / "output") == before


def test_a_seed_whose_tag_clashes_stops_no_other(tmp_path: Path) -> None:
    root = site(tmp_path)
    write(root, {"content/posts/2026-01-06-b.md": post("B", tags=["C"], draft=False)})
    for number in range(4):
        head = f"Title: Story {number}\nDate: 2026-02-0{number + 1}\n"
        tags = "Tags: NATO, C++\n" if number == 2 else "Tags: NATO\n"
        write(root, {f"seeds/{number}.txt": head + tags + "\n" + STORY.format(n=number + 3)})
    built = run_json("build", root=root, code=1)
    assert built["seeds"]["new"] == 3
    (wrong,) = built["problems"]
    assert wrong["path"] == "seeds/2.txt"
    assert wrong["what"] == "The tag 'C++' would have the same address as 'C'."
    assert (root / "output/tags/nato/index.html").is_file()
    write(root, {"site.yaml": "title: T\nbase_url: https://example.org/\ntags:\n  C++: {slug: cpp}\n"})
    assert run_json("build", root=root)["seeds"]["new"] == 1


def test_seeds_whose_tags_clash_with_each_other(tmp_path: Path) -> None:
    root = site(tmp_path)
    for number, tag in enumerate(("C", "C++", "c")):
        head = f"Title: Story {number}\nDate: 2026-02-0{number + 1}\nTags: {tag}\n\n"
        write(root, {f"seeds/{number}.txt": head + STORY.format(n=number + 3)})
    built = run_json("build", root=root, code=1)
    assert [one["path"] for one in built["problems"]] == ["seeds/1.txt"]
    assert built["seeds"]["new"] == 2


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system takes no such names")
@pytest.mark.parametrize("folder", ["content/posts", "static", "themes/mine/templates", "seeds"])
def test_a_name_that_is_not_utf8_is_told_with_its_folder(folder: str, tmp_path: Path) -> None:
    root = site(tmp_path)
    write(root, {"site.yaml": "title: T\ntheme: mine\n", "themes/mine/theme.yaml": "parent: broadsheet\n"})
    write(root, {"seeds/good.txt": "Title: Good\nDate: 2026-02-01\n\n" + STORY.format(n=3)})
    (root / folder).mkdir(parents=True, exist_ok=True)
    for name in (b"b\xff.txt", b"b\xff.md"):
        (root / folder / os.fsdecode(name)).write_text("a")
    done = run_json("build", root=root, code=1)
    assert {one["path"] for one in done["problems"]} <= {f"{folder}/b\\xff.txt", f"{folder}/b\\xff.md"}
    assert {one["what"] for one in done["problems"]} == {"The name of this file is not UTF-8 text."}
    if folder == "seeds":
        assert done["seeds"]["new"] == 1
        assert (root / "output/index.html").is_file()


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system takes no such names")
def test_a_site_below_a_folder_whose_name_is_not_utf8(tmp_path: Path) -> None:
    root = site(Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff")))
    (wrong,) = run_json("build", root=root, code=1)["problems"]
    assert wrong["path"].endswith("/b\\xff")
    assert wrong["what"] == "The path of the site's folder is not UTF-8 text."
