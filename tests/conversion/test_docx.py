"""What Word documents are made of, one thing at a time."""

import io
import zipfile
from datetime import UTC

import pytest

from site_gen.conversion import convert
from site_gen.model.seed import Converted
from tests.conversion.office.make_mails import picture

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMESPACES = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Zwischentitel"><w:name w:val="Zwi"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="character" w:styleId="Geheim"><w:name w:val="S"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="GeheimP"><w:name w:val="SP"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
</w:style><w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style></w:styles>"""
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rL" Type="http://x/hyperlink" Target="https://news.example/a" TargetMode="External"/>
<Relationship Id="rF" Type="http://x/hyperlink" Target="file:///C:/Users/canary/a.docx" TargetMode="External"/>
<Relationship Id="rP" Type="http://x/image" Target="media/image1.png"/>
<Relationship Id="rX" Type="http://x/image" Target="https://tracker.example/a.png" TargetMode="External"/>
</Relationships>"""


def document(body: str, **more: str | bytes) -> bytes:
    """A document with this body, and further parts by their names in the folder `word`."""
    parts: dict[str, str | bytes] = {
        "document": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "styles": STYLES,
        "numbering": NUMBERING,
        **more,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
        archive.writestr("word/_rels/document.xml.rels", RELATIONS)
        archive.writestr("word/media/image1.png", picture(10))
        archive.writestr("word/vbaProject.bin", b"canary macro")
        archive.writestr("docProps/core.xml", "<x>canary</x>")
        archive.writestr("customXml/item1.xml", "<x>canary</x>")
    return buffer.getvalue()


def converted(body: str, form: str = ".docx", **more: str | bytes) -> Converted:
    found = convert(form, "seeds/a.docx", document(body, **more), UTC)
    assert found.problems == ()
    assert found.value is not None
    (only,) = found.value
    assert "canary" not in repr(only).lower()
    return only


def p(*runs: str, style: str = "", properties: str = "") -> str:
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark.format("begin") + code + mark.format("separate") + r(result) + mark.format("end")


DELETED = '<w:del w:author="Canary">{}</w:del>'.format("<w:r><w:delText>canary</w:delText></w:r>")
BOX = f"<w:txbxContent>{p(r('In a box.'))}</w:txbxContent>"
BLIP = (
    '<w:drawing><wp:inline><wp:docPr id="1" name="canary.png" descr="A ship"/><a:graphic><a:graphicData><pic:pic>'
    '<pic:blipFill><a:blip r:embed="{}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
)

CASES = {
    "insertions are accepted": (p(r("One"), f'<w:ins w:author="Canary">{r(" two")}</w:ins>', r(".")), "One two."),
    "deletions are": (p(r("One"), DELETED, r(".")), "One."),
    "a deleted paragraph mark joins": (
        p(r("One "), properties='<w:rPr><w:del w:author="Canary"/></w:rPr>') + p(r("two.")),
        "One two.",
    ),
    "a deleted mark at the end loses nothing": (
        p(r("One.")) + p(r("Two."), properties='<w:rPr><w:del w:author="Canary"/></w:rPr>'),
        "One.\n\nTwo.",
    ),
    "moved text is where it went": (
        p(f"<w:moveFrom>{r('canary')}</w:moveFrom>", r("One ")) + p(f"<w:moveTo>{r('two.')}</w:moveTo>"),
        "One\n\ntwo.",
    ),
    "a deleted row": (
        "<w:tbl><w:tr><w:tc>{0}</w:tc><w:tc>{0}</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>{1}</w:tc></w:tr>"
        "<w:tr><w:tc>{0}</w:tc><w:tc>{0}</w:tc></w:tr></w:tbl>".format(p(r("a")), p(r("canary"))),
        "| a | a |\n| --- | --- |\n| a | a |",
    ),
    "hidden by itself": (p(r("One"), r("canary", "<w:vanish/>"), r(".")), "One."),
    "hidden by style": (p(r("One"), r("canary", '<w:rStyle w:val="Geheim"/>'), r(".")), "One."),
    "hidden by the style of the paragraph": (p(r("canary"), style="GeheimP") + p(r("One.")), "One."),
    "hidden is off": (p(r("One."), style="GeheimP").replace("<w:rPr>", '<w:rPr><w:vanish w:val="0"/>'), "One."),
    "a comment": (p('<w:commentRangeStart w:id="0"/>', r("One."), '<w:r><w:commentReference w:id="0"/></w:r>'), "One."),
    "a heading by a style in another language": (p(r("Start.")) + p(r("Head"), style="Zwischentitel"), "Start.\n\n## Head"),
    "a heading by its level": (
        p(r("Start.")) + p(r("Head"), properties='<w:outlineLvl w:val="2"/>'),
        "Start.\n\n### Head",
    ),
    "styles in a circle": (p(r("One."), style="Loop"), "One."),
    "a list by its style": (p(r("One."), style="Liste") + p(r("Two."), style="Liste"), "- One.\n- Two."),
    "a field with a link": (p(r("See "), field('HYPERLINK "https://a.example/b" \\o "canary"', "here"), r(".")), "See [here](https://a.example/b)."),
    "a field with a date": (p(field("DATE", "3 March")), "3 March"),
    "fields with properties": (p(r("One"), field("AUTHOR", "canary"), field("FILENAME \\p", "canary"), r(".")), "One."),
    "a simple field": (p(f'<w:fldSimple w:instr="SEQ a">{r("1")}</w:fldSimple>', r(" ship")), "1 ship"),
    "a field that never ends": (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>canary</w:instrText></w:r>', r("One.")),
        "One.",
    ),
    "a link to the web": (p(f'<w:hyperlink r:id="rL">{r("One")}</w:hyperlink>', r(".")), "[One](https://news.example/a)."),
    "a link to a disk": (p(f'<w:hyperlink r:id="rF">{r("One")}</w:hyperlink>', r(".")), "One."),
    "a link that is missing": (p(f'<w:hyperlink r:id="r9">{r("One")}</w:hyperlink>', r(".")), "One."),
    "a form that nobody filled in": (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p(r('canary'))}</w:sdtContent></w:sdt>{p(r('One.'))}",
        "One.",
    ),
    "a form that somebody filled in": (
        f'<w:sdt><w:sdtPr><w:alias w:val="canary"/></w:sdtPr><w:sdtContent>{p(r("One."))}</w:sdtContent></w:sdt>',
        "One.",
    ),
    "a table of contents": (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p(r('canary'))}</w:sdtContent></w:sdt>{p(r('One.'))}",
        "One.",
    ),
    "a box of text, which old and new programs have twice": (
        p(
            r("One."),
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>"
            f"<wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>",
        ),
        "One.\n\nIn a box.",
    ),
    "right to left, tagged words, mathematics": (
        p(f"<w:bdo>{r('One ')}</w:bdo>", f'<w:smartTag w:element="canary">{r("two ")}</w:smartTag>', "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"),
        "One two a+b",
    ),
    "breaks, tabs, hyphens": (
        p("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>x</w:t><w:noBreakHyphen/><w:t>y&#173;z</w:t></w:r>"),
        "One  \ntwo x‑yz",
    ),
    "symbols": (p(r("One "), '<w:r><w:sym w:font="Wingdings" w:char="F028"/><w:sym/></w:r>', r("two")), "One 🕿two"),
    "a picture": (p(r("One.")) + p(f"<w:r>{BLIP.format('rP')}</w:r>"), "One.\n\n![A ship](picture-1.png)"),
    "a picture from elsewhere": (p(r("One."), f"<w:r>{BLIP.format('rX')}</w:r>"), "One."),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_document_is_read_as_its_readers_see_it(name: str) -> None:
    body, text = CASES[name]
    assert converted(body).text == text


