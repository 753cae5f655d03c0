"""Documents that are archives: what is broken, locked or too large is refused before it takes memory."""

import io
import zipfile
import zlib

import pytest

from site_gen.conversion import archive
from site_gen.conversion.archive import Archive, parse_xml
from site_gen.conversion.refusal import Refusal

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return buffer.getvalue()


def refused(data: bytes, part: str = "a") -> str:
    with pytest.raises(Refusal) as found:
        Archive(data).xml(part)
    assert found.value.hint.endswith(".")
    return found.value.what


def test_parts_are_read_by_name() -> None:
    made = Archive(zipped(a=b"<x>1</x>", b=b"2"))
    root = made.xml("a")
    assert root is not None and root.text == "1"
    assert (made.read("b"), made.read("c"), made.xml("c"), "b" in made) == (b"2", b"", None, True)


def test_what_is_no_archive_says_what_it_is() -> None:
    assert refused(b"PK\x03\x04 junk") == "This file is damaged, or no document of the kind that its name says."
    assert refused(OLE) == "This is a document of Word 97 to 2003 (.doc)."
    assert refused(OLE + "EncryptedPackage".encode("utf-16-le")) == "This document is protected by a password."


def test_a_part_that_is_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_PART", 1000)
    assert refused(zipped(a=bytes(1001))) == "a in this document is too large: 0 MB when unpacked."


def test_all_parts_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 1000)
    made = Archive(zipped(a=bytes(600), b=bytes(600)))
    assert len(made.read("a")) == 600
    with pytest.raises(Refusal):
        made.read("b")


def test_a_part_that_declares_another_size_or_checksum_is_damaged() -> None:
    data = zipped(a=b"<x>" + b"y" * 5000 + b"</x>")
    at = data.rindex(b"PK\x01\x02")
    size = data[:at] + data[at:].replace((5007).to_bytes(4, "little"), (7).to_bytes(4, "little"))
    assert refused(size) == "a in this document is damaged."
    checksum = zlib.crc32(b"<x>" + b"y" * 5000 + b"</x>").to_bytes(4, "little")
    assert refused(data.replace(checksum, bytes(4))) == "a in this document is damaged."


def test_a_locked_part_is_refused() -> None:
    data = bytearray(zipped(a=b"<x/>"))
    data[6] |= 1
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    assert refused(bytes(data)) == "This document is protected by a password."


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        b"<x",
        b"",
        b'<?xml version="1.0" encoding="none"?><x/>',
        b"\xff\xfe<\0x",
    ],
)
def test_entities_and_broken_xml_are_refused(xml: bytes) -> None:
    with pytest.raises(Refusal) as found:
        parse_xml(xml, "a")
    assert found.value.what == "a in this document is damaged, or declares entities."


@pytest.mark.parametrize("xml", [b"<x>" * 200, b"<x>" + b"<y/>" * 300_000])
def test_depth_and_number_of_elements_are_bounded(xml: bytes) -> None:
    with pytest.raises(Refusal, match=r"The structure of this document is too (deep|large)"):
        parse_xml(xml, "a")
