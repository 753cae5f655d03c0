import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.support import ROOT, tree, write
from tests.test_ingest import article


def run(*command: str | Path, **env: str) -> str:
    """A command outside the repository, in an environment without our paths."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, timeout=300, cwd="/", env=kept | env
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_wheel_in_an_empty_environment_builds_a_site_elsewhere(tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-cache-dir", "-w", tmp_path, ROOT)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
    assert "site_gen/py.typed" in names
    assert any(name.startswith("site_gen/themes/broadsheet/templates/") for name in names)
    assert not any(name.startswith(("tests/", "themes/", "seeds/", "content/")) for name in names)

    run(sys.executable, "-m", "venv", tmp_path / "venv")
    run(tmp_path / "venv/bin/pip", "install", "-q", wheel)
    command = tmp_path / "venv" / "bin" / "site-gen"
    root = tmp_path / "a site"
    run(command, "init", root)
    write(root, {f"seeds/{n}.txt": f"Date: 2026-01-0{n}\n\n" + article(n) for n in (1, 2)})
    run(command, "build", "--root", root)
    first = tree(root / "output")
    assert {"index.html", "404.html", "feed.xml", "sitemap.xml", "about/index.html"} <= set(first)
    assert sum(name.startswith("2026/01/") and name.count("/") == 3 for name in first) == 2
    assert b"site_gen/themes" not in b"".join(first.values())
    assert "0 written" in run(command, "build", "--root", root)
    assert first == tree(root / "output")