def test_title_and_subtitle_are_by_style_and_else_the_first_heading_is_the_title() -> None:
    found = converted(p(r("The "), r("title", "<w:b/>"), style="Titel") + p(r("One.")))
    assert (found.given.title, found.text) == ("The title", "One.")
    found = converted(p(r("One.")) + p(r("Late"), style="Titel"))
    assert (found.given.title, found.text) == ("", "One.\n\nLate")


def test_a_note_at_the_title_is_not_lost() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="1">{p(r("A note."))}</w:footnote></w:footnotes>'
    title = p(r("Title"), '<w:r><w:footnoteReference w:id="1"/></w:r>', style="Titel")
    found = converted(title + p(r("One.")), footnotes=notes)
    assert (found.given.title, found.text) == ("Title", "[^1]\n\nOne.\n\n[^1]: A note.")


def test_a_caption_and_its_credit_are_the_pictures() -> None:
    body = (
        p(r("One.")) + p(f"<w:r>{BLIP.format('rP')}</w:r>") + p(r("The ship at sea. Photo: Navy"), style="Beschriftung")
    )
    (one,) = converted(body).pictures
    assert (one.caption, one.credit, one.data) == ("The ship at sea.", "Navy", picture(10))


def test_a_document_with_macros_is_read_and_its_macros_are_not() -> None:
    assert converted(p(r("One.")), form=".docm").text == "One."


def test_a_strict_document_is_read() -> None:
    strict = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main"
    }
    body = f"<w:document {NAMESPACES}><w:body>{p(r('One.'))}</w:body></w:document>"
    for usual, other in strict.items():
        body = body.replace(usual, other)
    assert converted("", document=body).text == "One."


def test_what_is_left_out_is_noted_without_its_words() -> None:
    found = converted(CASES["deletions are"][0] + CASES["a comment"][0] + CASES["hidden by itself"][0])
    assert [note.value for note in found.notes] == ["Word", "deleted texts (1)", "comments (1)", "hidden texts (1)"]


def test_an_empty_document_is_a_problem() -> None:
    (problem,) = convert(".docx", "seeds/a.docx", document(p(r("canary", "<w:vanish/>"))), UTC).problems
    assert str(problem).startswith("seeds/a.docx: This document has no text.")
