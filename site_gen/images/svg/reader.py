"""Parsing of drawings as XML: no declarations in a DOCTYPE, no entities, no encoding but UTF-8."""

import re
from typing import Any, Protocol

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from site_gen.images.fault import BadPicture
from site_gen.images.svg.refusal import PLAIN, too_large

_LARGEST = 10_000_000  # bytes
_MOST_ATTRIBUTES = 500_000
# What may follow an ampersand; comments, CDATA and instructions, which may contain any, are skipped.
_ENTITY = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|&(?!(?:lt|gt|amp|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)(\w*)", re.DOTALL
)


class Handler(Protocol):
    """Receives the parts of a drawing; a name in a namespace is `{namespace}name`."""

    def start(self, tag: str, attributes: dict[str, str], /) -> Any:
        """An element begins."""

    def end(self, tag: str, /) -> Any:
        """An element ends."""

    def data(self, text: str, /) -> Any:
        """Text within an element."""

    def pi(self, target: str, text: str | None, /) -> Any:
        """A processing instruction."""

    def close(self) -> Any:
        """The drawing ends."""


class Located:
    """Calls a handler, and adds the line of the file to what it refuses."""

    def __init__(self, handler: Handler) -> None:
        self.data, self.close = handler.data, handler.close
        self._handler = handler
        self.parser: Any = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        try:
            self._handler.start(tag, attributes)
        except BadPicture as fault:
            raise self._placed(fault) from None

    def end(self, tag: str) -> None:
        """An element ends."""
        try:
            self._handler.end(tag)
        except BadPicture as fault:
            raise self._placed(fault) from None

    def pi(self, target: str, text: str | None = None) -> None:
        """A processing instruction."""
        try:
            self._handler.pi(target, text)
        except BadPicture as fault:
            raise self._placed(fault) from None

    def _placed(self, fault: BadPicture) -> BadPicture:
        return placed(fault.what, self.parser.CurrentLineNumber, fault.hint)


class _Parser(DefusedXMLParser):
    """Also refuses a document type that declares anything, and a declared encoding other than UTF-8."""

    parser: Any  # of expat

    def __init__(self, target: Located) -> None:
        super().__init__(target=target, encoding="utf-8", forbid_dtd=True)
        self.parser.XmlDeclHandler = self._declared
        target.parser = self.parser
        self.has_doctype = False

    def defused_start_doctype_decl(
        self, name: str, sysid: str | None, pubid: str | None, has_internal_subset: bool
    ) -> None:
        """Allow a bare DOCTYPE: many programs write SVG 1.1's, which browsers ignore."""
        if has_internal_subset:
            raise placed("The drawing declares entities or attributes of its own in its DOCTYPE.", self._line())
        self.has_doctype = True

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "utf8", "us-ascii"):
            raise placed(f"The drawing is written in the encoding {encoding}.", self._line(), "Save it as UTF-8.")

    def _line(self) -> int:
        line: int = self.parser.CurrentLineNumber
        return line


def placed(what: str, line: int, hint: str = PLAIN) -> BadPicture:
    """The error with the line of the drawing's file."""
    return BadPicture(f"{what.rstrip('.')} (line {line}).", hint)


def read_drawing(data: bytes, handler: Handler) -> None:
    """Pass the drawing's parts to the handler; `BadPicture`, with the line, where the parser or the handler refuses."""
    if len(data) > _LARGEST:
        raise too_large(f"{len(data):,} bytes; up to {_LARGEST:,} are read")
    if data.count(b"=") > _MOST_ATTRIBUTES:
        raise too_large(f"more than {_MOST_ATTRIBUTES:,} attributes")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise placed("The drawing is not UTF-8 text.", line, "Save it as UTF-8.") from None
    parser = _Parser(Located(handler))
    try:
        parser.feed(data)  # all at once: data fed in pieces is scanned again for each
        parser.close()
    except ParseError as fault:
        words = re.sub(r": line \d+, column \d+$", "", str(fault))
        raise placed(f"The drawing is not well-formed XML: {words}.", fault.position[0]) from None
    except DefusedXmlException as fault:
        raise BadPicture(f"The drawing contains something that is not read ({type(fault).__name__}).", PLAIN) from None
    if parser.has_doctype:
        _refuse_entities(data)


def _refuse_entities(data: bytes) -> None:
    """Refuse unknown entities, which the parser leaves out silently where a DOCTYPE refers to a DTD."""
    for found in _ENTITY.finditer(data):
        if found[1] is not None:
            line = data.count(b"\n", 0, found.start()) + 1
            raise placed(f"The drawing uses the entity '&{found[1].decode()};', which it does not declare.", line)
