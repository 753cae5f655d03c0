"""Detects files that are no text and texts that are no article: they are reported, not published."""

import re

from msgspec import Struct


class Trouble(Struct, frozen=True):
    """Why a seed cannot become a post, and what its editor can do."""

    what: str
    hint: str


_SAVE = "Open it in its own program and save it as plain text (.txt)."
_PICTURE = "Pictures belong in content/images/; other files in static/."
# The first bytes of other kinds of files.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", _PICTURE),
    (b"GIF87a", "a GIF picture", _PICTURE),
    (b"GIF89a", "a GIF picture", _PICTURE),
    (b"RIFF", "a picture, sound or video", _PICTURE),
    (b"II*\x00", "a TIFF picture", _PICTURE),
    (b"MM\x00*", "a TIFF picture", _PICTURE),
    (b"%PDF-", "a PDF document", _SAVE),
    (b"PK\x03\x04", "a ZIP archive or an office document (.docx, .odt)", _SAVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (.doc)", _SAVE),
    (b"{\\rtf", "a rich text document (.rtf)", _SAVE),
    (b"\x1f\x8b\x08", "a gzip archive", "Unpack it first."),
    (b"BZh", "a bzip2 archive", "Unpack it first."),
    (b"7z\xbc\xaf'\x1c", "a 7-Zip archive", "Unpack it first."),
    (b"\xfd7zXZ\x00", "an xz archive", "Unpack it first."),
    (b"Rar!\x1a\x07", "a RAR archive", "Unpack it first."),
    (b"\x7fELF", "a program", "Remove it."),
    (b"MZ\x90\x00", "a program", "Remove it."),
    (b"SQLite format 3\x00", "a database", "Remove it."),
    (b"ID3", "a sound file", _PICTURE),
    (b"OggS", "a sound file", _PICTURE),
)
_MAY_BE_WORDS = frozenset((b"BZh", b"RIFF", b"ID3", b"OggS"))
"""Magic numbers that a text may begin with; they count only where control characters follow."""

_SAMPLE = 1 << 16
_CONTROLS = bytes((*range(0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_NO_CONTROLS = dict.fromkeys(_CONTROLS)
_CONTROLS_SHARE = 0.02
_FEWEST_CONTROLS = 8
_REPLACEMENTS_SHARE = 0.1
_LONG_WORD = re.compile(r"[A-Za-z0-9+/_=-]{48,}")
_LETTER = re.compile(r"[^\W\d_]")
_XML = re.compile(r"\s*<\?xml\b|\s*<(?:rss|feed|svg|kml|gpx)\b", re.IGNORECASE)
_JSON_START = re.compile(r"\s*[\[{]\s*(?:[\"\[{]|\Z)")


def trouble_in(data: bytes, text: str) -> Trouble | None:
    """Why a seed cannot be read as an article, judged by its bytes and the text decoded from them; None if it can."""
    return _in_bytes(data, text) or _in_text(text)


def _in_bytes(data: bytes, text: str) -> Trouble | None:
    for magic, name, hint in _MAGIC:
        if data.startswith(magic) and (magic not in _MAY_BE_WORDS or _is_noise(text)):
            return Trouble(f"This file is {name}, not text.", hint)
    if _is_noise(text):
        return Trouble("This file is not text in any known encoding.", _SAVE)
    return None


def _is_noise(text: str) -> bool:
    """Whether there are too many control or replacement characters for a text."""
    sample = text[:_SAMPLE]
    controls = len(sample) - len(sample.translate(_NO_CONTROLS))
    fewest = min(_FEWEST_CONTROLS, max(2, len(sample) // 16))
    return (controls >= fewest and controls >= _CONTROLS_SHARE * len(sample)) or (
        sample.count("\ufffd") >= max(fewest, _REPLACEMENTS_SHARE * len(sample))
    )


def _in_text(text: str) -> Trouble | None:
    stripped = text.strip()
    if not stripped:
        return Trouble("This file is empty.", "Write the article into it, or remove it.")
    if _XML.match(text):
        return Trouble("This is XML, not an article.", "Save the article's own text, or import the feed.")
    if _JSON_START.match(text) and _is_json(stripped):
        return Trouble("This is JSON, not an article.", "Save the article's own text as plain text.")
    if len(stripped) >= 16 and len(set("".join(stripped[:_SAMPLE].split()))) <= 2:
        return Trouble("This text repeats one character.", "Write the article into it, or remove it.")
    if len(stripped) >= 16 and not _LETTER.search(stripped):
        return Trouble("This text has no words.", "Write the article into it, or remove it.")
    if _is_encoded(stripped):
        return Trouble("This text is encoded data (base64 or the like), not prose.", "Decode it first, or remove it.")
    return None


def _is_encoded(text: str) -> bool:
    """Whether nearly all of a text is very long words of mixed letters and digits."""
    if len(text) < 64 or " " in text[:40]:
        return False
    encoded = sum(len(word) for word in _LONG_WORD.findall(text[:_SAMPLE]) if _looks_random(word))
    return encoded >= 0.8 * len("".join(text[:_SAMPLE].split()))


def _looks_random(word: str) -> bool:
    return not word.islower() and not word.isupper() and any(map(str.isdigit, word))


def _is_json(text: str) -> bool:
    import msgspec

    try:
        msgspec.json.decode(text.encode("utf-8", "surrogatepass"))
    except (msgspec.DecodeError, ValueError, RecursionError):
        return False
    return True
