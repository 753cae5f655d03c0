"""Write the newsroom's site; with `--photographs`, with those of the package scikit-image, which pip fetches."""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.newsroom.site import write_newsroom
from tests.support import ROOT

ARTICLES = ROOT.parent / "shared" / "eval" / "dvids.jsonl"


def shared_articles() -> list[str]:
    """Texts of a public collection, where the developers' shared folder is there."""
    if not ARTICLES.is_file():
        return []
    texts = [json.loads(line)["text"] for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    return [text.replace("\n", "\n\n") for text in texts if len(text) > 800 and "<" not in text]


def main() -> None:
    """Write it, and say where."""
    parser = argparse.ArgumentParser(prog="python -m tests.newsroom", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--posts", type=int, default=400)
    parser.add_argument("--theme", default="broadsheet")
    parser.add_argument("--photographs", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if asked.photographs:
            fetch = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, "scikit-image"]
            subprocess.run(fetch, check=True, stderr=subprocess.DEVNULL)
        wheel = next(Path(folder).glob("*.whl"), None)
        write_newsroom(asked.folder, asked.posts, theme=asked.theme, wheel=wheel, articles=shared_articles())
    sys.stdout.write(f"{asked.folder}\n")


if __name__ == "__main__":
    main()
