"""What a site's settings, or its repository, say is never run: names are names, and git runs no program of others."""

import os
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from site_gen.deploy.commit import commit_of
from site_gen.deploy.git import Git
from site_gen.deploy.rclone import Rclone
from site_gen.deploy.rsync import Rsync
from site_gen.deploy.target import Place
from site_gen.model.problem import OutsideError
from site_gen.model.settings import DeployTarget
from site_gen.parsing.settings import read_settings
from tests.support import post, run, write

HOSTILE = (
    "{type: git, remote: '--upload-pack=touch ran'}",
    "{type: git, remote: 'ext::sh -c touch% ran'}",
    "{type: git, remote: origin, branch: '--force'}",
    "{type: rsync, host: '-oProxyCommand=touch ran', path: www}",
    "{type: rsync, host: 'desk@-oProxyCommand=touch ran', path: www}",
    "{type: rsync, host: news.example, path: '-x'}",
    "{type: rclone, remote: '--config=x'}",
    "{type: rclone, remote: ':sftp,ssh=\"touch ran\":x'}",
    "{type: s3, bucket: '-b'}",
    '{type: git, remote: origin, domain: "a\\nb"}',
)


@pytest.mark.parametrize("target", HOSTILE)
def test_a_name_that_would_be_an_option_is_a_problem_of_the_settings(tmp_path: Path, target: str) -> None:
    write(tmp_path, {"site.yaml": f"base_url: https://news.test/\ndeploy:\n  live: {target}\n"})
    done = run("deploy", "live", "--yes", root=tmp_path)
    assert done.returncode == 1 and "site.yaml:" in done.stderr, done.stderr
    assert not list(tmp_path.rglob("ran"))


def place(folder: Path, **settings: str) -> Place:
    chosen = DeployTarget(**settings)  # type: ignore[arg-type]
    (folder / "scratch").mkdir()
    return Place(name="live", settings=chosen, root=folder, state=folder / ".site_gen", scratch=folder / "scratch")


@pytest.mark.parametrize(
    "settings",
    [
        {"type": "git", "remote": "--upload-pack=touch ./ran; false"},
        {"type": "git", "remote": "ext::sh -c touch% ran"},
        {"type": "rsync", "host": "-oProxyCommand=touch ran", "path": "www"},
        {"type": "rclone", "remote": "--log-file=ran"},
    ],
)
def test_past_the_settings_such_a_name_is_still_no_option(tmp_path: Path, settings: dict[str, str]) -> None:
    kinds = {"git": Git, "rsync": Rsync, "rclone": Rclone}
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        with suppress(OutsideError):
            kinds[settings["type"]](place(tmp_path, **settings)).live()  # type: ignore[attr-defined]
    finally:
        os.chdir(before)
    assert not list(tmp_path.rglob("ran"))


