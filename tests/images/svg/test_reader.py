import pytest

from site_gen.images.fault import BadPicture
from site_gen.images.strip_metadata import plain
from site_gen.images.svg.clean import plain_svg
from tests.images.svg.drawn import HEAD, cleaned, refused

DOCTYPE = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\ufeff",
        '<?xml version="1.0"?>',
        '<?xml version="1.0" encoding="utf-8" standalone="no"?>\n' + DOCTYPE,
        "<?xml version='1.0' encoding='UTF-8'?>",
        "<?xml version='1.0' encoding='us-ascii'?>",
        "<!DOCTYPE svg>",
        DOCTYPE + "<!-- &entity; --><?pi &entity; ?>",
    ],
)
def test_what_is_before_the_root_is_left_out(before: str) -> None:
    assert cleaned("<g/>", before=before) == "<g/>"


@pytest.mark.parametrize(
    "before",
    [
        "<!DOCTYPE svg []>",
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x">]>',
        "<!DOCTYPE svg [<!ELEMENT svg ANY>]>",
        '<!DOCTYPE svg SYSTEM "x" [<!NOTATION a SYSTEM "b">]>',
    ],
)
def test_a_document_type_that_declares_is_refused(before: str) -> None:
    assert "DOCTYPE" in refused("", before=before)


def test_an_unknown_entity_is_refused_with_a_document_type_or_without() -> None:
    assert "'&nbsp;'" in refused('<text x="&nbsp;"/>', before=DOCTYPE)
    assert "undefined entity" in refused("<text>&nbsp;</text>", before=DOCTYPE)
    assert "undefined entity" in refused("<text>&nbsp;</text>")
    kept = cleaned("<text>&lt;&#38;&#x26;</text><style><![CDATA[a{fill:red}/*&b;*/]]></style>", before=DOCTYPE)
    assert kept == "<text>&lt;&amp;&amp;</text><style>a{fill:red}</style>"


@pytest.mark.parametrize("encoding", ["ISO-2022-JP", "UTF-16", "windows-1252", "utf-7", "x"])
def test_another_encoding_is_refused(encoding: str) -> None:
    assert f"in the encoding {encoding} (line 1)" in refused("", before=f'<?xml version="1.0" encoding="{encoding}"?>')


@pytest.mark.parametrize("data", [f"{HEAD}/>".encode("utf-16"), f'{HEAD}\n id="\xff"/>'.encode("latin-1")])
def test_what_is_not_utf_8_is_refused(data: bytes) -> None:
    with pytest.raises(BadPicture, match=r"not UTF-8 text \(line [12]\)"):
        plain_svg(data, plain)


@pytest.mark.parametrize(
    "body", ["<g>", "<g></a>", "<a:g/>", '<g a="" a=""/>', "<g a=b/>", "&a;", "\x01", "\0", "<g/></svg><svg>"]
)
def test_what_is_not_well_formed_is_refused_with_its_line(body: str) -> None:
    assert "not well-formed" in refused("\n" + body)
    assert "(line 2)" in refused("\n" + body)


@pytest.mark.parametrize(
    "body",
    [
        "<script/>",
        '<g onload=""/>',
        '<use href="a"/>',
        "<style>@import 'a'</style>",
        "<?xml-stylesheet?>",
        "<g></a>",
        "&a;",
    ],
)
def test_a_refusal_names_the_line(body: str) -> None:
    assert "(line 3)." in refused("<g/>\n\n" + body + "\n<g/>" * 99)


def test_what_is_too_large_is_refused_at_once() -> None:
    assert "10,000,000" in refused("<text>" + "a" * 10_000_000)
    assert "500,000 attributes" in refused("<g " + "".join(f"a{n}=''" for n in range(500_000)) + "/>")
