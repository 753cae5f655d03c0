"""What is installed: the wheel, and README's lines for a site of one's own, typed as they are."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from urllib.request import urlopen

import pytest

from site_gen import __version__
from tests.ingest.test_ingest import article
from tests.support import ROOT, tree, write

README = (ROOT / "README.md").read_text(encoding="utf-8")


def environment(home: Path) -> dict[str, str]:
    """That of a user with this home, without paths of ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "XDG"))}
    return kept | {"HOME": str(home), "PIP_CACHE_DIR": os.environ.get("PIP_CACHE_DIR", str(Path.home() / ".cache/pip"))}


def run(*command: str | Path, home: Path, cwd: Path | str = "/") -> str:
    """A command of a user outside the repository."""
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, timeout=300, cwd=cwd, env=environment(home)
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def clone(place: Path) -> Path:
    """What git would give who clones this: the files as they are now."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = [name for name in listed.stdout.decode().split("\0") if name and not name.startswith("tests/")]
    for name in names:
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, place / name)
    return place


def test_the_wheel_holds_the_package_its_themes_and_licences(tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-cache-dir", "-w", tmp_path, ROOT, home=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name == f"site_gen_news-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        (about,) = (packed.read(name).decode() for name in names if name.endswith("/METADATA"))
    assert "site_gen/py.typed" in names
    assert any(name.startswith("site_gen/themes/broadsheet/templates/") for name in names)
    assert {"site_gen/locale/uk/LC_MESSAGES/site_gen.mo", "site_gen/locale/uk/facts.toml"} <= set(names)
    assert not any(name.endswith((".po", ".pot")) for name in names)
    assert not any(name.startswith(("tests/", "themes/", "seeds/", "content/")) for name in names)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"License-Expression: {project['license']}\n" in about
    for licence in ("LICENSE", "OFL.txt", "idiomorph.LICENSE", "LICENCES.md"):
        assert any(name.endswith(licence) and "dist-info/licenses" in name for name in names), licence


def test_the_lines_of_the_readme_give_a_site_and_a_preview_on_a_fresh_machine(tmp_path: Path) -> None:
    section = README.partition("\n## Your own site\n")[2].partition("\n## ")[0]
    lines = [line.strip() for line in section.splitlines() if line.startswith("    ")]
    assert lines.pop().startswith("site-gen serve")
    write(tmp_path, {f"articles/{n}.txt": f"Date: 2026-01-0{n}\n\n" + article(n) for n in (1, 2)})
    here = clone(tmp_path / "clone")
    run("bash", "-e", "-c", "\n".join(lines), home=tmp_path, cwd=here)

    root, command = tmp_path / "newsroom", tmp_path / "site-gen/bin/site-gen"
    first = tree(root / "output")
    assert {"index.html", "404.html", "feed.xml", "sitemap.xml", "about/index.html"} <= set(first)
    assert sum(name.startswith("2026/01/") and name.count("/") == 3 for name in first) == 2
    assert b"site_gen/themes" not in b"".join(first.values())
    assert "0 written" in run(command, "build", home=tmp_path, cwd=root)
    assert first == tree(root / "output")

    env, line = environment(tmp_path), [str(command), "serve", "--json"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, cwd=root, env=env) as preview:
        try:
            assert preview.stdout is not None
            (address,) = re.findall(r'"address":"([^"]+)"', preview.stdout.readline())
            with urlopen(address) as answer:
                assert b"My newsroom" in answer.read()
        finally:
            preview.send_signal(signal.SIGINT)
        assert preview.wait(10) == 0


@pytest.mark.slow
def test_a_release_is_of_a_commit_and_can_go_into_a_pipeline(tmp_path: Path) -> None:
    here = clone(tmp_path / "clone")
    git = ("git", "-c", "user.name=D", "-c", "user.email=d@example.org")
    run("git", "init", "-q", home=tmp_path, cwd=here)
    refused = subprocess.run([here / "tools/release"], capture_output=True, text=True, env=environment(tmp_path))
    assert refused.returncode == 1 and "Commit them first" in refused.stderr
    run(*git, "add", "-A", home=tmp_path, cwd=here)
    run(*git, "commit", "-q", "-m", "All", home=tmp_path, cwd=here)
    wheels = []
    for _ in range(2):
        assert "sha256:" in run(here / "tools/release", home=tmp_path)
        (wheel,) = (here / "dist").glob("*.whl")
        wheels.append(wheel.read_bytes())
    assert wheels[0] == wheels[1]

    run(sys.executable, "-m", "venv", tmp_path / "mine", home=tmp_path)
    run(tmp_path / "mine/bin/pip", "install", "-q", wheel, home=tmp_path)
    run(tmp_path / "mine/bin/site-gen", "init", "--ci", "gitlab", "news", home=tmp_path, cwd=tmp_path)
    run(sys.executable, "-m", "venv", tmp_path / "ci", home=tmp_path)
    news = tmp_path / "news"
    run(tmp_path / "ci/bin/python", "-m", "pip", "install", "-q", "-r", "requirements.txt", home=tmp_path, cwd=news)
    assert "written" in run(tmp_path / "ci/bin/site-gen", "build", "--strict", home=tmp_path, cwd=news)
    assert run(tmp_path / "ci/bin/python", "-c", "import PIL", home=tmp_path) == ""