def test_a_remote_of_the_repository_is_looked_at_too(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    with (tmp_path / ".git/config").open("a") as file:
        file.write('[remote "origin"]\n\turl = ext::sh -c touch% ran\n')
    with pytest.raises(OutsideError, match="names a program"):
        Git(place(tmp_path, type="git", remote="origin")).live()
    assert not list(tmp_path.rglob("ran"))


def test_a_repository_within_the_site_runs_nothing(tmp_path: Path) -> None:
    """A bare repository among the files of a clone, whose settings name a program (CVE-2022-24765 and its kin)."""
    root = write(tmp_path / "site", {"HEAD": "ref: refs/heads/main\n", "objects/.keep": "", "refs/.keep": ""})
    write(
        root,
        {"config": f'[core]\n\tbare = false\n\tworktree = "{root}"\n\tfsmonitor = "touch {tmp_path}/ran; false"\n'},
    )
    commit_of(root)
    assert not (tmp_path / "ran").exists()


def test_a_repository_of_a_target_that_came_with_the_site_runs_no_hook(tmp_path: Path) -> None:
    for name in ("far", "scratch/repository"):
        subprocess.run(["git", "init", "-q", "--bare", tmp_path / name], check=True)
    hook = write(tmp_path, {"scratch/repository/hooks/pre-push": f"#!/bin/sh\ntouch {tmp_path}/ran\n"})
    (hook / "scratch/repository/hooks/pre-push").chmod(0o755)
    write(tmp_path, {"site/index.html": "x", ".site_gen/x": ""})
    with (tmp_path / "scratch/repository/config").open("a") as file:
        file.write(f'[core]\n\tsshCommand = "touch {tmp_path}/ran"\n\thooksPath = hooks\n')
    chosen = DeployTarget(type="git", remote=str(tmp_path / "far"))
    there = Place(name="live", settings=chosen, root=tmp_path, state=tmp_path, scratch=tmp_path / "scratch")
    target = Git(there)
    assert target.live() is None
    tree = subprocess.run(
        ["git", "--git-dir", tmp_path / "far", "hash-object", "-t", "tree", "-w", "/dev/null"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    target._git("hash-object", "-t", "tree", "-w", "/dev/null")
    commit = target._git("commit-tree", tree, "-m", "x").stdout.decode().strip()
    target._push(commit, "")
    assert not (tmp_path / "ran").exists()


ADDRESSES = (
    "base_url: https://desk:hunter2@news.test/",
    "base_url: https://desk@news.test/",
    'base_url: "https://news.test/\\nevil"',
    'base_url: "https://news.test/a b/"',
    'base_url: "https://ne\\tws.test/"',
    "base_url: https://news.test/\\evil/",
    "publisher: {logo: 'javascript:alert(1)'}",
    "publisher: {logo: 'data:image/png;base64,AAAA'}",
    "publisher: {logo: //evil.test/x.png}",
    'publisher: {logo: "/a b.png"}',
    "publisher: {logo: '/\\evil.test/x.png'}",
    "menu: [{title: A, url: '/\\evil.test/'}]",
    'menu: [{title: A, url: "https://a.test/\\n"}]',
    "permalink: /.git/{slug}/",
    "permalink: /.site_gen-tmp/{slug}/",
    "permalink: /.site_gen.manifest/{slug}/",
    "permalink: /con/{slug}/",
    "permalink: /a./{slug}/",
    "tags: {A: {slug: con}}",
)


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address_that_leads_elsewhere_is_a_problem_with_its_line(text: str) -> None:
    problems = read_settings("site.yaml", f"title: T\n{text}\n".encode()).problems
    assert len(problems) == 1
    assert problems[0].line == 2 and problems[0].hint
    assert "hunter2" not in f"{problems[0]}{problems[0].excerpt}"


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"content/posts/a.md": post("A", aliases=["/.git/config"])}, "content/posts/a.md"),
        ({"content/posts/a.md": post("A", aliases=["/.site_gen-tmp/x/"])}, "content/posts/a.md"),
        ({"content/posts/a.md": post("A", aliases=["/nul"])}, "content/posts/a.md"),
        ({"content/posts/a.md": post("A", aliases=["/a/../b/"])}, "content/posts/a.md"),
        ({"content/posts/a.md": post("A", slug="con")}, "content/posts/a.md"),
        ({"redirects.yaml": "/.git/x: /\n"}, "redirects.yaml"),
        ({"redirects.yaml": "/aux.html: /\n"}, "redirects.yaml"),
        ({"static/con.txt": "x"}, "static/con.txt"),
        ({"static/a./x.txt": "x"}, "static/a./x.txt"),
        ({"static/git~1/x.txt": "x"}, "static/git~1/x.txt"),
        ({"static/a\nb.txt": "x"}, "static/a\nb.txt"),
    ],
)
def test_one_rule_holds_for_every_address_of_a_site(tmp_path: Path, files: dict[str, str], place: str) -> None:
    from site_gen.build import BuildOptions, build
    from site_gen.model.problem import SiteError
    from tests.support import NOON

    root = write(tmp_path, {"site.yaml": "title: T\ntheme: plain\n", "content/posts/b.md": post("B"), **files})
    with pytest.raises(SiteError) as caught:
        build(root, BuildOptions(as_of=NOON, jobs=1))
    assert {problem.path for problem in caught.value.problems} == {place}
