import pytest

from site_gen.text.digest import digest
from site_gen.theming.bundle import bundled
from site_gen.theming.theme import fingerprinted
from tests.support import theme_of

FILES = {"a.png": b"a", "img/b c.svg": b"b"}
A = fingerprinted("a.png", digest(b"a")).removeprefix("assets/")
B = fingerprinted("img/b c.svg", digest(b"b")).removeprefix("assets/").replace(" ", "%20")


def published(**sheets: str) -> dict[str, str]:
    """What is published of stylesheets, given by name with `/` as `__`."""
    texts = {name.replace("__", "/") + ".css": text for name, text in sheets.items()}
    styles, problems = bundled(theme_of({}, {}, static=FILES, sheets=(texts,)))
    assert problems == ()
    return {path: data.decode() for path, data in styles.items()}


def faults(text: str, **sheets: str) -> list[str]:
    texts = {name + ".css": text for name, text in {"style": text, **sheets}.items()}
    return [str(problem) for problem in bundled(theme_of({}, {}, static=FILES, sheets=(texts,)))[1]]


def test_imports_are_inlined_and_parts_are_not_published() -> None:
    made = published(
        style='@charset "utf-8";\n@import "_base.css"; @import url(css/more.css);\n/* x */ a { b: c }',
        _base="/* base */ html { d: e }",
        css__more='@import url("../_last.css"); i { j: k }',
        _last="l { m: n }",
    )
    assert made == {"style.css": "html{d:e}l{m:n}i{j:k}a{b:c}", "css/more.css": "l{m:n}i{j:k}"}


@pytest.mark.parametrize(
    ("imported", "made"),
    [
        ('@import "_x.css" screen and (width > 40em);', "@media screen and (width>40em){x{y:z}}"),
        ('@import "_x.css" layer(base.more);', "@layer base.more{x{y:z}}"),
        ('@import "_x.css" layer;', "@layer{x{y:z}}"),
        ('@import "_x.css" supports(display: grid) print;', "@media print{@supports (display:grid){x{y:z}}}"),
        (
            '@import url("_x.css") layer( a ) supports(not (b: c)) print , screen;',
            "@media print,screen{@supports (not (b:c)){@layer a{x{y:z}}}}",
        ),
        ('@layer a, b; @import "_x.css" layer(b)', "@layer a,b;@layer b{x{y:z}}"),
        (
            '@import url(https://example.org/font.css); @IMPORT "_x.css";',
            "@import url(https://example.org/font.css);x{y:z}",
        ),
        ('@import "_layers.css"; @import "_x.css";', "@layer a,b;x{y:z}"),
        ("@import '_x.css';@import '_x.css';", "x{y:z}x{y:z}"),
    ],
)
def test_an_import_keeps_its_conditions_and_its_place(imported: str, made: str) -> None:
    assert published(style=imported, _x="x { y: z }", _layers="@layer a, b") == {"style.css": made}


def test_addresses_of_the_themes_files_are_those_they_are_published_at() -> None:
    made = published(
        style="a { b: url( a.png ) url('img/b%20c.svg?v=1#icon') url(\"img/b c.svg\") }",
        css__deep='@import "../_part.css"; a { b: url(../a.png) image-set("../a.png" type("image/png") 2x) }',
        _part="c { d: url(a.png) }",
    )
    assert made["style.css"] == f'a{{b:url({A}) url("{B}?v=1#icon") url("{B}")}}'
    assert made["css/deep.css"] == f'c{{d:url(../{A})}}a{{b:url(../{A}) image-set("../{A}" type("image/png") 2x)}}'


@pytest.mark.parametrize(
    "address",
    ["#mark", "/chart.png", "//cdn.example/x.png", "https://example.org/x.png", "data:image/png;base64,eA==", ""],
)
def test_addresses_that_lead_elsewhere_stay(address: str) -> None:
    assert published(style=f"a{{b:url({address})}}") == {"style.css": f"a{{b:url({address})}}"}
    assert published(style=f"a{{b:url('{address}')}}") == {"style.css": f"a{{b:url('{address}')}}"}


def test_letters_beyond_ascii_get_a_charset() -> None:
    assert published(style="a { content: '→' }") == {"style.css": "@charset \"utf-8\";a{content:'→'}"}


def test_a_child_may_change_a_part_of_its_parents_stylesheet() -> None:
    parent = {"style.css": '@import "_colours.css"; a { b: c }', "_colours.css": ":root { --ink: black }"}
    child = {"_colours.css": ":root { --ink: navy }"}
    styles, _ = bundled(theme_of({}, {}, {}, sheets=(child, parent)))
    assert styles == {"style.css": b":root{--ink:navy}a{b:c}"}


FAULTS = [
    ('\n @import "bsae.css";', "2:10: The theme has no stylesheet 'bsae.css'. Did you mean 'base.css'?"),
    ("@import 'style.css';", "1:9: The stylesheet 'style.css' imports itself. Remove one of the imports."),
    ("@import foo;", '1:1: This @import names no stylesheet. Write @import "name.css";'),
    ("a {}\n@import 'base.css';", "2:1: An @import after other rules is ignored by browsers. Write it above them."),
    (
        "@import 'base.css'; @import 'https://example.org/x.css';",
        "1:21: An @import from elsewhere after other rules is ignored by browsers. "
        "Write it first in the stylesheet that is published.",
    ),
    ("a {\n  b: url(b.png);\n}", "2:6: The theme has no static file 'b.png'. Did you mean 'a.png'?"),
    ("a { b: url('../a.png') }", "1:12: The theme has no static file '../a.png'. Did you mean 'a.png'?"),
    ("a { b: url(a b.png) }", "1:8: This address contains a space, a quote or a bracket. Put it in quotes."),
    ("a {\n", "1:3: This '{' is never closed. Fix the stylesheet."),
]


@pytest.mark.parametrize(("text", "said"), FAULTS)
def test_what_is_wrong_with_a_stylesheet(text: str, said: str) -> None:
    assert faults(text, base="x{y:z}") == [f"themes/t0/static/style.css:{said}"]


def test_circular_imports_and_faults_in_parts_are_reported_once_each() -> None:
    assert faults('@import "_a.css";', _a='@import "_b.css";', _b='@import "_a.css";') == [
        "themes/t0/static/_b.css:1:9: The stylesheet '_a.css' imports itself. Remove one of the imports."
    ]
    assert len(faults('@import "_a.css";', other='@import "_a.css";', _a="a { b: url(none.png) }")) == 1
    assert len(faults('@import "_a.css" print;', _a='@import "//example.org/x.css";')) == 1
