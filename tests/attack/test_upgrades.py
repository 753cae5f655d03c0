"""An address that readers know may not move because a library did, or because another package was installed."""

import os
import sys
from pathlib import Path

import pytest

from site_gen.text.slug import ascii_words
from tests.support import post, run, tree, write

# A site as people write it by hand: no `slug:`, names in their own scripts.
NAMES = ("Ємен", "כיפת ברזל", "မြန်မာ", "日本")
FOLDERS = {"Ємен": "yemen", "כיפת ברזל": "kypt-brzl", "မြန်မာ": "m-n-maa", "日本": "ri-ben"}
SITE = {"site.yaml": "title: Addresses\nsearch: none\n"} | {
    f"content/posts/2026-01-05-{name}.md": post(name, tags=[name], authors=["Newsroom"], summary="Short.")
    for name in NAMES
}
# What python-slugify preferred to its own table wherever it was installed, by whatever package asked for it.
STRANGER = "def unidecode(text):\n    return 'other ' + ''.join(c if c.isascii() else 'q' for c in text)\n"


def test_another_transliteration_in_the_environment_moves_no_address(tmp_path: Path) -> None:
    root, packages = write(tmp_path / "site", SITE), write(tmp_path / "packages", {"unidecode.py": STRANGER})
    path = os.pathsep.join((str(packages), os.environ.get("PYTHONPATH", "")))
    built = run("build", root=root, env={"PYTHONPATH": path})
    assert built.returncode == 0, built.stdout + built.stderr
    made = tree(root / "output")
    for name in FOLDERS.values():
        assert f"2026/01/{name}/index.html" in made
        assert f"tags/{name}/index.html" in made


def test_the_way_to_an_address_asks_no_other_library(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("unidecode", "slugify", "anyascii"):
        monkeypatch.setitem(sys.modules, name, None)
    assert [ascii_words(name) for name in NAMES] == [FOLDERS[name] for name in NAMES]
