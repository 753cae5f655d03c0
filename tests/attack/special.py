"""What is no regular file, in every place where the site is read from: pipes, sockets, devices, loops, folders."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.support import BARE, post, write

SITE = {
    "site.yaml": "title: Notes\ntheme: mine\n",
    "content/posts/a.md": post("A post", slug="a"),
    "themes/mine/theme.yaml": "parent: plain\n",
    "themes/mine/static/a.js": "let a;",
    **{f"themes/mine/templates/{name}": text for name, text in BARE.items()},
}
PLACES = (
    "site.yaml",
    "redirects.yaml",
    "seeds.lock",
    "seeds/b.txt",
    "seeds/b.yaml",
    "content",
    "content/posts",
    "content/posts/b.md",
    "content/pages/b.md",
    "content/tags/b.md",
    "content/images/b.png",
    "content/posts/b.jpg",
    "static",
    "static/b.txt",
    "static/b.svg",
    "static/deep/b.png",
    "templates/post.html",
    "themes/mine/theme.yaml",
    "themes/mine/templates/extra.html",
    "themes/mine/static/b.css",
    "themes/mine/static/b.js",
)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    """Bound by a short name: a socket's path may have a hundred characters."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _terminal(path: Path) -> None:
    path.symlink_to("/dev/tty")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _folder(path: Path) -> None:
    path.mkdir()


KINDS: dict[str, Callable[[Path], None]] = {
    "pipe": _pipe, "socket": _socket, "device": _device, "terminal": _terminal, "loop": _loop, "folder": _folder,
}  # fmt: skip
# Folders may stand where folders are expected, and among files that are copied as they are.
HARMLESS = {
    ("folder", place)
    for place in ("content", "content/posts", "static", "static/b.txt", "static/b.svg", "static/deep/b.png")
} | {
    ("folder", place)
    for place in (
        "templates/post.html",
        "themes/mine/templates/extra.html",
        "themes/mine/static/b.js",
    )
}


def planted(root: Path, kind: str, place: str) -> Path:
    """A site that builds but for what is planted at a place; its root."""
    write(root, SITE)
    if place == "seeds/b.yaml":
        write(root, {"seeds/b.txt": "Navy sails\n\nThe navy sailed on Monday.\n"})
    path = root / place
    if path.is_dir():
        path.rename(root / "moved")
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    KINDS[kind](path)
    return root
