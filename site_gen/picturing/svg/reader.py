"""Drawings as XML: no document type of their own, no entities, no encoding but UTF-8."""

import io
import re
from xml.parsers.expat import XML_PARAM_ENTITY_PARSING_NEVER
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import InputSource

from defusedxml.expatreader import DefusedExpatParser

from site_gen.picturing.fault import BadPicture
from site_gen.picturing.svg.refusal import PLAIN, too_large

_LARGEST = 10_000_000  # bytes
_MOST_ATTRIBUTES = 500_000
# What may follow an ampersand; comments, CDATA and instructions, which may hold any, are passed over.
_ENTITY = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|&(?!(?:lt|gt|amp|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)(\w*)", re.DOTALL
)


class _Parser(DefusedExpatParser):
    """Also refuses a document type that declares anything, and a declared encoding other than UTF-8."""

    has_doctype = False

    def reset(self) -> None:
        super().reset()
        self._parser.XmlDeclHandler = self._declared  # type: ignore[attr-defined]
        # Nothing that the document type names is asked for.
        self._parser.SetParamEntityParsing(XML_PARAM_ENTITY_PARSING_NEVER)  # type: ignore[attr-defined]

    def defused_start_doctype_decl(
        self, name: str, sysid: str | None, pubid: str | None, has_internal_subset: bool
    ) -> None:
        """Many programs write the name of SVG 1.1's document type, which browsers do not read either."""
        if has_internal_subset:
            raise BadPicture("The drawing declares entities or attributes of its own in its DOCTYPE.", PLAIN)
        self.has_doctype = True

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "utf8", "us-ascii"):
            raise BadPicture(f"The drawing is written in the encoding {encoding}.", "Save it as UTF-8.")


def read_drawing(data: bytes, handler: ContentHandler) -> None:
    """Hand the drawing's elements to the handler; `BadPicture`, with the line, where it or the handler refuses."""
    if len(data) > _LARGEST:
        raise too_large(f"{len(data):,} bytes; up to {_LARGEST:,} are read")
    if data.count(b"=") > _MOST_ATTRIBUTES:
        raise too_large(f"more than {_MOST_ATTRIBUTES:,} attributes")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise BadPicture(f"The drawing is not UTF-8 text (line {line}).", "Save it as UTF-8.") from None
    parser = _Parser(namespaceHandling=True, bufsize=len(data) + 1, forbid_dtd=True)  # at once: time stays linear
    parser.setContentHandler(handler)
    source = InputSource()
    source.setByteStream(io.BytesIO(data))
    source.setEncoding("utf-8")
    try:
        parser.parse(source)
        if parser.has_doctype:
            _refuse_entities(data)
    except SAXParseException as fault:
        raise BadPicture(f"The drawing is not well-formed XML: {fault.getMessage()}.", PLAIN) from None
    except ValueError as fault:  # of defusedxml
        raise BadPicture(f"The drawing holds what is not read ({type(fault).__name__}).", PLAIN) from None


def _refuse_entities(data: bytes) -> None:
    """With a document type elsewhere, the parser takes unknown entities for known ones and leaves them out."""
    for found in _ENTITY.finditer(data):
        if found[1] is not None:
            name = found[1].decode()
            raise BadPicture(f"The drawing uses the entity '&{name};', which it does not declare.", PLAIN)
