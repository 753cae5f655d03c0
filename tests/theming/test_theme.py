from site_gen.model.theme import StaticFile, Template, ThemeFolder, ThemeMatter
from site_gen.theming.theme import BUILT_IN, assemble, fingerprinted, is_part
from tests.support import BARE, theme_of


def test_a_template_is_looked_up_in_the_site_the_theme_its_parent_and_the_program() -> None:
    everywhere = {"rss.xml": "", "home.html": "", "post.html": "", "own.html": ""}
    site = {"home.html": "site"}
    child = {"home.html": "child", "post.html": "child"}
    parent = {"home.html": "parent", "post.html": "parent", "own.html": "parent"}
    theme = theme_of(site, child, parent)
    found = {name: theme.templates[name].path for name in everywhere}
    assert found == {
        "home.html": "templates/home.html",
        "post.html": "themes/t0/templates/post.html",
        "own.html": "themes/t1/templates/own.html",
        "rss.xml": "built-in rss.xml",
    }
    assert all(theme.templates[name].path == f"built-in {name}" for name in BUILT_IN if name not in BARE)
    assert theme_of({"rss.xml": "mine"}).templates["rss.xml"].text == "mine"


def folder(name: str, static: dict[str, str]) -> ThemeFolder:
    files = tuple(StaticFile(path, f"/{name}/{path}", mark * 32) for path, mark in static.items())
    return ThemeFolder(name, name, ThemeMatter(), (Template(f"{name}.html", "", name),), files)


def test_static_files_are_inherited_and_the_nearest_wins() -> None:
    child = folder("child", {"style.css": "a"})
    parent = folder("parent", {"style.css": "b", "mark.png": "c"})
    theme = assemble((), (child, parent), {"size": 2})
    assert {path: file.source for path, file in theme.static.items()} == {
        "mark.png": "/parent/mark.png",
        "style.css": "/child/style.css",
    }
    assert theme.options == {"size": 2}
    assert theme.name == "child"


def test_a_changed_template_changes_the_digest_and_nothing_else_does() -> None:
    one = theme_of({}, {"home.html": "a"})
    assert one.digest == theme_of({}, {"home.html": "a"}).digest
    assert one.digest != theme_of({}, {"home.html": "b"}).digest


def test_a_static_files_name_changes_with_its_bytes() -> None:
    assert fingerprinted("css/style.css", "0123456789abcdef") == "assets/css/style.0123456789.css"
    assert fingerprinted("LICENSE", "0123456789abcdef") == "assets/LICENSE.0123456789"


def test_a_stylesheet_is_inherited_like_a_template_and_a_part_is_known_by_its_name() -> None:
    theme = theme_of({}, {}, {}, sheets=({"_colours.css": "child"}, {"_colours.css": "parent", "style.css": "parent"}))
    assert {path: sheet.text for path, sheet in theme.sheets.items()} == {
        "_colours.css": "child",
        "style.css": "parent",
    }
    assert [path for path in ("_a.css", "css/_a.css", "a_.css", "_css/a.css") if is_part(path)] == [
        "_a.css",
        "css/_a.css",
    ]
