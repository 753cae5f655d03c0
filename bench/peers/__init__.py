"""The generators that are measured, behind one protocol: a folder each, with the skeleton of its site."""

import os
import shutil
from pathlib import Path
from typing import Protocol


class Peer(Protocol):
    """A generator: how it is installed, and how it builds a folder of posts."""

    @property
    def label(self) -> str:
        """Its name in the tables."""

    @property
    def state(self) -> str:
        """The folder of the site in which it remembers one build for the next, "" for none."""

    def install(self) -> None:
        """Put it into the bench's folder; nothing happens where it is."""

    def installed(self) -> bool:
        """Whether it can run."""

    def version(self) -> str:
        """Its name and version."""

    def site(self, folder: Path, posts: Path) -> Path:
        """Make a site of these posts in a new folder."""

    def command(self, output: Path) -> list[str]:
        """The command that, run in the site's folder, builds it into a new folder."""


def share(posts: Path, folder: Path) -> None:
    """Give a site the posts: the same files by another name, so that a hundred thousand cost nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    for post in posts.glob("*.md"):
        try:
            os.link(post, folder / post.name)
        except OSError:
            shutil.copyfile(post, folder / post.name)
