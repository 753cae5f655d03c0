import base64

import pytest

from tests.images.samples import SECRET, gif, jpeg, pixels, png, webp
from tests.images.svg.drawn import XLINK, cleaned, refused


@pytest.mark.parametrize(
    "body",
    [
        '<rect id="a" class="b c" x="1" y="2" width="3" height="4" rx="1" fill="#fff" transform="rotate(4 5,6)"/>',
        '<path d="M0 0L1 1" stroke-dasharray="1,2" vector-effect="non-scaling-stroke" pathLength="9"/>',
        '<text x="1 2" dy="1em" text-anchor="middle" xml:space="preserve" xml:lang="uk" lang="uk">a</text>',
        '<g role="img" aria-label="Map &lt;of&gt; &quot;x&quot;"/>',
        '<linearGradient id="a" gradientUnits="userSpaceOnUse" x1="0"/><linearGradient href="#a"/>',
        '<path fill="url(#a)" clip-path="url(#a)" filter="blur(1px) url(#f)"/>',
        '<switch><g systemLanguage="en"/><g/></switch>',
        '<a href="#part"><g/></a>',
        '<rect><animate attributeName="fill" values="red;url(#a);rgb(1,2,3)" dur="1s" begin="0s;x.click"/></rect>',
        '<rect><animateTransform attributeName="transform" type="rotate" from="0 1 1" to="360 1 1" dur="1s"/></rect>',
        '<animateMotion path="M0 0L1 1" dur="1s"><mpath href="#p"/></animateMotion>',
    ],
)
def test_what_shows_is_kept(body: str) -> None:
    assert cleaned(body) == body


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ('<g data-place="home" tabindex="0" foo="bar" src="https://a.example"/>', "<g/>"),
        ('<g xmlns:i="urn:inkscape" i:label="secret" i:onload="x"/>', "<g/>"),
        ('<g xml:base="https://a.example" xml:id="a"/>', "<g/>"),
        ('<g requiredExtensions="http://ns.adobe.com/x"><path/></g><g requiredExtensions=""/>', "<g/>"),
        ('<path fill="foo(1)" cursor="url(https://a.example)" stroke="red"/>', '<path stroke="red"/>'),
        ('<a href="https://a.example/" target="_blank" ping="x" rel="y" download=""><g/></a>', "<a><g/></a>"),
        ('<a href=" HTTPS:x"/><a href="mailto:x"/><a href="a/b?c#d"/><a href="//a"/><a href=""/>', "<a/>" * 5),
        ('<g><set attributeName="class" to="a"/><animate attributeName="foo" to="a"/></g>', "<g/>"),
        ('<rect><set attributeName="x" to="foo(1)"/></rect>', '<rect><set attributeName="x"/></rect>'),
        ('<use href=" \n#a "/>', '<use href="#a"/>'),
        ('<style type="text/less">a{fill:red}</style><style media="f(x)">a{fill:red}</style>', ""),
        (
            '<style type="TEXT/CSS" media=" print ">a{fill:red}</style>',
            '<style type="TEXT/CSS" media="print">a{fill:red}</style>',
        ),
    ],
)
def test_what_does_not_show_is_left_out(body: str, kept: str) -> None:
    assert cleaned(body) == kept


def test_xlink_is_declared_where_it_is_used() -> None:
    assert cleaned(
        '<use xlink:href="#a"/><g xmlns:q="http://www.w3.org/1999/xlink" q:href="#a" q:title="x"/>', XLINK
    ).endswith('<use xlink:href="#a"/><g xlink:href="#a"/>')
    assert cleaned("<g/>", XLINK) == "<g/>"


@pytest.mark.parametrize("name", ["onload", "ONCLICK", "onfoo", "onbegin"])
def test_event_handlers_are_refused(name: str) -> None:
    assert f"the event handler '{name}'" in refused(f'<g {name}=""/>')
    assert f"the event handler '{name}'" in refused("", root=f' {name}="x"')


