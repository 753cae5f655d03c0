"""Eleventy."""

import json
import shutil
from pathlib import Path

from bench.installing import HOME, node_modules
from bench.peers import share

HERE = Path(__file__).parent
_PACKAGE = HOME / "eleventy" / "node_modules" / "@11ty" / "eleventy"


class Eleventy:
    """From npm, at the version that package.json pins."""

    label = "Eleventy"
    state = ""

    def install(self) -> None:
        node_modules("eleventy", HERE / "package.json")

    def installed(self) -> bool:
        return (_PACKAGE / "cmd.cjs").is_file() and shutil.which("node") is not None

    def version(self) -> str:
        return f"Eleventy {json.loads((_PACKAGE / 'package.json').read_text())['version']}"

    def site(self, folder: Path, posts: Path) -> Path:
        shutil.copytree(HERE / "site", folder)
        share(posts, folder / "content" / "posts")
        return folder

    def command(self, output: Path) -> list[str]:
        return ["node", str(_PACKAGE / "cmd.cjs"), "--quiet", f"--output={output}"]
