"""Decodes a seed's bytes: byte order marks, UTF-8, UTF-16 and UTF-32, then the old eight-bit encodings."""

import codecs
import re

from msgspec import Struct

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 14
# Punctuation of Windows-1252 (quotes, dashes, ellipsis, euro ...): the only high bytes of an English text.
_WESTERN_PUNCTUATION = bytes(
    (0x80, 0x82, 0x84, 0x85, 0x86, 0x87, 0x8B, *range(0x91, 0x98), 0x99, 0x9B, *range(0xA0, 0xC0))
)
# Letters of Windows-1250 (Polish, Czech) where Windows-1252 has characters that rarely occur in words.
_CENTRAL_LETTERS = bytes((0x9A, 0x9C, 0x9E, 0x9F, 0xB3, 0xB9, 0xBF))
_CYRILLIC = ("cp1251", "koi8_u", "iso8859_5", "cp866")
# Two thirds of the letters of a Russian or Ukrainian text; decoded with a wrong encoding it has few of them.
_FREQUENT = "оеаинтсрвл"
_FREQUENT_ENOUGH = 0.45
# What charset-normalizer may choose from: encodings that news is really written in. Left to itself it proposes rare
# ones that happen to decode.
_LATIN = ["cp1250", "cp1252"]
_OTHERS = ["cp1253", "cp1254", "cp1255", "cp1256", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"]
_HIGH = bytes(range(0x80, 0x100))
_ASCII = bytes(range(0x80))
_NO_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalpha())
_CUT_END = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]{0,2}$")
_ESCAPED = {0xDC00 + byte: bytes((byte,)).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_ESCAPES = re.compile("[\udc80-\udcff]")


class Decoded(Struct, frozen=True):
    """Text with line ends as LF and no byte order mark, and the encoding that it was read as."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Decode a seed's bytes. Never raises: invalid bytes become U+FFFD."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(_line_ends(data[len(mark) :].decode(encoding, "replace")), encoding)
    wide = _wide_encoding(data)
    if wide:
        return Decoded(_line_ends(data.decode(wide, "replace")), wide)
    try:
        return Decoded(_line_ends(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        pass
    repaired = _repair_utf8(data)
    if repaired is not None:
        return Decoded(_line_ends(repaired), "utf-8")
    encoding = _old_encoding(data)
    return Decoded(_line_ends(data.decode(encoding, "replace")), encoding)


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _wide_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, known by NULs in some byte columns only (blanks and line ends in any script)."""
    head = data[:_SAMPLE]
    if head.count(0) * 50 < len(head) or len(head) < 4:
        return ""
    columns = [head[start::4].count(0) for start in range(4)]
    quarter = len(head) // 4
    if quarter and columns[2] == columns[3] == quarter and columns[0] * 4 < quarter:
        return "utf-32-le"
    if quarter and columns[0] == columns[1] == quarter and columns[3] * 4 < quarter:
        return "utf-32-be"
    even, odd = columns[0] + columns[2], columns[1] + columns[3]
    if odd > 9 * even:
        return "utf-16-le"
    if even > 9 * odd:
        return "utf-16-be"
    return ""


def _repair_utf8(data: bytes) -> str | None:
    """Text that is UTF-8 but for some bytes, which are read as Windows-1252; a cut last character is U+FFFD."""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(_ESCAPES.findall(text))
    ascii_count = len(data.translate(None, _HIGH))
    if len(text) - broken - ascii_count < broken:
        return None
    return _CUT_END.sub("\ufffd", text).translate(_ESCAPED)


def _old_encoding(data: bytes) -> str:
    """The likeliest eight-bit or East Asian encoding, judged by the bytes used and by letter frequencies."""
    high = data.translate(None, _ASCII)
    if not high.translate(None, _WESTERN_PUNCTUATION):
        return "cp1252"
    letters = len(data.translate(None, _NO_LETTERS))
    if len(high) * 4 < letters:
        central = len(high) - len(high.translate(None, _CENTRAL_LETTERS))
        return "cp1252" if central * 6 < len(high) else _detected(data, _LATIN)
    frequency, encoding = max((_frequency(high, name), name) for name in _CYRILLIC)
    return encoding if frequency > _FREQUENT_ENOUGH else _detected(data, _OTHERS)


def _frequency(high: bytes, encoding: str) -> float:
    text = high[:_SAMPLE].decode(encoding, "replace")
    return sum(map(text.count, _FREQUENT)) / len(text)


def _detected(data: bytes, encodings: list[str]) -> str:
    from charset_normalizer import from_bytes  # slow to import and to run; few seeds need it

    best = from_bytes(data[:_SAMPLE], cp_isolation=encodings).best()
    return best.encoding if best else "cp1252"
