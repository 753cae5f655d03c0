from pathlib import Path

import pytest

from site_gen.disk.themes import find_theme, read_static, read_templates, theme_names
from tests.support import write


def test_the_sites_own_theme_comes_before_the_programs(tmp_path: Path) -> None:
    shipped = find_theme(tmp_path, "plain")
    assert shipped is not None and (shipped / "theme.yaml").is_file()
    write(
        tmp_path,
        {
            "themes/plain/theme.yaml": "",
            "themes/own/theme.yaml": "",
            "themes/.hidden/theme.yaml": "",
            "themes/file": "",
        },
    )
    assert find_theme(tmp_path, "plain") == tmp_path / "themes" / "plain"
    assert {"own", "plain", "broadsheet"} == set(theme_names(tmp_path))


@pytest.mark.parametrize("name", ["", ".", "..", "../content", "a/b", "a\\b", "none", "file"])
def test_a_name_that_is_no_theme(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"themes/file": "", "themes/a/b/theme.yaml": ""})
    assert find_theme(tmp_path, name) is None


def test_templates_and_static_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"t/home.html": b"\xef\xbb\xbfx", "t/parts/card.html": "y", "t/bad.html": b"\xff\xfe\xfa", "t/.swp": "z"},
    )
    templates, problems = read_templates(tmp_path / "t", "templates")
    assert [(one.name, one.text, one.path) for one in templates] == [
        ("home.html", "x", "templates/home.html"),
        ("parts/card.html", "y", "templates/parts/card.html"),
    ]
    assert [problem.path for problem in problems] == ["templates/bad.html"]
    assert [file.path for file in read_static(tmp_path / "t")] == ["bad.html", "home.html", "parts/card.html"]
    assert read_templates(tmp_path / "none", "x") == ((), ())
