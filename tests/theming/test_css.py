import lightningcss
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_gen.theming.css import minified, text_of, tokens, unbalanced
from tests.support import ROOT

MODERN = {
    "a { color : red ; }": "a{color :red}",
    ".a { .b :hover { c: d } & > .e { f: g } > img { h: i } }": ".a{.b :hover{c:d}&>.e{f:g}>img{h:i}}",
    "@layer a , b; @layer a { .x { color: red } }": "@layer a,b;@layer a{.x{color:red}}",
    ":root { --x: light-dark( #fff , #000 ); --none: ; }": ":root{--x:light-dark(#fff,#000);--none: }",
    "@media (width < 40em) { a { b: c } }": "@media (width < 40em){a{b:c}}",
    "@media (40em <= width <= 60em) and (hover: hover) { a { b: c } }": (
        "@media (40em <= width <= 60em) and (hover:hover){a{b:c}}"
    ),
    "a:has( > img ) , a:not( .b , .c ) { d: e }": "a:has(>img),a:not(.b,.c){d:e}",
    "a { width: calc( (1px + 2px) * 3 - -2px ); margin: -1px - 2px }": (
        "a{width:calc((1px + 2px) * 3 - -2px);margin:-1px - 2px}"
    ),
    "@scope (.a) to (.b) { :scope { c: d } }": "@scope (.a) to (.b){:scope{c:d}}",
    "@container side (min-width: 20em) { a { b: c } }": "@container side (min-width:20em){a{b:c}}",
    "@supports not (display: grid) { a { b: c } }": "@supports not (display:grid){a{b:c}}",
    "a::before { content: ' /* no */  \\201C' ; }": "a::before{content:' /* no */  \\201C'}",
    'a { background: url( "a b.png" ) , url( c.png ) }': 'a{background:url("a b.png"),url( c.png )}',
    "a { color: red ! important; font: 1rem / 1.5 'A  B' , serif }": (
        "a{color:red!important;font:1rem / 1.5 'A  B',serif}"
    ),
    "a\\:b .c\\; d { e: f }": "a\\:b .c\\; d{e:f}",
    "a:nth-child( 2n + 1 of .b ) { c: d }": "a:nth-child(2n + 1 of .b){c:d}",
    "@font-face { src: x; unicode-range: U+0-7F, U+4?? }": "@font-face{src:x;unicode-range:U+0-7F,U+4??}",
    "a { b: c } /* one */ .d/* two */.e /* three */ .f { g: h }": "a{b:c}.d/**/.e .f{g:h}",
    "/*! a licence */ a { b: c /*! none */ }": "/*! a licence */a{b:c}",
    "a { transition: x .2s,y .2s }\n\n.a ~ .b + .c{ d: e;; }": "a{transition:x .2s,y .2s}.a ~ .b + .c{d:e;}",
    "@starting-style { a { b: c } }": "@starting-style{a{b:c}}",
}


def judged(text: str) -> str:
    """What another reader of CSS makes of a stylesheet; the white space that it keeps in custom properties left out."""
    return minified(tokens(lightningcss.process_stylesheet(text, minify=True)))


@pytest.mark.parametrize("text", MODERN)
def test_a_stylesheet_in_fewer_bytes_means_the_same(text: str) -> None:
    assert minified(tokens(text)) == MODERN[text]
    assert judged(MODERN[text]) == judged(text)


@pytest.mark.parametrize("theme", ["broadsheet", "plain", "wire"])
def test_the_styles_that_come_with_the_program_mean_the_same(theme: str) -> None:
    text = (ROOT / "themes" / theme / "static/style.css").read_text(encoding="utf-8")
    made = minified(tokens(text))
    assert judged(made) == judged(text)
    assert len(made) < 0.9 * len(text)


PIECES = [
    "a", ".b", "#c", "12px", "+", "-", "*", "/", ">", "~", "<", "=", ":", ";", ",", "(", ")", "{", "}", "[", "]", "!",
    " ", "\n", "/**/", "/*! x */", "'a  b'", '"c"', "url(x y)", "url( z )", "url(",
    "@media", "@", "\\", "\\{", "'", "/*",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join))
@example("url(> a)")
@example("url( a /**/ b)")
@example("url(  )")
def test_nothing_is_lost_in_tokens_and_fewer_bytes_stay_as_few(text: str) -> None:
    found = tokens(text)
    assert "".join(part for _, part, _ in found) == text
    assert [at for _, _, at in found] == [text.index(part, at) for _, part, at in found]
    said = [token for token in found if token[0] not in ("space", "comment") and token[1] != ";"]
    made = tokens(minified(found))
    if "unclosed" not in {kind for kind, _, _ in found}:
        assert [part for kind, part, _ in made if kind not in ("space", "comment") and part != ";"] == [
            part for _, part, _ in said
        ]


@pytest.mark.parametrize(
    ("text", "token", "what"),
    [
        ("a { b: c", ("mark", "{", 2), "is never closed"),
        ("a { b: (c }", ("mark", "}", 10), "closes nothing"),
        ("a { } }", ("mark", "}", 6), "closes nothing"),
        ("a { b: 'c\n' }", ("unclosed", "'", 7), "is never closed"),
        ("a { } /* b", ("unclosed", "/*", 6), "is never closed"),
    ],
)
def test_what_is_not_closed(text: str, token: tuple[str, str, int], what: str) -> None:
    assert unbalanced(tokens(text)) == (token, what)
    assert unbalanced(tokens("a { b: c(d[e]) }")) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"a b.png"', "a b.png"),
        ("url( a.png )", "a.png"),
        ("URL(a\\ b.png)", "a b.png"),
        ("'\\41 B\\'\\\nC'", "AB'C"),
        ("'\\110000 x\\0'", "\ufffdx\ufffd"),
    ],
)
def test_what_a_token_says(text: str, said: str) -> None:
    (token,) = tokens(text)
    assert text_of(token) == said
