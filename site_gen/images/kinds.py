"""The kind of picture in a file, by its first bytes: names are often wrong, and browsers ignore them."""

import re

from site_gen.model.picture import SUFFIXES

# More than this is never needed, except for drawings that begin with long comments.
HEAD = 4096
_PAGES = (".html", ".htm")  # pages, even if they begin with a drawing
_BY_FIRST_BYTES: tuple[tuple[str, int, bytes], ...] = (
    ("jpeg", 0, b"\xff\xd8"),
    ("png", 0, b"\x89PNG\r\n\x1a\n"),
    ("webp", 8, b"WEBP"),
    ("gif", 0, b"GIF8"),
    ("JPEG XL", 0, b"\xff\x0a"),
    ("JPEG XL", 0, b"\0\0\0\x0cJXL \r\n\x87\n"),
    ("JPEG 2000", 0, b"\0\0\0\x0cjP  \r\n\x87\n"),
    ("JPEG 2000", 0, b"\xff\x4f\xff\x51"),
    ("JPEG XR", 0, b"II\xbc"),
    ("TIFF", 0, b"II*\0"),
    ("TIFF", 0, b"MM\0*"),
    ("TIFF", 0, b"II+\0"),
    ("TIFF", 0, b"MM\0+"),
    ("camera raw", 0, b"IIRO"),
    ("camera raw", 0, b"IIRS"),
    ("camera raw", 0, b"IIU\0"),
    ("camera raw", 0, b"FUJIFILMCCD-RAW"),
    ("Photoshop", 0, b"8BPS"),
)
_BOXED = {  # brands of files in boxes (ISO/IEC 14496-12) that hold pictures
    "AVIF and HEIC": b"avif avis MA1A MA1B heic heix heim heis hevc hevx mif1 mif2 msf1 miaf MiHB MiHE".split(),
    "camera raw": [b"crx "],
    "JPEG XL": [b"jxl "],
}
_BITMAP_HEADS = (12, 16, 40, 52, 56, 64, 108, 124)
_BEFORE_TEXT = b"\xef\xbb\xbf\xfe\xff \t\r\n"
_BEFORE_THE_ROOT = re.compile(rb"<(?:\?|!--|!DOCTYPE)", re.IGNORECASE)
_ENDS = {b"<?": b"?>", b"<!--": b"-->"}
_SPACE = re.compile(rb"\s*")
_NAMESPACE = b"http://www.w3.org/2000/svg"
_ROOT = re.compile(rb"<(?:[\w.-]{1,99}:)?svg[\s/>]")


def kind_of(data: bytes) -> str:
    """`jpeg`, `png`, `webp`, `gif`, `ico`, `svg`; a name in words for what is not published; "" for no picture."""
    for kind, at, signature in _BY_FIRST_BYTES:
        if data[at : at + len(signature)] == signature:
            return kind
    if data[4:8] == b"ftyp":
        brands = data[8 : min(int.from_bytes(data[:4], "big"), HEAD)]
        found = {brands[at : at + 4] for at in range(0, len(brands), 4)}
        return next((kind for kind, names in _BOXED.items() if found.intersection(names)), "")
    if data[:2] == b"BM" and int.from_bytes(data[14:18], "little") in _BITMAP_HEADS:
        return "BMP"
    if data[:4] in (b"\0\0\1\0", b"\0\0\2\0") and _is_icon(data):
        return "ico"
    return "svg" if is_markup(data) and _is_drawing(data) else ""


def is_picture(name: str, data: bytes) -> bool:
    """Whether a file is a picture, by its bytes or by its name."""
    name, kind = name.lower(), kind_of(data)
    return name.endswith(SUFFIXES) or (kind == "svg" and not name.endswith(_PAGES)) or kind not in ("", "svg")


def is_markup(data: bytes) -> bool:
    """Whether a file may be XML, so that all of it is needed to tell whether it is a drawing."""
    return data[:HEAD].replace(b"\0", b"").lstrip(_BEFORE_TEXT)[:1] == b"<"


def _is_icon(data: bytes) -> bool:
    count = int.from_bytes(data[4:6], "little")
    return 1 <= count <= 256 and int.from_bytes(data[18:22], "little") >= 6 + 16 * count


def _is_drawing(data: bytes) -> bool:
    """Whether the first element is an `svg`, in UTF-8 or UTF-16."""
    text = data.replace(b"\0", b"") if b"\0" in data[:4] else data
    at = len(text) - len(text.lstrip(_BEFORE_TEXT))
    while opened := _BEFORE_THE_ROOT.match(text, at):
        if opened[0].upper() == b"<!DOCTYPE" and 0 <= text.find(b"[", at) < text.find(b">", at):
            return _NAMESPACE in text  # only a parser can tell where such a declaration ends
        end = text.find(_ENDS.get(opened[0], b">"), at)
        if end < 0:
            return False
        at = _SPACE.match(text, text.index(b">", end) + 1).end()  # type: ignore[union-attr]
    return _ROOT.match(text, at) is not None
