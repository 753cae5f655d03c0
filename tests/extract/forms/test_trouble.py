import base64
import json
import random
import zlib

import pytest

from site_gen.extract.decode import decode
from site_gen.extract.forms.trouble import trouble_in
from tests.extract.forms.texts import LEAD, MORE

NOISE = random.Random(7)


def what(data: bytes) -> str:
    found = trouble_in(data, decode(data).text)
    return found.what if found else ""


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (b"GIF89a\x01\x00", "a GIF picture"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF document"),
        (b"PK\x03\x04\x14\x00\x06\x00word/document.xml", "a ZIP archive or an office document (.docx, .odt)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "an old office document (.doc)"),
        (b"{\\rtf1\\ansi The council met.}", "a rich text document (.rtf)"),
        (b"\x1f\x8b\x08\x00\x00\x00", "a gzip archive"),
        (b"RIFF\x24\x08\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00", "a picture, sound or video"),
        (b"\x7fELF\x02\x01\x01\x00", "a program"),
        (b"SQLite format 3\x00\x10\x00", "a database"),
    ],
)
def test_files_of_other_kinds_are_known_by_their_first_bytes(data: bytes, name: str) -> None:
    assert what(data) == f"This file is {name}, not text."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (NOISE.randbytes(20_000), "This file is not text in any known encoding."),
        (NOISE.randbytes(200), "This file is not text in any known encoding."),
        (zlib.compress(LEAD.encode() * 40), "This file is not text in any known encoding."),
        (b"", "This file is empty."),
        (b" \n\t\r\n ", "This file is empty."),
        ("\ufeff\n".encode(), "This file is empty."),
        (b"=" * 400, "This text repeats one character."),
        (b"aaaa aaaa\naaaa aaaa", "This text repeats one character."),
        (b"1 2 3 4 5 6\n7 8 9 10 11 12", "This text has no words."),
        (base64.encodebytes(NOISE.randbytes(900)), "This text is encoded data (base64 or the like), not prose."),
        (base64.b64encode(NOISE.randbytes(900)), "This text is encoded data (base64 or the like), not prose."),
        (json.dumps({"title": "A pier", "text": LEAD}).encode(), "This is JSON, not an article."),
        (json.dumps([[1, 2], [3, 4]], indent=1).encode() + b"\n" + b" " * 9, "This is JSON, not an article."),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "This is XML, not an article."),
        (b"<svg xmlns='x'><path d='M0 0'/></svg>", "This is XML, not an article."),
    ],
)
def test_what_is_no_article_is_reported_with_the_reason(data: bytes, says: str) -> None:
    assert what(data) == says


@pytest.mark.parametrize(
    "data",
    [
        LEAD.encode(),
        f"{LEAD}\n{MORE}".encode("utf-16"),
        f"{LEAD}\n{MORE}".encode("utf-16-le"),
        LEAD.encode() + b"\x00\x00 and more\x0c",
        "Das Boot lief aus. Größe: fünf Meter.".encode("cp1252"),
        "Береговая охрана сообщила, что задержала два судна у берега.".encode("cp1251"),
        "海上保安庁は二隻の船を発見したと発表した。".encode("shift_jis"),
        "海上保安庁は二隻の船を発見したと発表した。".encode(),
        b"RIFF raff ran the docks.",
        b"BZhar is a town.",
        b"Hmm",
        b"[Update] The council met. {sic}",
        b"[1] The first note\n[2] The second note",
        b"%PDF is a format.",
        b"https://gazette.example/2025/05/02/a-very-long-address-of-a-story-about-the-harbour-council and that is all",
        b"LLANFAIRPWLLGWYNGYLLGOGERYCHWYRNDROBWLLLLANTYSILIOGOGOGOCH is a village in Wales with a very long name",
        b"<p>The council met.</p>",
        (LEAD + "\n" + base64.b64encode(bytes(range(60))).decode()).encode(),
    ],
)
def test_texts_in_any_encoding_are_no_trouble(data: bytes) -> None:
    assert what(data) == ""


def test_each_says_what_to_do() -> None:
    for data in (b"%PDF-1.7", b"", b"\x89PNG\r\n\x1a\n", NOISE.randbytes(400), b'{"a": 1}', b"=" * 99):
        found = trouble_in(data, decode(data).text)
        assert found is not None
        assert found.hint
