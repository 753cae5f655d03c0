"""What a new version of site_gen or of the time zones leaves of the last build: what it would make itself."""

import os
import shutil
import subprocess
import sys
import zoneinfo
from pathlib import Path

import pytest

from tests.support import ROOT, png, post, tree, write

KINDS = {"country": ["Poland"]}
SITE: dict[str, str | bytes] = {
    "site.yaml": "title: T\nbase_url: https://example.org/\ntimezone: Europe/London\nimages: {credit: optional}\n",
    "content/posts/2026-01-05-a.md": post("A ship", "2026-07-05T09:00:00", tags=["Poland", "NATO"], entities=KINDS),
    "content/posts/2026-01-06-b.md": post(
        "B ship", "2026-01-06T09:00:00", tags=["Poland"], image={"src": "s.png", "alt": "S"}
    ),
    "content/posts/2026-01-07-c.md": post("C ship", "2026-01-07T09:00:00", tags=["Poland", "NATO"]),
    "content/posts/s.png": png(700, 500),
}


class Installed:
    """A site_gen of its own, with a site and a user's caches."""

    def __init__(self, place: Path) -> None:
        self.place, self.package = place / "lib", place / "lib/site_gen"
        passed_over = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "site_gen", self.package, ignore=passed_over)
        shutil.copytree(ROOT / "themes", self.package / "themes", ignore=passed_over)
        self.site = write(place / "site", SITE)
        self.env = os.environ | {"PYTHONPATH": str(self.place), "XDG_CACHE_HOME": str(place / "cache")}
        self.env["PYTHONDONTWRITEBYTECODE"] = "1"  # `edit` leaves size and time, by which Python knows its bytecode

    def build(self, *arguments: str) -> dict[str, bytes]:
        line = [
            sys.executable,
            "-m",
            "site_gen",
            "build",
            "--root",
            str(self.site),
            "--as-of",
            "2026-08-01",
            *arguments,
        ]
        done = subprocess.run(line, capture_output=True, text=True, env=self.env, cwd=self.place)
        assert done.returncode == 0, done.stderr
        return tree(self.site / "output")

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file, and leave its size and time as they were."""
        path = self.package / name
        before, text = path.stat(), path.read_text(encoding="utf-8")
        assert old in text and len(old) == len(new)
        path.write_text(text.replace(old, new), encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def made_pictures(self) -> dict[str, tuple[int, int]]:
        found = (self.site / ".site_gen/pictures").iterdir()
        return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in found}


@pytest.fixture
def installed(tmp_path: Path) -> Installed:
    return Installed(tmp_path)


def test_facts_that_were_edited_are_shown_and_pictures_are_not_made_again(installed: Installed) -> None:
    before, pictures = installed.build(), installed.made_pictures()
    assert pictures and any(b"Warsaw" in data for data in before.values())
    installed.edit("indexing/data/facts.txt", "Warsaw", "Wausau")
    after = installed.build()
    assert any(b"Wausau" in data for data in after.values())
    assert installed.made_pictures() == pictures
    assert after == installed.build("--clean")


def test_pictures_are_made_again_where_they_would_be_made_otherwise(installed: Installed) -> None:
    before, pictures = installed.build(), installed.made_pictures()
    installed.edit("images/derive.py", '"quality": 78', '"quality": 12')
    after = installed.build()
    assert {path for path in after if after[path] != before[path]} >= {path for path in after if path.endswith(".webp")}
    assert not pictures.keys() & installed.made_pictures().keys()
    assert after == installed.build("--clean")


def test_the_rules_of_time_zones_are_those_of_today(installed: Installed, tmp_path: Path) -> None:
    before = installed.build()
    assert b"+01:00" in before["2026/07/a/index.html"]
    there = next(folder for folder in zoneinfo.TZPATH if Path(folder, "Europe/London").is_file())
    (tmp_path / "zones/Europe").mkdir(parents=True)
    shutil.copy(Path(there, "Africa/Abidjan"), tmp_path / "zones/Europe/London")
    installed.env["PYTHONTZPATH"] = f"{tmp_path / 'zones'}{os.pathsep}{there}"
    after = installed.build()
    assert after != before
    assert after == installed.build("--clean")
