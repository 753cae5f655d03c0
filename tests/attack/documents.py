"""Hostile documents and mails, each made at any size: what should be a problem, or a text, in bounded time and memory."""

import io
import struct
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable
from functools import cache

from tests.conversion.test_docx import NAMESPACES, STYLES, document, p, r
from tests.conversion.test_odt import document as odt
from tests.conversion.test_odt import p as odt_p
from tests.conversion.test_pdf import page

Hostile = Callable[[], tuple[str, bytes]]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(12))


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@cache
def bomb() -> bytes:
    """A document whose text unpacks to 400 MB: runs of zeros, made without ever holding them."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    chunk = b" " * 1_000_000
    crc, packed = 0, bytearray()
    for _ in range(400):
        packed += squeeze.compress(chunk)
        crc = zlib.crc32(chunk, crc)
    packed += squeeze.flush()
    name, size = b"word/document.xml", 400_000_000
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0, crc, len(packed), size, len(name), 0) + name
    central = struct.pack(
        "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 0, crc, len(packed), size, len(name), 0, 0, 0, 0, 0, 0
    )
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(central) + len(name), len(local) + len(packed), 0)
    return local + bytes(packed) + central + name + end


def lying_bomb() -> bytes:
    """The same, but it declares 1,000 bytes."""
    data = bytearray(bomb())
    size = struct.pack("<I", 400_000_000)
    for _ in range(2):
        at = data.index(size)
        data[at : at + 4] = struct.pack("<I", 1000)
    return bytes(data)


def nested_zip() -> bytes:
    inner = zipped({"a": bytes(10_000_000)})
    for _ in range(6):
        inner = zipped({f"{n}.zip": inner for n in range(10)})
    return zipped({"word/document.xml": b"<x/>", "word/embeddings/a.zip": inner})


def many_parts() -> bytes:
    return zipped({f"p{n}": b"" for n in range(20_000)} | {"word/document.xml": b"<x/>"})


def laughs(name: str) -> bytes:
    xml = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><w:document {NAMESPACES}>&l12;</w:document>'
    return zipped({name: xml.encode()})


def outside_entity() -> bytes:
    xml = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document {W}><w:body>&e;</w:body></w:document>'
    return zipped({"word/document.xml": xml.encode()})


def deep_docx() -> bytes:
    cell = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    body = p(r("word"))
    for _ in range(40):
        body = cell.format(body + p(r("x")))
    return document(body)


def boxes() -> bytes:
    """Boxes of text within each other, each twice, for old and for new programs."""
    body = p(r("word"))
    for _ in range(9):
        box = f"<w:txbxContent>{body}</w:txbxContent>"
        body = p(f"<w:r><w:pict><v:textbox>{box}</v:textbox><v:textbox>{box}</v:textbox></w:pict></w:r>")
    return document(body)


def many_runs() -> bytes:
    return document(p(*[r("a") for _ in range(20_000)]))


def many_styles() -> bytes:
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="n{n}"/><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(20_000)
    )
    return document("".join(p(r("a"), style=f"s{n}") for n in range(2_000)), styles=f"<w:styles {W}>{chain}</w:styles>")


def wide_cells() -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>{}</w:tc>'.format(p(r("a")))
    row = f"<w:tr>{cell * 50}</w:tr>"
    return document(f"<w:tbl>{row * 100}</w:tbl>")


def repeated_cells() -> bytes:
    row = (
        '<table:table-row table:number-rows-repeated="999999999"><table:table-cell '
        'table:number-columns-repeated="999999999"><text:p>a</text:p></table:table-cell></table:table-row>'
    )
    return odt(f"<table:table>{row * 500}</table:table>")


def deep_rtf() -> bytes:
    return b"{\\rtf1 " + b"{\\b " * 1_000_000


def long_rtf() -> bytes:
    return b"{\\rtf1 " + b"\\u8211 ?\\'e4{\\*\\x y}" * 80_000 + b"}"


def rtf_links() -> bytes:
    return b"{\\rtf1 " + b'{\\field{\\*\\fldinst{HYPERLINK "' * 100_000


def objects_pdf() -> bytes:
    """A PDF of a million objects, most of them in no page."""
    body = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    return (
        body
        + b"".join(b"%d 0 obj\n[]\nendobj\n" % n for n in range(3, 1_000_000))
        + b"trailer\n<< /Root 1 0 R >>\n%%EOF"
    )


def pages_in_a_circle() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 9999 >>\nendobj\n"
        b"3 0 obj\n<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 9999 >>\nendobj\n"
        b"trailer\n<< /Root 1 0 R >>\n%%EOF"
    )


def forms_in_a_circle() -> bytes:
    """Drawings that draw each other twice, without end."""
    form = b"%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A %d 0 R >> >> /Length 10 >>\nstream\n/A Do /A Do\nendstream\nendobj\n"
    chain = b"".join(form % (n, n + 1 if n < 40 else 10) for n in range(10, 41))
    return page(b"/A Do /A Do", "/XObject << /A 10 0 R >>").replace(b"xref\n", chain + b"xref\n", 1)


def packed_stream() -> bytes:
    """A page whose content unpacks to 1 GB, three times packed."""
    squeeze = zlib.compressobj(9)
    packed = b"".join(squeeze.compress(b"BT (a) Tj ET " * 80_000) for _ in range(1000)) + squeeze.flush()
    for _ in range(2):
        packed = zlib.compress(packed, 9)
    content = page(packed)
    return content.replace(
        b"/Length %d" % len(packed), b"/Filter [/FlateDecode /FlateDecode /FlateDecode] /Length %d" % len(packed)
    )


def many_letters() -> bytes:
    content = (
        b"BT /F 1 Tf " + b"".join(b"1 0 0 1 %d %d Tm (a) Tj " % (n % 590, n // 590) for n in range(250_000)) + b"ET"
    )
    return page(content)


def many_pages() -> bytes:
    kids = b" ".join(b"3 0 R" for _ in range(100_000))
    return page(b"BT /F 9 Tf (One page) Tj ET").replace(b"/Kids [3 0 R] /Count 1", b"/Kids [%s] /Count 100000" % kids)


def deep_mime() -> bytes:
    """Parts within parts."""
    body = b"text"
    head = b"Subject: a\nMIME-Version: 1.0\n"
    opened = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000))
    return head + opened + b"Content-Type: text/plain\n\n" + body


def mails_in_mails() -> bytes:
    return b"Subject: a\n" + b"Content-Type: message/rfc822\n\nSubject: a\n" * 3000 + b"\ntext"


def many_mime_parts() -> bytes:
    return b'Subject: a\nContent-Type: multipart/mixed; boundary="b"\n\n' + b"--b\n\na\n" * 100_000


def header(name: str, value: str, times: int) -> bytes:
    return f"Subject: A\n{name}: {value * times}\n\nThe ships were seen off the coast on Tuesday, it said.".encode()


def html_mail(html: str) -> bytes:
    return f"Subject: a\nContent-Type: text/html; charset=utf-8\n\n{html}".encode()


def attached_bomb() -> bytes:
    return (
        b'Subject: a\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n\nSee the file.\n--b\n'
        b'Content-Type: application/octet-stream; name="a.docx"\nContent-Transfer-Encoding: base64\n\n'
        + b64encode(bomb())
        + b"\n--b--\n"
    )


HOSTILE: dict[str, Hostile] = {
    "zip bomb": lambda: (".docx", bomb()),
    "zip bomb that lies": lambda: (".docx", lying_bomb()),
    "zip bomb attached to a mail": lambda: (".eml", attached_bomb()),
    "archives within archives": lambda: (".docx", nested_zip()),
    "an archive of many parts": lambda: (".docx", many_parts()),
    "a billion laughs in .docx": lambda: (".docx", laughs("word/document.xml")),
    "a billion laughs in .odt": lambda: (".odt", laughs("content.xml")),
    "an entity from outside": lambda: (".docx", outside_entity()),
    "tables within tables": lambda: (".docx", deep_docx()),
    "boxes within boxes": lambda: (".docx", boxes()),
    "runs without end": lambda: (".docx", many_runs()),
    "styles based on styles": lambda: (".docx", many_styles()),
    "cells of a million columns": lambda: (".docx", wide_cells()),
    "cells repeated a billion times": lambda: (".odt", repeated_cells()),
    "sections within sections": lambda: (".odt", odt("<text:section>" * 140 + odt_p("a") + "</text:section>" * 140)),
    "groups within groups": lambda: (".rtf", deep_rtf()),
    "a long RTF": lambda: (".rtf", long_rtf()),
    "links of RTF that do not end": lambda: (".rtf", rtf_links()),
    "a PDF of a million objects": lambda: (".pdf", objects_pdf()),
    "pages in a circle": lambda: (".pdf", pages_in_a_circle()),
    "drawings in a circle": lambda: (".pdf", forms_in_a_circle()),
    "a stream that unpacks without end": lambda: (".pdf", packed_stream()),
    "letters without end": lambda: (".pdf", many_letters()),
    "pages without end": lambda: (".pdf", many_pages()),
    "parts of a mail within parts": lambda: (".eml", deep_mime()),
    "mails within mails": lambda: (".eml", mails_in_mails()),
    "a mail of many parts": lambda: (".eml", many_mime_parts()),
    "a subject of comments": lambda: (".eml", header("Subject", "(", 500_000)),
    "a sender of comments": lambda: (".eml", header("From", "(", 500_000)),
    "encoded words without end": lambda: (".eml", header("Subject", "=?utf-8?q?a", 100)),
    "a media type without end": lambda: (".eml", header("Content-Type", "text/plain; a=", 100_000)),
    "a media type of comments": lambda: (".eml", header("Content-Type", "(", 1900)),
    "HTML within HTML": lambda: (".eml", html_mail("<div>" * 100_000 + "text")),
    "quotations within quotations": lambda: (".eml", html_mail("<blockquote>" * 2_000 + "text")),
    "tables of a mail within tables": lambda: (".eml", html_mail("<table><tr><td>" * 900 + "text")),
    "signs that begin tags": lambda: (".eml", html_mail("<" * 300_000)),
    "comments that do not end": lambda: (".eml", html_mail("<!--" * 100_000)),
    "quoted lines without end": lambda: (".eml", b"Subject: a\n\n" + b"> a\n" * 100_000 + b"text"),
    "lines that nearly quote": lambda: (".eml", b"Subject: a\n\n" + b"On 2025 a a a\n" * 30_000),
    "one long line": lambda: (".eml", b"Subject: a\n\n" + b"-_* >" * 200_000),
    "styles": lambda: (".docx", document("", styles=STYLES.replace("</w:styles>", ""))),
}  # fmt: skip
