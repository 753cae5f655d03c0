"""The worked examples of CONTRIBUTING.md, followed to the letter in a copy of the repository."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT, post, write

DOCUMENT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTIONS = {
    title: text for title, _, text in (part.partition("\n") for part in DOCUMENT.split("\n## ")) if "\n```" in text
}
# A file's path in the sentence before a block, whatever else the sentence says.
BLOCK = re.compile(r"`((?:site_gen|tests)/[\w./]+)`[^`]*:\n\n```(\w+)\n(.*?)^```$", re.M | re.S)
EXAMPLES = {title: BLOCK.findall(text) for title, text in SECTIONS.items()}
TESTS = ("pages/test_authors.py", "deploy/test_archive.py", "extract/boilerplate/test_rules.py")


def changed(text: str, diff: str) -> str:
    """A text after a change as the document shows it: lines with blank, plus or minus, and `@@` between places."""
    for part in diff.split("@@\n"):
        rows = part.splitlines(keepends=True)
        old = "".join(row[1:] for row in rows if row[0] in " -")
        new = "".join(row[1:] for row in rows if row[0] in " +")
        assert not old or text.count(old) == 1, f"{text.count(old)} places like this:\n{old}"
        text = text.replace(old, new) if old else text + new
    return text


def followed(title: str, root: Path) -> None:
    """Do what a section says."""
    for path, language, text in EXAMPLES[title]:
        file = root / path
        if language == "diff":
            text = changed(file.read_text(encoding="utf-8"), text)
        else:
            assert not file.exists(), f"{path} is no new file"
        file.unlink(missing_ok=True)  # it shares its bytes with ours
        file.write_text(text, encoding="utf-8")


def linked(source: Path, target: Path) -> None:
    """A tree whose files share their bytes with another's, or are copies where that cannot be."""
    left_out = shutil.ignore_patterns("__pycache__", "sites", "broken", "newsroom")

    def link(old: str, new: str) -> None:
        try:
            os.link(old, new)
        except OSError:
            shutil.copy2(old, new)

    shutil.copytree(source, target, copy_function=link, ignore=left_out)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository with all examples in it, one upon the other."""
    root = tmp_path_factory.mktemp("checkout")
    for name in ("site_gen", "themes", "tests", "tools"):
        linked(ROOT / name, root / name)
    shutil.copy(ROOT / "pyproject.toml", root)
    for title in EXAMPLES:
        followed(title, root)
    return root


def in_checkout(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_example_is_found_with_its_files() -> None:
    assert {title: len(blocks) for title, blocks in EXAMPLES.items()} == {
        "Add a page kind": 7,
        "Add a boilerplate rule": 2,
        "Add a deploy target": 5,
    }
    assert all(DOCUMENT.count(f"\n```{language}\n") for language in ("diff", "python", "html"))
    assert DOCUMENT.count("\n```") == 2 * sum(map(len, EXAMPLES.values()))


def test_the_examples_pass_their_own_tests(checkout: Path) -> None:
    chosen = "authors_are_counted or next_deployment or machine"
    files = [f"tests/{name}" for name in TESTS]
    assert "4 passed" in in_checkout(checkout, "pytest", "-p", "no:cacheprovider", "-k", chosen, *files)


def test_a_site_built_with_the_examples_has_the_new_page(checkout: Path, tmp_path: Path) -> None:
    site = {"site.yaml": "title: A site\n", "content/posts/2026-01-05-one.md": post("One", authors=["Ann Kask"])}
    in_checkout(checkout, "site_gen", "build", "-q", "--strict", "--root", str(write(tmp_path / "site", site)))
    assert ">Ann Kask (1)</li>" in (tmp_path / "site/output/authors/index.html").read_text(encoding="utf-8")


def test_the_examples_keep_the_style_of_the_house(checkout: Path) -> None:
    files = [path for blocks in EXAMPLES.values() for path, _, _ in blocks if path.endswith(".py")]
    in_checkout(checkout, "ruff", "check", "--no-cache", *files)
    in_checkout(checkout, "ruff", "format", "--no-cache", "--check", *files)


def test_documents_that_are_named_are_there() -> None:
    for place in re.findall(r"\]\(([\w./-]+)", DOCUMENT):
        assert (ROOT / place).exists(), place
    for place in re.findall(r"`((?:tools|tests|docs|changelog\.d|\.github|\.ci)/[\w./-]+)`", DOCUMENT):
        assert (ROOT / place).exists() or "test_authors" in place or "test_archive" in place, place
