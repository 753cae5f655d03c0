from pathlib import Path

import pytest

from site_gen.model.problem import SiteError
from site_gen.storage.manifest import MANIFEST, manifest_of
from site_gen.storage.output import Output
from tests.support import tree, write


def claim(root: Path, name: str = "output") -> Output:
    return Output.claim(root / name, root, name)


def put(output: Output, files: dict[str, bytes]) -> None:
    """A build's steps with the output folder."""
    output.announce(files)
    for path, data in files.items():
        output.stage(path, data)
    output.publish()
    output.settle(frozenset(files))


def test_what_is_published_is_there_and_nothing_else(tmp_path: Path) -> None:
    output = claim(tmp_path)
    put(output, {"index.html": b"a", "tags/x/index.html": b"b"})
    assert {path.name for path in output.folder.iterdir()} == {"index.html", "tags", MANIFEST}
    assert tree(output.folder) == {"index.html": b"a", "tags/x/index.html": b"b"}
    assert claim(tmp_path).owned == {"index.html", "tags/x/index.html"}
    assert output.holds("index.html", b"a") is not None
    assert output.holds("index.html", b"b") is output.holds("tags", b"") is output.holds("index.html/x", b"") is None


def test_only_what_the_program_wrote_is_ever_removed(tmp_path: Path) -> None:
    output = claim(tmp_path)
    put(output, {"a/index.html": b"a", "b/index.html": b"b"})
    write(output.folder, {"a/strangers.txt": "s", "mine.html": "m"})
    again = claim(tmp_path)
    assert again.prune(["a/index.html", "b/index.html", "mine.html", "never.html", "a"]) == 2
    assert tree(output.folder) == {"a/strangers.txt": b"s", "mine.html": b"m"}
    assert not (output.folder / "b").exists()


@pytest.mark.parametrize("beside", ["output-2", "elsewhere"])
def test_nothing_is_removed_behind_a_link_that_leads_out(tmp_path: Path, beside: str) -> None:
    output = claim(tmp_path)
    put(output, {"a/index.html": b"a"})
    (output.folder / "a" / "index.html").unlink()
    (output.folder / "a").rmdir()
    write(tmp_path / beside, {"index.html": "precious"})
    (output.folder / "a").symlink_to(tmp_path / beside, target_is_directory=True)
    assert claim(tmp_path).prune(["a/index.html"]) == 0
    assert (tmp_path / beside / "index.html").read_text() == "precious"


@pytest.mark.parametrize("line", ["../precious", "/etc/passwd", "a/../../precious"])
def test_a_manifest_that_leads_out_is_not_believed(tmp_path: Path, line: str) -> None:
    output = claim(tmp_path)
    put(output, {"index.html": b"a"})
    (output.folder / MANIFEST).write_bytes(manifest_of(["index.html", line]))
    assert claim(tmp_path).owned == {"index.html"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (".", "holds the site's own sources"),
        ("..", "holds the site's own sources"),
        ("/", "holds the site's own sources"),
        ("content", "is the site's own 'content'"),
        ("content/posts/out", "is the site's own 'content'"),
        ("seeds", "is the site's own 'seeds'"),
        (".git", "is the site's own '.git'"),
        ("file", "is a file"),
        ("strange", "holds files that site_gen did not write: precious.txt"),
    ],
)
def test_a_folder_of_others_is_refused_and_left_alone(tmp_path: Path, name: str, said: str) -> None:
    root = tmp_path / "site"
    write(root, {"site.yaml": "", "content/posts/a.md": "", "file": "", "strange/precious.txt": "p"})
    before = tree(tmp_path)
    with pytest.raises(SiteError) as caught:
        claim(root, name)
    assert said in str(caught.value)
    assert tree(tmp_path) == before
    assert not (root / "seeds").exists()


def test_hidden_files_may_be_in_a_new_output_folder(tmp_path: Path) -> None:
    write(tmp_path, {"output/.gitkeep": "", "output/.nojekyll": ""})
    put(claim(tmp_path), {"index.html": b"a"})
    assert set(tree(tmp_path / "output")) == {".gitkeep", ".nojekyll", "index.html"}


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    output = claim(tmp_path)
    output.announce(["index.html"])
    output.stage("index.html", b"half")
    again = claim(tmp_path)
    put(again, {"a.html": b"a"})
    assert {path.name for path in again.folder.iterdir()} == {"a.html", MANIFEST}


def test_a_large_file_is_staged_beside_the_site_and_recognised_in_place(tmp_path: Path) -> None:
    output = claim(tmp_path)
    source = write(tmp_path, {"film.mp4": "film"}) / "film.mp4"
    assert output.holds_copy("media/film.mp4", str(source)) is None
    output.announce(["media/film.mp4"])
    stamp = output.stage_copy("media/film.mp4", str(source))
    assert tree(output.folder) == {}
    output.publish()
    assert tree(output.folder) == {"media/film.mp4": b"film"}
    assert output.holds_copy("media/film.mp4", str(source)) == stamp
    source.write_text("other")
    assert output.holds_copy("media/film.mp4", str(source)) is None
