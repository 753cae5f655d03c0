"""Recognises the form of a file by its first bytes, where that is certain."""

import re

START = 4096
"""So many bytes of a file are enough."""

_FIRST = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*[<{]")  # most files begin with neither, and need no further look
_MARKS = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*")
_HTML = re.compile(rb"(?:<!--.{0,2000}?-->\s*)*(?:<!doctype\s+html\b|<html[\s>])", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(
    rb"(?:<\?xml\b[^>]{0,300}\?>\s*)?(?:<\?xml-stylesheet\b[^>]{0,300}\?>\s*)*(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:rss[\s>]|feed\s[^>]{0,2000}http://www\.w3\.org/2005/Atom|rdf:RDF\s)",
    re.IGNORECASE | re.DOTALL,
)
_JSON_FEED = re.compile(rb"\{.{0,2000}?\"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org\\?/version", re.DOTALL)
_MAGIC = ((b"%PDF-", ".pdf"), (b"{\\rtf", ".rtf"))
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"


def form_in(suffix: str, data: bytes) -> str:
    """The suffix of the form that a file certainly has by its content; "" where it may have any.

    Plain text that looks like a page is left to the forms of plain text, so HTML is recognised only under other names.
    """
    start = data[:START]
    for magic, form in _MAGIC:
        if start.startswith(magic):
            return form
    if start.startswith(b"PK\x03\x04"):
        return _zipped(suffix, data)
    if _FIRST.match(start) is None:
        return ""
    head = start[_MARKS.match(start).end() :]  # type: ignore[union-attr]
    if _FEED.match(head):
        return ".xml"
    if head.startswith(b"{") and _JSON_FEED.match(head):
        return ".json"
    if suffix != ".txt" and _HTML.match(head):
        return ".html"
    return ""


def _zipped(suffix: str, data: bytes) -> str:
    """The form of a document that is a ZIP archive: by the name of its first part, or its own name."""
    if _ODT in data[:200]:
        return ".odt"
    if suffix in (".docx", ".odt"):
        return suffix
    return ".docx" if b"word/document.xml" in data else ""
