"""What somebody does to a deployed site by hand, past site_gen, at each kind of target."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import boto3

from tests.deploy.conftest import Desk
from tests.support import tree


class Access(Protocol):
    """Access to a target past site_gen: to read what readers get, and to change it."""

    desk: Desk

    def site(self) -> dict[str, bytes]:
        """Every file that readers get, by path."""

    def put(self, path: str, data: bytes) -> None:
        """Write a file in place, as an editor at the host does."""

    def remove(self, *paths: str) -> None:
        """Remove files."""


class OnDisk:
    """At a folder; `live` is where readers are served from."""

    def __init__(self, desk: Desk, live: Path) -> None:
        self.desk, self.live = desk, live

    def site(self) -> dict[str, bytes]:
        return tree(self.live.resolve())

    def put(self, path: str, data: bytes) -> None:
        place = self.live / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def put_with_its_old_time(self, path: str, data: bytes) -> None:
        before = (self.live / path).stat()
        self.put(path, data)
        os.utime(self.live / path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def remove(self, *paths: str) -> None:
        for path in paths:
            (self.live / path).unlink()


class AtBranch:
    """With a clone of the repository, from which it pushes."""

    def __init__(self, desk: Desk, bare: Path) -> None:
        self.desk, self.bare = desk, bare

    def site(self) -> dict[str, bytes]:
        names = [
            os.fsdecode(name) for name in git(self.bare, "ls-tree", "-rz", "--name-only", "pages").split(b"\0") if name
        ]
        own = (".nojekyll", ".site_gen.json", "CNAME")
        return {name: git(self.bare, "show", f"pages:{name}") for name in names if name not in own}

    def put(self, path: str, data: bytes) -> None:
        (self._clone() / path).write_bytes(data)
        self._push()

    def remove(self, *paths: str) -> None:
        for path in paths:
            (self._clone() / path).unlink()
        self._push()

    def _clone(self) -> Path:
        folder = self.bare.parent / "clone"
        if not folder.is_dir():
            git(self.bare.parent, "clone", "--quiet", "--branch", "pages", str(self.bare), str(folder))
        return folder

    def _push(self) -> None:
        folder = self._clone()
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "-m", "By hand")
        git(folder, "push", "--quiet", "origin", "HEAD:pages")
        subprocess.run(["rm", "-rf", str(folder)], check=True)


class AtBucket:
    """With a client of its own."""

    def __init__(self, desk: Desk, port: int) -> None:
        self.desk = desk
        self.client: Any = boto3.client("s3", endpoint_url=f"http://127.0.0.1:{port}", region_name="us-east-1")

    def site(self) -> dict[str, bytes]:
        names = [one["Key"] for one in self.client.list_objects_v2(Bucket="news").get("Contents", [])]
        return {name: self.read(name) for name in names if not name.startswith(".site_gen/")}

    def read(self, name: str) -> bytes:
        data: bytes = self.client.get_object(Bucket="news", Key=name)["Body"].read()
        return data

    def put(self, path: str, data: bytes) -> None:
        self.client.put_object(Bucket="news", Key=path, Body=data)

    def remove(self, *paths: str) -> None:
        for path in paths:
            self.client.delete_object(Bucket="news", Key=path)


def git(folder: Path, *arguments: str) -> bytes:
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    known = ("git", "-c", "user.name=Desk", "-c", "user.email=desk@news.test", "-c", "init.defaultBranch=main")
    return subprocess.run([*known, *arguments], cwd=folder, capture_output=True, check=True, env=env).stdout


def access_to(kind: str, home: Path, ssh: Sequence[str] = (), port: int = 0, endpoint: str = "") -> Access:
    """A newsroom with a target of that type, and access to what is there."""
    root = home / "site"
    if kind == "folder":
        return OnDisk(Desk(root, type="folder", path=str(home / "www")), home / "www/current")
    if kind == "rsync":
        desk = Desk(root, type="rsync", host="newshost", ssh=ssh, path=str(home / "far www"))
        return OnDisk(desk, home / "far www/current")
    if kind == "rclone":
        return OnDisk(Desk(root, type="rclone", remote=f":local:{home}/far"), home / "far")
    if kind == "git":
        (home / "far.git").mkdir()
        git(home / "far.git", "init", "--quiet", "--bare")
        return AtBranch(Desk(root, type="git", remote=str(home / "far.git"), branch="pages"), home / "far.git")
    return AtBucket(Desk(root, type="s3", bucket="news", endpoint=endpoint, region="us-east-1"), port)
