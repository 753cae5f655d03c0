import hashlib
from pathlib import Path

import pytest

from site_gen.model.theme import Stylesheet
from site_gen.pipeline.theme_files import find_theme, read_static, read_stylesheets, read_templates, theme_names
from site_gen.text.digest import digest
from site_gen.theming.assets import integrity_of
from tests.support import png, write


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
    assert {"own", "plain", "broadsheet", "wire"} == set(theme_names(tmp_path))


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
    files, unclean = read_static(tmp_path / "t", "themes/t/static")
    assert [file.path for file in files] == ["bad.html", "home.html", "parts/card.html"] and unclean == ()
    assert read_templates(tmp_path / "none", "x") == ((), ())


def test_stylesheets_are_read_as_text_and_all_else_is_known_by_its_bytes(tmp_path: Path) -> None:
    write(tmp_path, {"s/css/a.css": b"\xef\xbb\xbfa {}", "s/bad.css": b"\xff", "s/a.js": "let a", "s/a.png": png()})
    sheets, problems = read_stylesheets(tmp_path / "s", "themes/t/static")
    assert sheets == (Stylesheet("css/a.css", "a {}", "themes/t/static/css/a.css"),)
    assert [str(problem) for problem in problems] == [
        "themes/t/static/bad.css: This stylesheet is not UTF-8 text. Save the file as UTF-8."
    ]
    (script, picture), unclean = read_static(tmp_path / "s", "themes/t/static")
    assert unclean == ()
    assert (script.path, script.digest, script.integrity) == (
        "a.js",
        digest(b"let a"),
        integrity_of(hashlib.sha384(b"let a").digest()),
    )
    assert (picture.path, picture.digest, picture.integrity) == ("a.png", digest(png()), "")


def test_a_picture_with_metadata_is_known_by_the_bytes_that_are_published(tmp_path: Path) -> None:
    write(tmp_path, {"s/a.png": png(text="A place."), "s/b.tif": b"II*\0"})
    (picture, _), unclean = read_static(tmp_path / "s", "themes/t/static")
    assert (picture.digest, picture.stripped) == (digest(png()), True)
    assert [problem.path for problem in unclean] == ["themes/t/static/b.tif"]


def test_a_name_that_no_file_can_have_is_that_of_no_theme(tmp_path: Path) -> None:
    assert find_theme(tmp_path, "a" * 5000) is None
