"""No link of a site leads the builder out of it: nothing there is read, written or deleted."""

from pathlib import Path

import pytest

from site_gen.build import BuildOptions, build
from site_gen.model.problem import SiteError
from tests.attack.links import OUTPUT, SECRET, SOURCES, STATE, USED, planted
from tests.support import NOON, run, tree, write

OPTIONS = BuildOptions(as_of=NOON, jobs=1)


def everything(folder: Path) -> dict[str, bytes]:
    """All files below a folder, hidden ones too."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("kind", [*STATE, *OUTPUT, *SOURCES])
@pytest.mark.parametrize("clean", [False, True], ids=["", "clean"])
def test_a_link_that_leads_out_is_refused_with_its_path(tmp_path: Path, kind: str, clean: bool) -> None:
    root = planted(tmp_path)
    ({**STATE, **OUTPUT, **SOURCES})[kind](root)
    before, own = everything(tmp_path / "victim"), everything(root / "content")
    with pytest.raises(SiteError) as caught:
        build(root, BuildOptions(as_of=NOON, jobs=1, clean=clean))
    assert all(problem.path and problem.what and problem.hint for problem in caught.value.problems)
    assert everything(tmp_path / "victim") == before and everything(root / "content") == own
    assert SECRET not in str(caught.value)
    for path in (root / "output").rglob("*") if not (root / "output").is_symlink() else ():
        if path.is_file() and not path.is_symlink():
            assert SECRET.encode() not in path.read_bytes() and b"PATH=" not in path.read_bytes()


@pytest.mark.parametrize("kind", USED)
def test_a_link_that_stays_inside_is_followed_as_before(tmp_path: Path, kind: str) -> None:
    root = planted(tmp_path)
    USED[kind](root)
    if kind.startswith("output"):
        (root / "public").mkdir()
    assert build(root, OPTIONS).pages
    assert build(root, OPTIONS).written == 0
    assert (root / "output/index.html").is_file()
    if "post" in kind:
        assert (root / "output/2026/01/b/index.html").is_file()


def test_a_site_below_a_link_is_built(tmp_path: Path) -> None:
    root = planted(tmp_path)
    (tmp_path / "here").symlink_to(root)
    assert build(tmp_path / "here", OPTIONS).pages
    assert build(tmp_path / "here", OPTIONS).written == 0
    assert tree(root / "output")


def test_the_command_line_may_name_a_folder_elsewhere(tmp_path: Path) -> None:
    root = planted(tmp_path)
    (tmp_path / "www").mkdir()
    (tmp_path / "public").symlink_to(tmp_path / "www")
    done = run("build", "--output", str(tmp_path / "public"), root=root)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "www/index.html").is_file()


@pytest.mark.parametrize("command", [["ingest"], ["serve", "--port", "0"], ["deploy", "live", "--yes"]])
def test_no_command_follows_a_link_of_the_state_folder(tmp_path: Path, command: list[str]) -> None:
    root = planted(tmp_path)
    settings = (root / "site.yaml").read_text() + "base_url: https://news.test/\n"
    write(root, {"site.yaml": f"{settings}deploy: {{live: {{type: folder, path: ../www}}}}\n", "seeds/a.txt": "Text."})
    STATE["pictures"](root)
    before = everything(tmp_path / "victim")
    if command[0] == "serve":
        from site_gen.preview.preview_site import PreviewSite

        preview_site = PreviewSite(root, "127.0.0.1:8000", lambda: NOON)
        assert not preview_site.refresh(None)
        assert [problem.path for problem in preview_site.problems] == [".site_gen/pictures"]
    else:
        done = run(*command, root=root)
        assert done.returncode == 1 and ".site_gen/pictures" in done.stderr, done.stderr
    assert everything(tmp_path / "victim") == before


def test_a_lock_of_seeds_cannot_name_a_file_elsewhere(tmp_path: Path) -> None:
    root = planted(tmp_path)
    write(root, {"seeds/a.txt": "Navy sails\n\nThe navy sailed on Monday from its port.\n"})
    assert run("ingest", root=root).returncode == 0
    lock = (root / "seeds.lock").read_text()
    post = next((root / "content/posts").glob("*navy*"))
    victim = tmp_path / "victim" / "profile.md"
    victim.write_bytes(post.read_bytes())
    write(root, {"seeds.lock": lock.replace(f"content/posts/{post.name}", "../victim/profile.md")})
    post.unlink()
    write(root, {"seeds/a.txt": "Navy returns\n\nThe navy returned on Tuesday to its port.\n"})
    before = victim.read_bytes()
    done = run("ingest", root=root)
    assert done.returncode == 1 and "seeds.lock" in done.stderr, done.stderr
    assert victim.read_bytes() == before


@pytest.mark.parametrize("name", ["seeds.lock", "content/posts/new.md"])
def test_a_temporary_name_that_is_a_link_is_not_written_through(tmp_path: Path, name: str) -> None:
    from site_gen.storage.files import write_whole
    from site_gen.text.digest import digest

    root = planted(tmp_path)
    path = root / name
    temporary = path.with_name(f".site_gen-{digest(path.name.encode())[:16]}")
    temporary.symlink_to(tmp_path / "victim" / "notes.txt")
    write_whole(path, b"mine")
    assert path.read_bytes() == b"mine" and not temporary.is_symlink()
    assert (tmp_path / "victim" / "notes.txt").read_text() == SECRET


def test_a_folder_that_becomes_a_link_while_it_is_emptied_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The race between a look and a deletion: the link is put in place by the first call that asks for the folder."""
    import os

    from site_gen.storage.output import Output

    root = planted(tmp_path)
    output = Output.claim(root / "output", root, "output")
    output.announce(["d/index.html", "d/notes.txt"])
    output.stage("d/index.html", b"x")
    output.publish()
    output.settle(frozenset(["d/index.html", "d/notes.txt"]))
    victim, real = tmp_path / "victim", os.unlink

    def racing(path: str, *, dir_fd: int | None = None) -> None:
        if (root / "output/d").is_dir() and not (root / "output/d").is_symlink():
            (root / "output/d").rename(root / "moved")
            (root / "output/d").symlink_to(victim)
        real(path, dir_fd=dir_fd)

    monkeypatch.setattr(os, "unlink", racing)
    output.prune(["d/index.html", "d/notes.txt"])
    monkeypatch.undo()
    assert (victim / "index.html").read_text() == (victim / "notes.txt").read_text() == SECRET
