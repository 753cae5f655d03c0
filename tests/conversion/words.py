"""How many words of a known text are in a converted one, in their order; and what must be in none."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

OFFICE = Path(__file__).parent / "office"
CANARY = b"canary"
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+(?:[.,]\d+)*")


def words_of(text: str) -> list[str]:
    """The words of a text in their order, without notes in superscript and addresses of links."""
    return _WORD.findall(re.sub(r"\]\([^)]*\)|\[\^\d+\]", "]", text).replace("&lt;", "<"))


def recall(known: str, text: str) -> float:
    """The part of the words of a known text that another has in the same order."""
    known_words, words = words_of(known), words_of(text)
    same = SequenceMatcher(None, known_words, words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in same) / len(known_words)


def unpacked(data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and what they are when they are unpacked, as far as they are packed in a known way."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    for at in range(len(data)):
        if data[at : at + 1] == b"\x78":
            try:
                yield zlib.decompressobj().decompress(data[at:])
            except zlib.error:
                continue


def has_canary(data: bytes) -> bool:
    """Whether bytes have a word that must not be published, in any of the usual encodings."""
    return any(CANARY in part.lower() or CANARY.decode().encode("utf-16-le") in part.lower() for part in unpacked(data))
