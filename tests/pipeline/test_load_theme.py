import base64
import hashlib
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_gen.build import BuildOptions, Built, build
from site_gen.pipeline.load_theme import theme_key
from site_gen.theming import bundle
from site_gen.verification import verify
from tests.support import BARE, NOON, png, post, theme_of, tree, write

LINK = re.compile(r'href="/(assets/[^"]*)" integrity="([^"]*)"')


@pytest.fixture
def site(tmp_path: Path) -> Path:
    head = "<link href=\"{{ asset('style.css')|url }}\" integrity=\"{{ integrity('style.css') }}\">"
    templates = {f"themes/own/templates/{name}": text for name, text in BARE.items()}
    templates["themes/own/templates/base.html"] = head + BARE["base.html"]
    static = {
        "style.css": '@import "_colours.css";\na { b: c }',
        "_colours.css": "i { b: url(mark.png) }",
    }
    files: dict[str, str | bytes] = {f"themes/own/static/{name}": text for name, text in static.items()}
    files["themes/own/static/mark.png"] = png()
    settings = {"site.yaml": "title: S\ntheme: own\n", "content/posts/a.md": post("A")}
    return write(tmp_path / "site", {**templates, **files, **settings})


def built(site: Path) -> Built:
    return build(site, BuildOptions(as_of=NOON, jobs=1))


def linked(site: Path) -> tuple[str, str, bytes]:
    """The stylesheet that every page names, its hash there, and its bytes."""
    pages = (data.decode() for path, data in tree(site / "output").items() if path.endswith("index.html"))
    found = {tuple(found) for page in pages for found in LINK.findall(page)}
    ((path, integrity),) = found
    return path, integrity, (site / "output" / path).read_bytes()


def test_every_page_names_the_stylesheet_by_its_published_bytes(site: Path) -> None:
    built(site)
    _, integrity, data = linked(site)
    assert re.fullmatch(rb"i\{b:url\(mark\.[0-9a-f]{10}\.png\)\}a\{b:c\}", data)
    assert integrity == "sha384-" + base64.b64encode(hashlib.sha384(data).digest()).decode()
    assert sorted(path.name.split(".")[0] for path in (site / "output/assets").iterdir()) == ["mark", "style"]


@pytest.mark.parametrize(
    ("name", "text"),
    [("_colours.css", "i { b: d }"), ("mark.png", png(9, 6))],
    ids=["an imported one", "a file it shows"],
)
def test_a_change_in_what_a_stylesheet_holds_renames_it_on_every_page(site: Path, name: str, text: str | bytes) -> None:
    built(site)
    before = linked(site)
    write(site, {f"themes/own/static/{name}": text})
    done = built(site)
    after = linked(site)
    assert all(old != new for old, new in zip(before, after, strict=True))
    assert not (site / "output" / before[0]).exists()
    assert verify(site, BuildOptions(as_of=NOON, jobs=1), done, site / "scratch") == ()


def test_a_comment_in_a_stylesheet_changes_no_page(site: Path) -> None:
    built(site)
    before = linked(site)
    write(site, {"themes/own/static/_colours.css": "/* colours */ i { b: url(mark.png) }"})
    assert built(site).written == 0
    assert linked(site) == before


def test_an_unchanged_theme_is_not_bundled_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(site)
    before = linked(site)
    monkeypatch.setattr(bundle, "bundled", None)
    write(site, {"content/posts/b.md": post("B")})
    (site / "output" / before[0]).write_text("another hand")
    assert built(site).written > 1
    assert linked(site) == before


def test_a_themes_key_moves_with_all_that_it_holds() -> None:
    one = theme_of({}, {}, static={"a.png": b"a"}, sheets=({"a.css": "a"},), size="1")
    others = [
        theme_of({}, {}, static={"a.png": b"b"}, sheets=({"a.css": "a"},), size="1"),
        theme_of({}, {}, static={"a.png": b"a"}, sheets=({"a.css": "b"},), size="1"),
        theme_of({}, {}, static={"a.png": b"a"}, sheets=({"b.css": "a"},), size="1"),
        theme_of({}, {}, static={"a.png": b"a"}, sheets=({"a.css": "a"},), size="2"),
        theme_of({}, {"home.html": ""}, static={"a.png": b"a"}, sheets=({"a.css": "a"},), size="1"),
    ]
    assert len({theme_key(theme) for theme in (one, *others)}) == 6
    assert theme_key(replace(one, languages=("de",))) != theme_key(one)
    assert theme_key(replace(one, styles={"a.css": b"a"})) == theme_key(one)
