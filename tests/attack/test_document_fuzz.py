"""Documents and mails with bytes and attributes changed at random are problems or texts, and never an exception."""

import io
import random
import re
import zipfile
from datetime import UTC

import pytest

from site_gen.conversion import convert, suffix_of
from site_gen.extract.marked.read import read_markdown
from site_gen.ingest.confined import convert_file
from tests.conversion.words import OFFICE

ROUNDS = 60
NAMES = ("tracked.docx", "tracked.odt", "tracked.rtf", "gmail.eml", "outlook.eml", "apple.eml", "thunderbird.eml")
PIECES = (b'"', b"<", b">", b"=?", b"\\", b"{", b"}", b"\n\n", b"--", b"\xff", b"\0", b"-1", b"99999999999", b"\\bin9")
TAG = re.compile(r"<[^<>]+>")
ATTRIBUTE = re.compile(r'[\w:]+="[^"]*"')
ELEMENTS = ("w:p", "w:r", "w:t", "w:tbl", "w:tc", "w:sdt", "w:ins", "text:p", "text:span", "text:list", "table:table")
VALUES = ("", "-1", "999999999", "x", "é", "1e9")


def changed_bytes(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        at = chance.randrange(len(made))
        end = min(len(made), at + chance.randrange(1, 200))
        kind = chance.randrange(4)
        if kind == 0:
            made[at] = chance.randrange(256)
        elif kind == 1:
            del made[at : at + chance.randrange(1, 40)]
        elif kind == 2:
            made[at:at] = made[at:end]
        else:
            made[at:at] = chance.choice(PIECES)
    return bytes(made)


def changed_xml(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    tags = TAG.findall(text)
    for _ in range(chance.choice((1, 2, 4, 8))):
        tag = chance.choice(tags)
        attributes = ATTRIBUTE.findall(tag)
        if attributes and chance.random() < 0.7:
            one = chance.choice(attributes)
            other = "" if chance.random() < 0.5 else f'{one.partition("=")[0]}="{chance.choice(VALUES)}"'
            text = text.replace(one, other, chance.choice((1, -1)))
        elif found := re.match(r"</?([\w:]+)", tag):
            name, other = re.escape(found[1]), chance.choice(ELEMENTS)
            text = re.sub(rf"(</?){name}(?=[\s>/])", rf"\g<1>{other}", text)
    return text.encode()


def changed(data: bytes, chance: random.Random) -> bytes:
    """A file with some of it changed; of one that is an archive, some of its parts."""
    if not data.startswith(b"PK") or chance.random() < 0.1:
        return changed_bytes(data, chance)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as made:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith((".xml", ".rels")) and chance.random() < 0.5:
                part = changed_xml(part, chance) if chance.random() < 0.8 else changed_bytes(part, chance)
            made.writestr(name, part)
    return buffer.getvalue()


@pytest.mark.parametrize("name", NAMES)
def test_what_was_changed_at_random_is_a_problem_or_a_text(name: str) -> None:
    data = (OFFICE / name).read_bytes()
    chance = random.Random(name)
    texts = 0
    for _ in range(ROUNDS):
        found = convert(suffix_of(name), "seeds/a", changed(data, chance), UTC)
        assert bool(found.value) != bool(found.problems)
        for one in found.value or ():
            read_markdown(one.text)
            texts += 1
    assert texts > 0


def test_a_changed_pdf_is_a_problem_or_a_text() -> None:
    data = (OFFICE / "columns-writer.pdf").read_bytes()
    chance = random.Random(1)
    for _ in range(6):
        found = convert_file(".pdf", "seeds/a", changed_bytes(data, chance), UTC)
        assert bool(found.value) != bool(found.problems)


def test_headers_that_break_the_library_are_plain_text() -> None:
    mail = b"Subject: Ten ships\nContent-Type: text/plain; charset*\n\nThe ships were seen off the coast."
    found = convert(".eml", "seeds/a.eml", mail, UTC)
    assert found.value is not None and found.value[0].text == "The ships were seen off the coast."
