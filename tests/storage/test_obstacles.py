from pathlib import Path

import pytest

from site_gen.model.problem import SiteError
from site_gen.storage.obstacles import clear_way
from tests.support import write


def test_nothing_is_in_the_way_of_a_site_as_it_was_built(tmp_path: Path) -> None:
    write(tmp_path, {"a/index.html": "", "b.txt": ""})
    clear_way(tmp_path, ["a/index.html", "b.txt", "c/d/e.html"], (), "output")
    assert (tmp_path / "a/index.html").is_file()


def test_what_is_about_to_be_removed_is_not_in_the_way(tmp_path: Path) -> None:
    write(tmp_path, {"a/b.html": "", "c": ""})
    clear_way(tmp_path, ["a", "c/d.html"], ("a/b.html", "c"), "output")
    assert (tmp_path / "a/b.html").is_file()


def test_only_folders_without_any_file_are_removed(tmp_path: Path) -> None:
    (tmp_path / "a/b/c").mkdir(parents=True)
    write(tmp_path, {"d/e/f.txt": "", "g": ""})
    with pytest.raises(SiteError) as caught:
        clear_way(tmp_path, ["a", "d", "g/h.html"], (), "output")
    assert [problem.path for problem in caught.value.problems] == ["output/d", "output/g"]
    assert not (tmp_path / "a").exists()
    assert (tmp_path / "d/e/f.txt").is_file()
