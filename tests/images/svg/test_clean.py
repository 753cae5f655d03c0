from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.images.fault import BadPicture
from site_gen.images.strip_metadata import plain
from site_gen.images.svg.allowed import ELEMENTS
from site_gen.images.svg.clean import plain_svg
from tests.attack.svgs import hostile
from tests.images.svg.drawn import HEAD, cleaned, refused, unsound

XHTML = 'xmlns:h="http://www.w3.org/1999/xhtml"'


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("<!-- by me --><?xpacket x?><g><!-- --></g>", "<g/>"),
        ("<metadata><x:y xmlns:x='urn:rdf'>me<svg/></x:y></metadata><g/>", "<g/>"),
        ('<i:namedview xmlns:i="urn:i" path="/home/me"><g/></i:namedview><g xmlns=""><path/></g>', ""),
        ("<unknown><path/></unknown><flowRoot><flowPara>x</flowPara></flowRoot><Path/>", ""),
        ("<font/><cursor/><view/><color-profile/><discard/><tref/>", ""),
        ("words <g> more\n</g> &lt;", "<g/>"),
        ("<text> a <tspan>b<!-- c -->d</tspan><a> e</a></text>", "<text> a <tspan>bd</tspan><a> e</a></text>"),
        ("<title>a &amp; b]]&gt;<tspan>c</tspan><h:b " + XHTML + ">d</h:b></title>", "<title>a &amp; b]]&gt;</title>"),
        ("<desc>é \U0001f600</desc>", "<desc>é \U0001f600</desc>"),
        ("<style>a{fill:red}<g>b{fill:red}</g></style>", "<style>a{fill:red}</style>"),
        ("<style><![CDATA[a>b{fi]]>ll:red}</style>", "<style>a&gt;b{fill:red}</style>"),
        ("<style>a{foo:bar}</style><style/>", ""),
        (
            "<switch><foreignObject><h:p " + XHTML + "/></foreignObject><text>a</text></switch>",
            "<switch><text>a</text></switch>",
        ),
        ('<s:g xmlns:s="http://www.w3.org/2000/svg"><s:path d="M0 0"/></s:g>', '<g><path d="M0 0"/></g>'),
        ('<g id="a&#10;b&#9;&quot;&lt;&gt;&amp;&#13;"/>', '<g id="a&#10;b&#9;&quot;&lt;&gt;&amp;&#13;"/>'),
        ("<text>a&#13;b</text>", "<text>a&#13;b</text>"),
        ("<svg viewBox='0 0 1 1'><symbol/></svg>", '<svg viewBox="0 0 1 1"><symbol/></svg>'),
    ],
)
def test_what_is_published_is_what_shows(body: str, kept: str) -> None:
    assert cleaned(body) == kept


@pytest.mark.parametrize(
    "name", ["script", "SCRIPT", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler", "listener"]
)
def test_what_could_act_is_refused(name: str) -> None:
    assert f"<{name}>, which could do more than be shown (line 2)." in refused(f"\n<{name}/>")
    assert f"<{name}>" in refused(f"<s:{name} xmlns:s='http://www.w3.org/2000/svg'/>")


@pytest.mark.parametrize("name", ["script", "iframe", "p", "img", "style", "base", "meta", "link", "svg"])
def test_html_is_refused(name: str) -> None:
    assert f"<{name}>" in refused(f"<g><h:{name} {XHTML}/></g>")


@pytest.mark.parametrize(
    "around", ["metadata", "title", "switch><foreignObject", "unknown", 'x:y xmlns:x="u"', "style"]
)
def test_a_script_is_refused_within_what_is_left_out_as_well(around: str) -> None:
    close = "".join(f"</{part.split()[0]}>" for part in reversed(around.replace(">", "").split("<")))
    assert "<script>" in refused(f"<{around}><script/>{close}")
    assert "<script>" in refused(f"<{around}><h:script {XHTML}/>{close}")


@pytest.mark.parametrize("before", ["<?xml-stylesheet href='a.css'?>", "<?XML-STYLESHEET href='#a'?>"])
def test_a_stylesheet_outside_is_refused(before: str) -> None:
    assert "xml-stylesheet" in refused("", before=before)


@pytest.mark.parametrize(
    "data",
    [
        b"<svg/>",
        b'<svg xmlns="urn:x"/>',
        b'<html xmlns="http://www.w3.org/2000/svg"/>',
        b'<svg xmlns="http://www.w3.org/1999/xhtml"/>',
    ],
)
def test_the_root_is_an_svg_of_svg(data: bytes) -> None:
    with pytest.raises(BadPicture, match="The root of the drawing"):
        plain_svg(data, plain)


def test_what_is_too_deep_or_too_many_is_refused() -> None:
    assert cleaned("<g>" * 199 + "</g>" * 199) == "<g>" * 198 + "<g/>" + "</g>" * 198
    assert "more than 200 elements within one another" in refused("<g>" * 100_000 + "</g>" * 100_000)
    assert "more than 200 elements within one another" in refused("<metadata>" * 100_000)
    assert "more than 100,000 elements" in refused("<g/>" * 100_000)


def test_a_bare_drawing_keeps_its_bytes() -> None:
    bare = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n'
    assert plain_svg(bare, plain) == (1, 1, bare)


def test_every_element_of_the_list_is_kept() -> None:
    for name in sorted(ELEMENTS - {"style", "svg"}):
        assert cleaned(f"<{name}/>") == f"<{name}/>"


_HOSTILE = sorted(hostile("https://elsewhere.example/").values())


@given(st.sampled_from(_HOSTILE), st.integers(0, 2000), st.binary(max_size=3), st.integers(0, 3))
def test_a_damaged_drawing_is_a_fault_or_a_drawing_never_a_crash(data: bytes, at: int, put: bytes, cut: int) -> None:
    at %= len(data)
    with suppress(BadPicture):
        _, _, made = plain_svg(data[:at] + put + data[at + cut :], plain)
        assert unsound(made) == []
        assert plain_svg(made, plain)[2] == made


_PARTS = st.sampled_from(
    [
        *(
            "<g>",
            "</g>",
            "<text>",
            "</text>",
            "<style>",
            "</style>",
            "<title>",
            "</title>",
            "<metadata>",
            "</metadata>",
        ),
        *("<path d='M0 0'/>", "<use href='#a'/>", "a &lt; b", " ", "a{fill:red}", "<x xmlns='u'>", "</x>", "<!-- -->"),
        *("<![CDATA[<g>]]>", "<svg>", "</svg>", "<g style='fill:url(\"#a\")' fill='rgb( 1,2 )' id='&#10;'>"),
    ]
)


@given(st.lists(_PARTS, max_size=14).map("".join))
def test_what_is_published_is_published_again_alike(body: str) -> None:
    with suppress(BadPicture):
        _, _, made = plain_svg(f"{HEAD}>{body}</svg>".encode(), plain)
        assert plain_svg(made, plain)[2] == made


def test_the_other_reader_sees_what_may_not_be_there() -> None:
    body = "<script/><g onload=''/><use href='a'/><g fill='url(a)' style='fill:u\\72l(b)'/><style>@import 'a'</style>"
    assert len(unsound(f"{HEAD}>{body}</svg>".encode())) == 6
    assert unsound(f"{HEAD}><use href='#a' fill='url(#b)'/></svg>".encode()) == []
