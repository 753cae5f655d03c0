import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.images.fault import BadPicture
from site_gen.images.svg import style
from site_gen.images.svg.style import Styles


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("fill: none; stroke: #000000; stroke-width: .8", "fill:none;stroke:#000000;stroke-width:.8"),
        ("FILL:Red;", "fill:Red"),
        ("fill:red !important", "fill:red!important"),
        ("fill:url(#a);stroke:rgb(1, 2,3)", "fill:url(#a);stroke:rgb(1, 2,3)"),
        ("font: 10px 'DejaVu Sans', sans-serif", 'font:10px "DejaVu Sans", sans-serif'),
        ("fill:url('#a') red; clip-path : url( \"#b.c-d\" )", "fill:url(#a) red;clip-path:url(#b.c-d)"),
        ("fill:url('#a b')", 'fill:url("#a b")'),
        ("f\\69ll:r\\65 d", "fill:red"),
        ("fill:red/* ; stroke:blue */;opacity:1", "fill:red;opacity:1"),
        ("-inkscape-font-specification:'Sans';fill:red", "fill:red"),
        ("-moz-binding:none;behavior:none;foo:bar", ""),
        ("--ink:#123;fill:var(--ink, red)", "--ink:#123;fill:var(--ink, red)"),
        ("transform:rotate(calc(1deg*(2 + 3)))", "transform:rotate(calc(1deg*(2 + 3)))"),
        ("filter:drop-shadow(0 0 2px rgba(0,0,0,.5)) url(#f)", "filter:drop-shadow(0 0 2px rgba(0,0,0,.5)) url(#f)"),
        ("width:expression(alert)", ""),
        ("fill:attr(data-x);stroke:red", "stroke:red"),
        ("background:url(#a)", ""),
        ("background-image:none;background:#fff", "background:#fff"),
        ("fill:red}a{stroke:blue", ""),
        ("fill;:red;fill:;fill:a:b", ""),
        ("fill:[a];stroke:{b};opacity:(1)", "opacity:(1)"),
        ("fill:url(a b);stroke:'\n;opacity:1", "opacity:1"),
        ("fill:url();mask:url('')", ""),
        ("font-family:'a\\22 b\\\\'", 'font-family:"a\\22 b\\5c "'),
        ("font-family:Ä\\.b", "font-family:Ä\\.b"),
    ],
)
def test_declarations(given: str, kept: str) -> None:
    assert Styles().declarations(given) == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (" *{stroke-linejoin: round} ", "*{stroke-linejoin:round}"),
        (".st0{fill:#FFF;enable-background:new    ;}", ".st0{fill:#FFF}"),
        ("a > b.c#d, e ~ f + g:hover::after{fill:red}", "a > b.c#d, e ~ f + g:hover::after{fill:red}"),
        ("a/**/.b{fill:red}", "a.b{fill:red}"),
        (
            "[a='b'],:not(.c,:is(d)),:nth-child( 2n + 1 ){fill:red}",
            '[a="b"],:not(.c,:is(d)),:nth-child( 2n + 1 ){fill:red}',
        ),
        ("[a~=b] [c|='d'] [e^=f] [g$=h] [i*=j]{fill:red}", '[a~=b] [c|="d"] [e^=f] [g$=h] [i*=j]{fill:red}'),
        ("a||b{fill:red}", ""),
        ("svg|a{fill:red}b{fill:red}", "b{fill:red}"),
        ("a{foo:bar}b{}", ""),
        ("a{fill:red;b{fill:blue}stroke:red}", "a{fill:red;stroke:red}"),
        (
            "@media (prefers-color-scheme:dark) and (min-width:1px){a{fill:red}}",
            "@media (prefers-color-scheme:dark) and (min-width:1px){a{fill:red}}",
        ),
        ("@media print{@media (width >= 1px){a{fill:red}}}", "@media print{@media (width >= 1px){a{fill:red}}}"),
        ("@media print{b{foo:bar}}", ""),
        ("@media url{a{fill:red}}", "@media url{a{fill:red}}"),
        ("@media 'x'{a{fill:red}}", '@media "x"{a{fill:red}}'),
        ("@media f(x){a{fill:red}}", ""),
        (
            "@keyframes k{from{opacity:0}50%,60%{foo:bar}to{fill:red}}",
            "@keyframes k{from{opacity:0}50%,60%{}to{fill:red}}",
        ),
        ("@-webkit-keyframes 'k'{to{fill:red}}", '@-webkit-keyframes "k"{to{fill:red}}'),
        ("@keyframes {to{fill:red}}", ""),
        ("@charset 'utf-8';@namespace url(http://www.w3.org/2000/svg);a{fill:red}", "a{fill:red}"),
        ("@font-face{font-family:f;src:local(x)}@page{fill:red}@supports (fill:red){a{fill:red}}", ""),
        ("<!-- a{fill:red} --> b{fill:red}", "a{fill:red}b{fill:red}"),
        ("a{fill:red", "a{fill:red}"),
    ],
)
def test_stylesheets(given: str, kept: str) -> None:
    assert Styles().sheet(given) == kept


