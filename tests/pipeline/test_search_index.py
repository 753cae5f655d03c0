"""The search index of complete sites."""

import gzip
import importlib.metadata
from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_gen.build import BuildOptions, build
from site_gen.model.problem import OutsideError
from tests.support import post, run_json, tree, write

SITE = {
    "site.yaml": "title: T\nbase_url: https://example.org/news/\nsearch: pagefind\nlanguage: en-GB\n",
    "content/posts/2026-01-01-a.md": post("Alpha", "2026-01-01T09:00:00+00:00", "A word: sonobuoy.\n", tags=["NATO"]),
    "content/posts/2026-01-02-b.md": post("Beta <b>&", "2026-01-02T09:00:00+00:00", "Another.\n", tags=["x"]),
    "content/posts/2026-01-03-c.md": post("Canary", "2026-01-03T09:00:00+00:00", "canarydraft\n", draft=True),
    "content/posts/2999-01-04-d.md": post("Canary", "2999-01-04T09:00:00+00:00", "canarylater\n"),
}


def texts(root: Path) -> str:
    """All that the index says, unpacked."""
    parts = [data for path, data in tree(root / "output").items() if path.startswith("search/pagefind/")]
    return "\n".join((gzip.decompress(d) if d[:2] == b"\x1f\x8b" else d).decode("utf-8", "replace") for d in parts)


def test_without_the_program_the_build_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", missing)
    with pytest.raises(OutsideError, match=r"pip install 'pagefind\[bin\]>=1.3'"):
        build(write(tmp_path, SITE), BuildOptions(as_of=datetime(2026, 6, 1, tzinfo=UTC)))
    assert not (tmp_path / "output" / "index.html").exists()


def test_an_edit_changes_the_index_and_nothing_held_back_is_in_it(tmp_path: Path) -> None:
    root = write(tmp_path, SITE)
    run_json("build", root=root)
    said = texts(root)
    assert "sonobuoy" in said and "Beta" in said
    assert "canary" not in said.casefold()
    before = tree(root / "output")
    assert run_json("build", root=root)["written"] == 0
    write(
        root, {"content/posts/2026-01-01-a.md": SITE["content/posts/2026-01-01-a.md"].replace("sonobuoy", "hydrophone")}
    )
    run_json("build", root=root)
    assert "hydrophone" in texts(root) and "sonobuoy" not in texts(root)
    run_json("build", "--verify", root=root)
    write(root, SITE)
    run_json("build", root=root)
    assert tree(root / "output") == before


def test_where_it_is_switched_off_the_index_goes(tmp_path: Path) -> None:
    root = write(tmp_path, SITE)
    run_json("build", root=root)
    write(root, {"site.yaml": SITE["site.yaml"].replace("pagefind", "none")})
    run_json("build", root=root)
    assert not (root / "output" / "search").exists()


def test_each_language_of_a_site_has_an_index_of_its_own(tmp_path: Path) -> None:
    languages = SITE["site.yaml"] + "languages: [uk]\n"
    root = write(tmp_path, {**SITE, "site.yaml": languages, "content/posts/e.uk.md": post("Епсилон", body="Слово.\n")})
    run_json("build", root=root)
    paths = {path for path in tree(root / "output") if path.endswith("pagefind-entry.json")}
    assert paths == {"search/pagefind/pagefind-entry.json", "uk/search/pagefind/pagefind-entry.json"}
    assert "Епсилон" not in texts(root)
    assert run_json("build", root=root)["written"] == 0


def test_an_edition_without_posts_has_no_index_until_it_has_one(tmp_path: Path) -> None:
    """Pagefind fails where there is nothing to index."""
    languages = SITE["site.yaml"] + "languages: [uk]\n"
    root = write(tmp_path, {"site.yaml": languages, "content/pages/about.md": "---\ntitle: About\n---\n\nWe.\n"})
    assert run_json("build", root=root)["problems"] == []
    none = tree(root / "output")
    assert "search/index.html" in none and not any("pagefind/" in path for path in none)
    assert b"/search/pagefind/" not in none["search/index.html"]
    write(root, {"content/posts/a.md": SITE["content/posts/2026-01-01-a.md"]})
    run_json("build", root=root)
    assert "sonobuoy" in texts(root)
    assert not any(path.startswith("uk/search/pagefind/") for path in tree(root / "output"))
    (root / "content/posts/a.md").unlink()
    run_json("build", root=root)
    assert tree(root / "output") == none