@pytest.mark.parametrize("element", ["use", "image", "feImage", "linearGradient", "textPath", "mpath", "g", "a"])
@pytest.mark.parametrize(
    "href", ["javascript:x", " java&#9;script:x", "data:text/html,x", "vbscript:x", "file:///x", "&#104;ttp+x:y"]
)
def test_references_with_schemes_are_refused(element: str, href: str) -> None:
    for name in ("href", "xlink:href"):
        assert "which is not a part of it" in refused(f'<{element} {name}="{href}"/>', XLINK)


@pytest.mark.parametrize(
    "href", ["https://a.example/b.svg#c", "//a", "a.svg#b", "/a", "?a#b", "\\\\a", "&#104;ttps:a", "x"]
)
def test_references_outside_are_refused(href: str) -> None:
    for element in ("use", "image", "feImage", "pattern", "filter", "textPath"):
        assert "which is not a part of it" in refused(f'<{element} href="{href}"/>')


@pytest.mark.parametrize("name", ["href", "xlink:href", "q:href", " HREF ", "onclick", "x:onload"])
@pytest.mark.parametrize("element", ["set", "animate", "animateTransform", "animateMotion"])
def test_animations_of_addresses_and_handlers_are_refused(element: str, name: str) -> None:
    assert "an animation of" in refused(f'<a><{element} attributeName="{name}" to="#a"/></a>')


def test_animations_that_lead_outside_are_refused() -> None:
    for value in ("values", "from", "to", "by"):
        assert "not a part" in refused(f'<g><animate attributeName="fill" {value}="red;url(https://a.example)"/></g>')


def embedded(data: bytes, kind: str = "image/png", options: str = ";base64") -> str:
    return f'<image href="data:{kind}{options},{base64.b64encode(data).decode()}"/>'


@pytest.mark.parametrize(("kind", "data"), [("jpeg", jpeg()), ("png", png()), ("webp", webp()), ("gif", gif())])
def test_pictures_in_a_drawing_lose_their_metadata(kind: str, data: bytes) -> None:
    assert SECRET in data
    for claimed in (f"image/{kind}", "IMAGE/PNG"):  # recognised by its bytes, as everywhere
        kept = cleaned(embedded(data, claimed))
        head, _, rest = kept.partition(";base64,")
        assert head == f'<image href="data:image/{kind}'
        bare = base64.b64decode(rest.partition('"')[0])
        assert SECRET not in bare and b"Exif" not in bare
        assert pixels(bare) == pixels(data)


def test_pictures_in_a_drawing_may_be_broken_into_lines() -> None:
    lines = base64.encodebytes(png()).decode()
    tidy = cleaned(embedded(png()))
    assert cleaned(f'<image href="data:image/png;base64,{lines}"/>') == tidy
    assert (
        cleaned(f'<image href="data:image/png;charset=x;base64,{lines.replace("=", "%3D").replace("+", "%2B")}"/>')
        == tidy
    )


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (embedded(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "itself a drawing"),
        (embedded(b" " * 5000 + b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "itself a drawing"),
        (embedded("\ufeff<svg xmlns='http://www.w3.org/2000/svg'/>".encode()), "itself a drawing"),
        (embedded("<svg xmlns='http://www.w3.org/2000/svg'/>".encode("utf-16")), "itself a drawing"),
        (embedded("<svg xmlns='http://www.w3.org/2000/svg'/>".encode("utf-16-be")), "itself a drawing"),
        (embedded(b"x<svg xmlns='http://www.w3.org/2000/svg'/>"), "A picture in the drawing"),
        (embedded(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"), "not a part"),
        (embedded(b"<html/>", "text/html"), "not a part"),
        (embedded(png(), options=""), "not a part"),
        (embedded(png()[:60]), "truncated"),
        (embedded(b"hello"), "not a picture"),
        ('<image href="data:image/png;base64,!!"/>', "not base64"),
        ('<image href="data:image/png;base64,é"/>', "not base64"),
        ('<image href="data:image/png;base64,A"/>', "not base64"),
        ('<image href="#a"/>', "not a part"),
        (embedded(png()).replace("<image", "<use"), "not a part"),
    ],
)
def test_other_data_in_a_drawing_is_refused(body: str, what: str) -> None:
    assert what in refused(body)
