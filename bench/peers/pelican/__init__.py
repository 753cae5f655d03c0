"""Pelican."""

import shutil
from pathlib import Path

from bench.installing import answer, python_environment, python_of

VERSION = "4.12.0"


class Pelican:
    """With Python-Markdown and the extensions that site_gen's reference engine has."""

    label = "Pelican"
    state = ""

    def install(self) -> None:
        python_environment("pelican", f"pelican[markdown]=={VERSION}")

    def installed(self) -> bool:
        return python_of("pelican").is_file()

    def version(self) -> str:
        return f"Pelican {answer([*self._program(), '--version'])}"

    def site(self, folder: Path, posts: Path) -> Path:
        shutil.copytree(Path(__file__).parent / "site", folder)
        content = folder / "content"
        content.mkdir()
        for post in posts.glob("*.md"):
            (content / post.name).write_text(_with_pelicans_metadata(post.read_text(encoding="utf-8")), "utf-8")
        return folder

    def command(self, output: Path) -> list[str]:
        return [*self._program(), "--quiet", "--output", str(output)]

    def _program(self) -> list[str]:
        return [str(python_of("pelican")), "-m", "pelican"]


def _with_pelicans_metadata(text: str) -> str:
    """A post whose front matter is not YAML but Pelican's own `Name: value`, lists parted by commas."""
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    rows = (row.translate({ord(sign): None for sign in '[]"'}) for row in head.split("\n") if row)
    return "\n".join(row[0].upper() + row[1:] for row in rows) + "\n" + body
