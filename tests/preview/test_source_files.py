from pathlib import Path

import pytest

from site_gen.preview.source_files import changed_since, is_source, source_stamps, stamps_unless
from tests.support import write


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("content/posts/a.md", True),
        ("site.yaml", True),
        ("seeds/a.txt", True),
        ("static/.well-known/x", True),
        ("templates", True),
        ("output/index.html", False),
        (".site_gen/lock", False),
        (".git/index", False),
        ("content/posts/a.md~", False),
        ("content/posts/.a.md.swp", False),
        ("content/posts/.site_gen-0123", False),
        ("seeds.lock", True),  # what is unsure is marked
    ],
)
def test_what_the_site_is_made_from(name: str, ours: bool) -> None:
    assert is_source(name) is ours


def test_what_changed_is_found_by_name(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": "a", "content/posts/a.md": "1", "content/posts/b.md": "1", "output/x": "1"})
    before = source_stamps(tmp_path)
    assert changed_since(before, source_stamps(tmp_path)) == frozenset()
    write(tmp_path, {"site.yaml": "ab", "content/posts/a.md": "12", "content/posts/c.md": "1", "output/x": "12"})
    write(tmp_path, {"content/posts/.c.md.swp": "1"})
    (tmp_path / "content/posts/b.md").unlink()
    changed = {"site.yaml", "content/posts/a.md", "content/posts/b.md", "content/posts/c.md"}
    assert changed_since(before, source_stamps(tmp_path)) == frozenset(changed)


def test_a_folder_that_comes_goes_or_is_replaced_may_have_changed_anything(tmp_path: Path) -> None:
    write(tmp_path, {"content/posts/deep/a.md": "1"})
    before = source_stamps(tmp_path)
    (tmp_path / "content/posts/deep").rename(tmp_path / "away")
    without = source_stamps(tmp_path)
    write(tmp_path, {"content/posts/deep/a.md": "1"})
    replaced = source_stamps(tmp_path)
    assert changed_since(before, without) is None
    assert changed_since(without, before) is None
    assert changed_since(before, replaced) is None


def test_a_site_that_is_gone_has_no_files(tmp_path: Path) -> None:
    assert source_stamps(tmp_path / "nowhere") == {}


def test_a_link_is_followed_within_the_site_and_never_out_of_it(tmp_path: Path) -> None:
    root = write(tmp_path / "site", {"texts/a.md": "1", "static/x": "1"})
    write(tmp_path, {"secret/key": "1"})
    (root / "content").mkdir()
    (root / "content/posts").symlink_to("../texts")
    (root / "static/out").symlink_to(tmp_path / "secret")
    (root / "static/round").symlink_to(".")
    (root / "seeds").symlink_to("/")
    assert set(source_stamps(root)) == {"./", "content/", "content/posts/", "content/posts/a.md", "static/", "static/x"}


def test_a_look_at_all_files_ends_as_soon_as_it_is_stopped(tmp_path: Path) -> None:
    write(tmp_path, {f"content/posts/{number}.md": "1" for number in range(1500)})
    looks = iter((False, True))
    assert stamps_unless(tmp_path, lambda: next(looks)) is None
    assert next(looks, None) is None
    assert stamps_unless(tmp_path, lambda: False) == source_stamps(tmp_path)
