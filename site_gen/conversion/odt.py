"""OpenDocument texts (.odt) of LibreOffice and others."""

from datetime import tzinfo

from site_gen.conversion.archive import Archive
from site_gen.conversion.document import document_of
from site_gen.conversion.odt_html import OdtReader
from site_gen.conversion.odt_styles import OdtStyles
from site_gen.conversion.refusal import Refusal
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Converted

_BODY = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_ENCRYPTED = b"encryption-data"


def convert(name: str, data: bytes, zone: tzinfo) -> Result[tuple[Converted, ...]]:
    """The text of a document; title and subtitle by their styles, else the heading above the text."""
    try:
        archive = Archive(data)
        if _ENCRYPTED in archive.read("META-INF/manifest.xml"):
            raise Refusal("This document is protected by a password.", "Save it without one, then ingest again.")
        content = archive.xml("content.xml")
        body = content.find(f"{_BODY}body/{_BODY}text") if content is not None else None
        if body is None:
            raise Refusal("This file is no text of LibreOffice or the like.", "Save its text as .odt or .txt.")
        reader = OdtReader(OdtStyles(archive.xml("styles.xml"), content))
        html = reader.read(body)
        pictures = {f"picture-{number}": archive.read(path) for number, path in enumerate(reader.pictures, 1)}
        title, subtitle = " ".join(reader.title), " ".join(reader.subtitle)
        return Result((document_of("OpenDocument", html, pictures, title, subtitle, reader.left_out),))
    except Refusal as refusal:
        return Result(None, (Problem(name, 0, 0, refusal.what, refusal.hint),))