@pytest.mark.parametrize(
    "value",
    [
        "url(https://a.example/#b)",
        "url('a.svg#b')",
        "\\75rl(h\\74tps:a)",
        "u\\rl(//a)",
        "URL( 'ht\\\ntp:a' )",
        "url(\\\\\\\\a)",
        "var(--a, url(b))",
        "image-set('a' 1x)",
        "-WEBKIT-image-set(url(a) 1x)",
        "src('a')",
        "src(f('a'))",
        "image('a')",
        "url(data:image/png,a)",
        "url(javascript:a)",
        "unknown([{url(a)}])",
        "url(a",
        "url('a",
        "url('a'b",
        "@\\69mport 'a'",
    ],
)
@pytest.mark.parametrize("name", ["fill", "background", "foo", "--a"])
def test_what_leads_outside_is_refused_wherever_it_is(name: str, value: str) -> None:
    for read, text in (
        (Styles().declarations, f"{name}:{value}"),
        (Styles().sheet, f"a{{{name}:{value}}}"),
        (Styles().sheet, f"@media x{{a{{b{{{name}:{value}}}}}}}"),
        (Styles().sheet, f"@unknown {value};"),
    ):
        with pytest.raises(BadPicture, match="not a part of it"):
            read(text)
    with pytest.raises(BadPicture, match="not a part of it"):
        Styles().value(name, value)


@pytest.mark.parametrize(
    "text", ["@import 'a';", "@IMPORT url(#a)", "@\\69mport 'a'", "a{b:c}@import 'a'", "a{@import 'b'}"]
)
def test_imports_are_refused(text: str) -> None:
    with pytest.raises(BadPicture, match="@import"):
        Styles().sheet(text)


def test_only_the_address_of_a_namespace_is_no_address() -> None:
    for text in ("@namespace url(a);a{fill:url(b)}", "@namespace{}a{fill:url(b)}", "@namespace a 'b';@import 'c'"):
        with pytest.raises(BadPicture):
            Styles().sheet(text)


def test_media_queries() -> None:
    assert Styles().media("screen and (min-width: 10px), print") == "screen and (min-width: 10px), print"
    assert Styles().media("screen{") == Styles().media("url(#a)") == ""


def test_there_is_an_end_to_css() -> None:
    styles = Styles()
    for _ in range(3):
        assert styles.value("fill", "f(" + "a" * 100_000) == ""
    styles.sheet("a" * 100_000)
    with pytest.raises(BadPicture, match="250,000 characters of CSS"):
        styles.declarations("/" * 60_000)


@pytest.mark.parametrize(
    "piece", ["(", "[{(", "a(", "url(", '"', "/*", "@", "a{", "@media x{", "}", "rgb(", "\\", "u+", "a:b;"]
)
def test_no_css_takes_long_or_crashes(piece: str) -> None:
    began = time.process_time()
    text = piece * (20_000 // len(piece))
    for read in (Styles().sheet, Styles().declarations, Styles().media):
        read(text)
    Styles().value("fill", text)
    assert time.process_time() - began < 10


_USUAL = "fill stroke mask foo : ; url(#a) rgb(1,2,3) 'a_b' red 1px , .5 #fff"
_PIECES = (
    "fill:red; stroke: url(#a) rgb(1,2) ( ) [ ] { } , / + - * 'a b' \" ' \\ \\75rl( calc( @media @import ! important "
    "--a: var(--a) <!-- --> /* */ #a .b > a b:hover 1px 2% 3e4 u+1 é \n"
)


@given(st.lists(st.sampled_from(_PIECES.split(" ")), max_size=12).map("".join))
def test_what_is_written_is_written_again_alike(text: str) -> None:
    for kind in ("sheet", "declarations", "media"):
        try:
            once = getattr(Styles(), kind)(text)
        except BadPicture:
            continue
        assert getattr(Styles(), kind)(once) == once


@given(st.lists(st.sampled_from(_USUAL.split()), max_size=9))
def test_the_quick_way_ends_as_the_long_one(pieces: list[str]) -> None:
    text = " ".join(pieces)
    quick = Styles().declarations(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(style, "_SHORT", 0)
        assert Styles().declarations(text) == quick
