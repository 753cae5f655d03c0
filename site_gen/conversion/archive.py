"""The parts of a zipped document (.docx, .odt), each read within limits; archives within archives are never opened."""

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element, TreeBuilder

from site_gen.conversion.limits import (
    DEEPEST_XML,
    LARGEST_PART,
    LARGEST_UNPACKED,
    MOST_ELEMENTS,
    MOST_ENTRIES,
)
from site_gen.conversion.refusal import Refusal

_STEP = 1_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOCKED = "This document is protected by a password."
_UNLOCK = "Save it without a password, then ingest again."


class Archive:
    """The parts of a zipped document by name. Raises `Refusal` for what is broken, protected or too large."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise _refusal_of_old_format(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError, OSError) as error:
            what = "This file is damaged, or no document of the kind that its name says."
            raise Refusal(what, "Open it in the program that made it, and save it again.") from error
        if len(self._zip.filelist) > MOST_ENTRIES:
            what = f"This document has {len(self._zip.filelist):,} parts, more than {MOST_ENTRIES:,}."
            raise Refusal(what, "Save the text by itself, for example as .txt.")
        self._left = LARGEST_UNPACKED

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """The bytes of a part; b"" where there is none."""
        info = self._zip.NameToInfo.get(name)
        if info is None:
            return b""
        if info.flag_bits & 0x1:
            raise Refusal(_LOCKED, _UNLOCK)
        if info.file_size > min(LARGEST_PART, self._left):
            what = f"{_shown(name)} in this document is too large: {info.file_size / 1e6:,.0f} MB when unpacked."
            raise Refusal(what, "Save the text by itself, for example as .txt.")
        try:
            data = self._unpacked(info)
        except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, OSError) as error:
            what = f"{_shown(name)} in this document is damaged."
            raise Refusal(what, "Open it in the program that made it, and save it again.") from error
        self._left -= len(data)
        return data

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        """A part, unpacked step by step: at most as many bytes as it declares, and these checked by their checksum."""
        parts: list[bytes] = []
        with self._zip.open(info) as file:
            while part := file.read(_STEP):
                parts.append(part)
        return b"".join(parts)

    def xml(self, name: str) -> Element | None:
        """The root element of a part; None where there is no such part."""
        data = self.read(name)
        return parse_xml(data, name) if data else None


def parse_xml(data: bytes, name: str) -> Element:
    """The root of an XML file without document type, of bounded depth and size; else a `Refusal`."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, XMLParser

    parser = XMLParser(target=_Bounded(), forbid_dtd=True)
    try:
        parser.feed(data)
        root = parser.close()
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        what = f"{_shown(name)} in this document is damaged, or declares entities."
        raise Refusal(what, "Open it in the program that made it, and save it again.") from error
    assert isinstance(root, Element)
    return root


class _Bounded(TreeBuilder):
    """Builds a tree of at most `MOST_ELEMENTS` elements, at most `DEEPEST_XML` within each other."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._count = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST_XML or self._count > MOST_ELEMENTS:
            what = "The structure of this document is too " + ("deep." if self._depth > DEEPEST_XML else "large.")
            raise Refusal(what, "Save the text by itself, for example as .txt.")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def _refusal_of_old_format(data: bytes) -> Refusal:
    if _ENCRYPTED in data:
        return Refusal(_LOCKED, _UNLOCK)
    return Refusal("This is a document of Word 97 to 2003 (.doc).", "Open it and save it as .docx, then ingest again.")


def _shown(name: str) -> str:
    return "A part" if len(name) > 100 or not name.isprintable() else name
