"""Files that nothing reads are warned of, each with where it belongs; what programs leave beside files is not."""

from pathlib import Path

import pytest

from site_gen.pipeline.strays import strays
from site_gen.storage.sources import scan_content
from tests.support import write


def warned(root: Path) -> dict[str, str]:
    passed = scan_content(root).passed
    return {problem.path: f"{problem.what} {problem.hint}" for problem in strays(root, passed)}


STRAYS = [
    ("content/posts/x.markdown", "Rename it to 'x.md'."),
    ("content/posts/2026/x.MD", "Rename it to 'x.md'."),
    ("content/posts/x.md.txt", "Rename it to 'x.md'."),
    ("content/posts/x.html", "Write it in Markdown (.md), or put it below static/"),
    ("content/posts/x.txt", "Put it into seeds/ to make a post of it"),
    ("content/posts/report.pdf", "Put it below static/ to publish it"),
    ("content/tags/navy.markdown", "Rename it to 'navy.md'."),
    ("content/images/x.md", "Move it to content/posts/ or content/pages/."),
    ("content/x.md", "Move it to content/posts/ if it is a post"),
    ("archetypes/posts.md", "Did you mean 'post.md'?"),
]


@pytest.mark.parametrize(("path", "hint"), STRAYS)
def test_a_file_that_nothing_reads(path: str, hint: str, tmp_path: Path) -> None:
    found = warned(write(tmp_path, {path: "x"}))
    assert list(found) == [path]
    assert "ignored" in found[path] and hint in found[path]


FOLDERS = [
    ("content/news/x.md", "content/news", "Move posts to content/posts/"),
    ("content/post/x.md", "content/post", "Did you mean 'content/posts'?"),
    ("content/Pages2/deep/x.md", "content/Pages2", "Did you mean 'content/pages'?"),
    ("template/x.html", "template", "Did you mean 'templates'?"),
    ("Seed/x.txt", "Seed", "Did you mean 'seeds'?"),
    ("archetype/post.md", "archetype", "Did you mean 'archetypes'?"),
    ("redirects.yml", "redirects.yml", "Did you mean 'redirects.yaml'?"),
    ("themes/mine/template/x.html", "themes/mine/template", "Did you mean 'themes/mine/templates'?"),
    ("themes/mine/theme.yml", "themes/mine/theme.yml", "Did you mean 'themes/mine/theme.yaml'?"),
]


@pytest.mark.parametrize(("path", "named", "hint"), FOLDERS)
def test_a_folder_that_nothing_reads(path: str, named: str, hint: str, tmp_path: Path) -> None:
    found = warned(write(tmp_path, {path: "x"}))
    assert list(found) == [named]
    assert hint in found[named]


SILENT = [
    "content/posts/a.md",
    "content/posts/a.jpg",
    "content/posts/a.md.bak",
    "content/posts/a.md.bak2",
    "content/posts/a.md.orig",
    "content/posts/.a.md.swp",
    "content/posts/a.md~",
    "content/posts/Thumbs.db",
    "content/README.md",
    "content/.gitkeep",
    "content/news/.gitkeep",
    "archetypes/post.md",
    "tests/test_a.py",
    "tools/build",
    "statistics/a.csv",
    "docs/a.md",
    "theme-notes.txt",
    "themes/mine/README.md",
    "themes/mine/templates/post.html",
    "themes/mine/theme.yaml",
]


def test_what_is_read_and_what_nobody_expects_to_be_read(tmp_path: Path) -> None:
    assert warned(write(tmp_path, dict.fromkeys(SILENT, "x"))) == {}


def test_a_folder_that_is_there_beside_the_right_one_is_the_user_s_own(tmp_path: Path) -> None:
    assert warned(write(tmp_path, {"template/x.html": "", "templates/post.html": ""})) == {}


def test_many_of_a_kind_share_a_warning(tmp_path: Path) -> None:
    files = {f"content/posts/{number}.docx": "x" for number in range(30)} | {"content/posts/a.pdf": "x"}
    found = warned(write(tmp_path, files))
    assert list(found) == ["content/posts", "content/posts/a.pdf"]
    assert found["content/posts"].startswith(
        "30 files that end in .docx are ignored (0.docx, 1.docx, 10.docx and 27 more)"
    )


def test_a_linked_folder_is_not_followed_and_that_is_said(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/a.md": "x", "content/posts/b.md": "x"})
    (tmp_path / "content/posts/linked").symlink_to(tmp_path / "elsewhere")
    assert warned(tmp_path) == {
        "content/posts/linked": "This link to a folder is not followed. Put the folder itself here."
    }
