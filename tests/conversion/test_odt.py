"""What OpenDocument texts are made of, one thing at a time."""

import io
import zipfile
from datetime import UTC

import pytest

from site_gen.conversion import convert
from site_gen.model.seed import Converted
from tests.conversion.office.make_mails import picture

NAMESPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
        for name, path in {
            "office": "office",
            "style": "style",
            "text": "text",
            "table": "table",
            "draw": "drawing",
            "svg": "svg-compatible",
            "fo": "xsl-fo-compatible",
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
STYLES = """<office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Heading_20_2"/>
<style:style style:name="PH" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold" fo:font-style="italic"/>
</style:style><style:style style:name="TH" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Title" style:family="paragraph"/><style:style style:name="Heading_20_2" style:family="paragraph"/>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>
</office:automatic-styles>"""


def document(body: str, manifest: str = "", styles: str = STYLES) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMESPACES}>{styles}<office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
        archive.writestr("meta.xml", "<x>canary</x>")
        archive.writestr("Pictures/1.png", picture(10))
        archive.writestr("META-INF/manifest.xml", manifest or "<manifest/>")
    return buffer.getvalue()


def converted(body: str) -> Converted:
    found = convert(".odt", "seeds/a.odt", document(body), UTC)
    assert found.problems == ()
    assert found.value is not None
    (only,) = found.value
    assert "canary" not in repr(only).lower()
    return only


def p(content: str, style: str = "S") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


CASES = {
    "marks": (p('A <text:span text:style-name="T1">b</text:span>.'), "A ***b***."),
    "hidden words": (p('One<text:span text:style-name="TH">canary</text:span>.'), "One."),
    "a hidden paragraph": (p("canary", "PH") + p("One."), "One."),
    "a hidden section": (f'<text:section text:display="none">{p("canary")}</text:section>{p("One.")}', "One."),
    "hidden text of a field": (p('One<text:hidden-text text:string-value="canary">canary</text:hidden-text>.'), "One."),
    "fields with properties": (
        p("One<text:author-name>canary</text:author-name><text:file-name>canary</text:file-name>."),
        "One.",
    ),
    "a field with a date": (p("<text:date>3 March</text:date>"), "3 March"),
    "an annotation": (p("One<office:annotation><dc:creator>canary</dc:creator><text:p>canary</text:p></office:annotation>."), "One."),
    "a table of contents": (f"<text:table-of-content>{p('canary')}</text:table-of-content>{p('One.')}", "One."),
    "blanks and breaks": (p('One<text:s text:c="3"/>two<text:tab/>three<text:line-break/>four'), "One two three  \nfour"),
    "a heading by style": (p("Start.") + p("Head", "P2"), "Start.\n\n## Head"),
    "numbered headings are no list": (
        p("Start.") + '<text:list><text:list-item><text:h text:outline-level="2">Head</text:h></text:list-item></text:list>',
        "Start.\n\n## Head",
    ),
    "a list in a list": (
        '<text:list text:style-name="N"><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p>'
        "</text:list-item></text:list></text:list-item></text:list>",
        "1. a\n   - b",
    ),
    "repeated cells": (
        '<table:table><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>a</text:p>'
        "</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>b</text:p></table:table-cell>"
        "<table:covered-table-cell/></table:table-row></table:table>",
        "| a | a |\n| --- | --- |\n| b |  |",
    ),
    "a box after its paragraph": (
        p("One.<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>"),
        "One.\n\nIn a box.",
    ),
    "a link to a disk": (p('<text:a xlink:href="file:///home/canary/a">One</text:a>.'), "One."),
    "a picture": (
        p('One.<draw:frame draw:name="canary"><draw:image xlink:href="Pictures/1.png"/><svg:desc>A ship</svg:desc></draw:frame>'),
        "One.\n\n![A ship](picture-1.png)",
    ),
    "a picture from elsewhere": (
        p('One.<draw:frame><draw:image xlink:href="https://tracker.example/a.png"/></draw:frame>'),
        "One.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_document_is_read_as_its_readers_see_it(name: str) -> None:
    body, text = CASES[name]
    assert converted(body).text == text


def test_the_title_is_by_style_or_the_first_heading() -> None:
    found = converted(p("The <text:span>title</text:span>", "P1") + p("One."))
    assert (found.given.title, found.text) == ("The title", "One.")
    found = converted('<text:h text:outline-level="1">The title</text:h>' + p("One."))
    assert (found.given.title, found.text) == ("The title", "One.")


def test_what_is_locked_or_no_text_is_a_problem() -> None:
    locked = document(p("One."), "<manifest><encryption-data/></manifest>")
    (problem,) = convert(".odt", "a.odt", locked, UTC).problems
    assert problem.what == "This document is protected by a password."
    sheet = document(p("One.")).replace(b"office:text", b"office:shee")
    (problem,) = convert(".odt", "a.odt", sheet, UTC).problems
    assert problem.hint.endswith(".")
