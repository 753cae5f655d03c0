"""Pictures that say more than they show, each in another place: what an author's phone, editor or enemy may write.

`PUBLISHED` are those that can be freed of it, `REFUSED` those that cannot; each by a name that says what it holds.
`SPOILT` of the first are no longer shown by decoders as they are given, so that there is nothing to compare them with.
"""

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

CANARY = b"Canary 50.4547N 30.5238E"
WORD = CANARY.decode()
SEEN_AS = (CANARY, WORD.encode("utf-16-be"), WORD.encode("utf-16-le"), b"Canary")


def picture(mode: str = "RGB", width: int = 48, height: int = 36) -> Any:
    made = Image.new("RGB", (width, height))
    made.putdata([(x * 5 % 256, y * 7 % 256, (x * y) % 256) for y in range(height) for x in range(width)])
    return made.convert(mode)


def saved(made: Any, form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    made.save(out, form, **options)
    return out.getvalue()


def exif(turn: int = 1, big: bool = True) -> bytes:
    """Exif with a maker, a place, and how the picture is turned; with the mark that JPEG wants before it."""
    data = Image.Exif()
    data.endian = ">" if big else "<"
    data[0x0112], data[0x010F], data[0x0110], data[0x0131], data[0x013B] = turn, WORD, WORD, WORD, WORD
    data.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + CANARY
    place = data.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (50.0, 27.0, 16.9), "E", (30.0, 31.0, 25.7)
    return data.tobytes()


def profile(words: bool = True, four: bool = False) -> bytes:
    """sRGB, as a screen's own profile says it: with its owner in texts, in the header, between tags, behind the end."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    if not words:
        return bytes(made)
    count = int.from_bytes(made[128:132], "big")
    shift = 12 * 4
    table = b""
    for number in range(count):
        name, at, size = struct.unpack_from(">4sII", made, 132 + 12 * number)
        table += struct.pack(">4sII", name, at + shift, size)
    end = len(made) + shift
    said = b"text\0\0\0\0" + CANARY + b"\0"
    for name in (b"dmnd", b"vued", b"mmod", b"priv"):
        table += struct.pack(">4sII", name, end, len(said))
    made[128 : 132 + 12 * count] = (count + 4).to_bytes(4, "big") + table
    made += said + CANARY
    made[:4] = len(made).to_bytes(4, "big")
    made[4:8] = made[48:52] = made[52:56] = made[80:84] = b"Cana"
    made[24:36] = struct.pack(">6H", 2024, 3, 1, 12, 30, 15)
    made[84:100] = CANARY[:16]
    for at in range(132, len(made)):  # what the texts that are there say
        if made[at : at + 8] == b"text\0\0\0\0" and made[at + 8 : at + 14] != b"Canary":
            made[at + 8 : at + 14] = b"Canary"
    return bytes(made)


# JPEG


def segment(marker: int, body: bytes = CANARY) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


@cache
def jpeg(mode: str = "RGB", **options: Any) -> bytes:
    return saved(picture(mode), "JPEG", quality=90, **options)


def at_head(data: bytes, *segments: bytes) -> bytes:
    return data[:2] + b"".join(segments) + data[2:]


def before(marker: int, data: bytes, put: bytes, last: bool = False) -> bytes:
    """The file with something put before a segment."""
    at = (data.rindex if last else data.index)(bytes((0xFF, marker)))
    return data[:at] + put + data[at:]


def longer(marker: int, data: bytes) -> bytes:
    """The file with more in one of its segments than belongs there."""
    at = data.index(bytes((0xFF, marker)))
    size = int.from_bytes(data[at + 2 : at + 4], "big")
    return (
        data[: at + 2]
        + (size + len(CANARY)).to_bytes(2, "big")
        + data[at + 4 : at + 2 + size]
        + CANARY
        + data[at + 2 + size :]
    )


def photographs() -> Iterator[tuple[str, bytes]]:
    plain, progressive = jpeg(), jpeg(progressive=True)
    thumbnail = segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\3\3" + (CANARY * 2)[:27])
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + CANARY + b"</x:xmpmeta>"
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", 29) + b"\x1c\x02\x78\0\x18" + CANARY + b"\0"
    second = at_head(plain, segment(0xE1, exif()))
    yield "exif", at_head(plain, segment(0xE1, exif()))
    yield "exif-intel", at_head(plain, segment(0xE1, exif(3, big=False)))
    yield "exif-turned", at_head(plain, segment(0xE1, exif(6)))
    yield "exif-twice", at_head(plain, segment(0xE1, exif(6)), segment(0xE1, exif(3)))
    yield "exif-broken", at_head(plain, segment(0xE1, b"Exif\0\0" + CANARY))
    yield "exif-behind-the-scan", before(0xD9, plain, segment(0xE1, exif(6)), last=True)
    yield "xmp", at_head(plain, segment(0xE1, xmp))
    yield "xmp-extended", at_head(plain, segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + CANARY * 3))
    yield "iptc", at_head(plain, segment(0xED, iptc))
    yield "comment", at_head(plain, segment(0xFE))
    yield "comment-between-scans", before(0xDA, progressive, segment(0xFE), last=True)
    yield "exif-between-scans", before(0xDA, progressive, segment(0xE1, exif()), last=True)
    yield "adobe-behind-a-scan", before(0xDA, progressive, segment(0xEE, b"Adobe\0\x64" + CANARY), last=True)
    yield "thumbnail-jfif", plain.replace(plain[2:20], thumbnail, 1)
    yield "thumbnail-jfxx", before(0xDB, plain, segment(0xE0, b"JFXX\0\x10" + second))
    yield "jfif-longer", longer(0xE0, plain)
    yield "jfif-odd", plain[:11] + b"\x07\x07\x07" + plain[14:]
    yield "adobe-long", at_head(plain, segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + CANARY))
    yield "adobe-flags", at_head(plain, segment(0xEE, b"Adobe\0\x65Cana\1"))
    yield "adobe-short", at_head(plain, segment(0xEE, b"AdobeCana"))
    yield "adobe-other", at_head(plain, segment(0xEE))
    for number in range(16):
        yield f"app{number}", before(0xDB, plain, segment(0xE0 + number))
    for marker in (0x02, 0xBF, 0xC8, 0xDC, 0xDE, 0xDF, 0xF0, 0xF7, 0xFD):
        yield f"marker-{marker:02x}", before(0xDB, plain, segment(marker))
    yield "flashpix", at_head(plain, segment(0xE2, b"FPXR\0" + CANARY))
    yield "mpf", at_head(plain, segment(0xE2, b"MPF\0MM\0*" + CANARY)) + second
    yield "c2pa", at_head(plain, segment(0xEB, b"JP\0\1\0\0\0\1" + CANARY))
    yield "behind-the-end", plain + CANARY
    yield "film-behind-the-end", plain + b"\0\0\0\x18ftypmp42\0\0\0\0" + CANARY * 9
    yield "zeros-between-segments", before(0xDB, plain, bytes(64))
    yield "words-between-segments", before(0xDB, plain, CANARY)
    yield "words-before-the-first-segment", at_head(plain, CANARY)
    yield "words-before-the-end", before(0xD9, at_head(plain), b"\xff\xfe\0\2" + CANARY, last=True)
    yield "fill-bytes", before(0xDB, plain, b"\xff" * 40)
    yield "restart-between-segments", before(0xDB, plain, b"\xff\xd3")
    yield "icc", at_head(plain, segment(0xE2, b"ICC_PROFILE\0\1\1" + profile()))
    yield "icc-in-parts", at_head(plain, *icc_parts(profile()))
    yield "icc-parts-turned-round", at_head(plain, *reversed(icc_parts(profile())))
    yield "icc-longer", at_head(plain, segment(0xE2, b"ICC_PROFILE\0\1\1" + profile(words=False) + CANARY))
    yield "icc-none", at_head(plain, segment(0xE2, b"ICC_PROFILE\0\1\1" + CANARY * 9))
    yield "icc-part-missing", at_head(plain, segment(0xE2, b"ICC_PROFILE\0\1\2" + profile()))
    yield "icc-behind-the-scan", before(0xD9, plain, segment(0xE2, b"ICC_PROFILE\0\1\1" + profile()), last=True)
    for mode, options in (("L", {}), ("CMYK", {}), ("RGB", {"subsampling": 2}), ("RGB", {"restart_marker_blocks": 2})):
        yield f"{mode}-{len(options)}-{next(iter(options), '')}", at_head(jpeg(mode, **options), segment(0xE1, exif()))
    for marker in (0xDB, 0xC0, 0xC4, 0xDA):
        yield f"longer-{marker:02x}", longer(marker, plain)
    yield "longer-dd", longer(0xDD, jpeg(restart_marker_blocks=2))


def icc_parts(whole: bytes) -> list[bytes]:
    parts = [whole[at : at + 1000] for at in range(0, len(whole), 1000)]
    return [
        segment(0xE2, b"ICC_PROFILE\0" + bytes((number, len(parts))) + part) for number, part in enumerate(parts, 1)
    ]


# PNG


def chunk(name: bytes, body: bytes = CANARY) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def with_chunk(data: bytes, *chunks: bytes, ahead_of: bytes = b"IDAT") -> bytes:
    at = data.index(ahead_of) - 4
    return data[:at] + b"".join(chunks) + data[at:]


@cache
def png(mode: str = "RGB", **options: Any) -> bytes:
    return saved(picture(mode), "PNG", **options)


def moving(form: str, **options: Any) -> bytes:
    frames = [picture().rotate(turn) for turn in (0, 90, 180)]
    return saved(frames[0], form, save_all=True, append_images=frames[1:], duration=100, loop=0, **options)


def lossless() -> Iterator[tuple[str, bytes]]:
    plain, coloured, clear = png(), png("P"), png("RGBA")
    words = PngInfo()
    words.add_text("Comment", WORD)
    words.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{WORD}</x:xmpmeta>")
    words.add_text("Raw profile type exif", f"\nexif\n 30\n{exif().hex()}\n", zip=True)
    yield "texts", png(pnginfo=words)
    yield "exif", with_chunk(plain, chunk(b"eXIf", exif()[6:]))
    yield "exif-turned", with_chunk(plain, chunk(b"eXIf", exif(6)[6:]))
    yield "exif-behind-the-data", with_chunk(plain, chunk(b"eXIf", exif()[6:]), ahead_of=b"IEND")
    for (
        name
    ) in b"tIME sPLT hIST oFFs pCAL sCAL sTER dSIG gIFg gIFt gIFx prVW mkBF vpAg caNv npTc caBX iDOT CgBI".split():
        yield f"chunk-{name.decode()}", with_chunk(plain, chunk(name))
    sizes = {
        b"gAMA": 4,
        b"cHRM": 32,
        b"sRGB": 1,
        b"cICP": 4,
        b"pHYs": 9,
        b"sBIT": 3,
        b"bKGD": 6,
        b"mDCV": 24,
        b"cLLI": 8,
    }
    for name, size in sizes.items():
        yield f"longer-{name.decode()}", with_chunk(plain, chunk(name, bytes(size) + CANARY))
    yield "longer-tRNS", with_chunk(plain, chunk(b"tRNS", bytes(6) + CANARY))
    yield "longer-acTL", with_chunk(plain, chunk(b"acTL", b"\0\0\0\1\0\0\0\0" + CANARY))
    yield "longer-IEND", plain[:-12] + chunk(b"IEND")
    yield "frames-of-no-film", with_chunk(plain, chunk(b"fcTL"), chunk(b"fdAT"), ahead_of=b"IEND")
    yield "film", with_chunk(moving("PNG"), chunk(b"tEXt", b"Comment\0" + CANARY), ahead_of=b"fcTL")
    yield "film-longer-fcTL", with_chunk(moving("PNG"), chunk(b"fcTL", bytes(26) + CANARY), ahead_of=b"IEND")
    yield "icc", with_chunk(plain, chunk(b"iCCP", CANARY + b"\0\0" + zlib.compress(profile())))
    yield "icc-longer", with_chunk(plain, chunk(b"iCCP", b"icc\0\0" + zlib.compress(profile(words=False)) + CANARY))
    yield "icc-none", with_chunk(plain, chunk(b"iCCP", b"icc\0\0" + CANARY))
    yield "icc-of-gigabytes", with_chunk(plain, chunk(b"iCCP", b"icc\0\0" + zlib.compress(CANARY + bytes(30_000_000))))
    yield "icc-no-end", with_chunk(plain, chunk(b"iCCP", CANARY))
    yield "checksum", with_chunk(plain, chunk(b"gAMA", b"\0\0\xb1\x8f")[:-4] + b"Cana")
    yield "behind-the-end", plain + CANARY
    yield "palette", with_chunk(coloured, chunk(b"tEXt", b"Comment\0" + CANARY))
    yield "transparency", with_chunk(clear, chunk(b"tEXt", b"Comment\0" + CANARY))
    yield "interlaced-grey", with_chunk(png("L"), chunk(b"zTXt", b"Comment\0\0" + zlib.compress(CANARY)))


# WebP


def riff(name: bytes, body: bytes = CANARY) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + b"C"[: len(body) % 2]


def webp(*chunks: bytes) -> bytes:
    body = b"".join(chunks)
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def chunks_of(data: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 12
    while at < len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        found.append((data[at : at + 4], data[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    return found


def web_pictures() -> Iterator[tuple[str, bytes]]:
    lossy = saved(picture(), "WEBP", quality=90)
    (bitmap,) = (riff(name, body) for name, body in chunks_of(lossy) if name == b"VP8 ")
    head = riff(b"VP8X", b"\x2c\0\0\0" + (47).to_bytes(3, "little") + (35).to_bytes(3, "little"))
    icc = riff(b"ICCP", profile())
    xmp = riff(b"XMP ", b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + CANARY + b"</x:xmpmeta>")
    yield "exif", webp(head, icc, bitmap, riff(b"EXIF", exif()[6:]), xmp)
    yield "exif-turned", webp(head, icc, bitmap, riff(b"EXIF", exif(6)[6:]))
    yield "exif-marked-as-in-jpeg", webp(head, icc, bitmap, riff(b"EXIF", exif(8)))
    yield "exif-ahead", webp(head, riff(b"EXIF", exif()[6:]), bitmap)
    yield "unknown-chunk", webp(head, riff(b"CAna"), bitmap, riff(b"CAna"))
    yield "unannounced", webp(bitmap, xmp, riff(b"EXIF", exif()[6:]), riff(b"CAna"))
    yield "second-bitmap", webp(head, bitmap, bitmap[:8] + CANARY + bitmap[8 + len(CANARY) :], riff(b"ALPH"))
    yield "reserved-bits", webp(riff(b"VP8X", b"\xc1Can" + head[12:18]), bitmap)
    yield "longer-head", webp(riff(b"VP8X", head[8:18] + CANARY), bitmap)
    yield "icc-none", webp(head, riff(b"ICCP"), bitmap)
    yield "behind-the-end", lossy + CANARY
    yield "lossless", with_text(saved(picture("RGBA"), "WEBP", lossless=True))
    yield "transparent", with_text(saved(transparent(), "WEBP", quality=80))
    film = chunks_of(moving("WEBP"))
    yield "film", webp(*(riff(name, body) for name, body in film), xmp)
    yield "film-longer-anim", webp(*(riff(name, body + CANARY * (name == b"ANIM")) for name, body in film))
    yield (
        "film-chunk-in-frame",
        webp(*(riff(name, body + (riff(b"XMP ") if name == b"ANMF" else b"")) for name, body in film)),
    )
    yield (
        "film-exif-in-frame",
        webp(
            *(
                riff(name, body[:16] + riff(b"EXIF", exif()[6:]) + body[16:] if name == b"ANMF" else body)
                for name, body in film
            )
        ),
    )


def with_text(data: bytes) -> bytes:
    return webp(*(riff(name, body) for name, body in chunks_of(data)), riff(b"XMP "))


def transparent() -> Any:
    made = picture("RGBA")
    made.putalpha(picture("L"))
    return made


# GIF


def blocks(*said: bytes) -> bytes:
    return b"".join(bytes((len(part),)) + part for part in said) + b"\0"


def films() -> Iterator[tuple[str, bytes]]:
    still, film = saved(picture("P"), "GIF"), moving("GIF")

    def ahead(data: bytes, *put: bytes) -> bytes:
        at = 13 + (3 << (data[10] & 7) + 1 if data[10] & 0x80 else 0)
        return data[:at] + b"".join(put) + data[at:]

    yield "comment", ahead(still, b"!\xfe" + blocks(CANARY))
    yield "comment-behind", film[:-1] + b"!\xfe" + blocks(CANARY) + b";"
    yield "plain-text", ahead(still, b"!\x01" + blocks(bytes(12), CANARY))
    yield "xmp", ahead(still, b"!\xff\x0bXMP DataXMP<x:xmpmeta>" + CANARY + bytes((1, *range(255, -1, -1), 0)))
    yield "icc", ahead(still, b"!\xff" + blocks(b"ICCRGBG1012", CANARY))
    yield "unknown-application", ahead(still, b"!\xff" + blocks(b"Canary 50.4", CANARY))
    yield "loop-with-more", ahead(still, b"!\xff" + blocks(b"NETSCAPE2.0", b"\1\0\0", CANARY))
    yield "loop-longer", ahead(still, b"!\xff" + blocks(b"NETSCAPE2.0", b"\1\0\0" + CANARY))
    yield "loop-of-another-kind", ahead(still, b"!\xff" + blocks(b"NETSCAPE2.0", b"\2" + CANARY))
    yield "timing-with-more", ahead(still, b"!\xf9" + blocks(b"\0\0\0\0", CANARY))
    yield "timing-longer", ahead(still, b"!\xf9" + blocks(b"\0\0\0\0" + CANARY))
    yield "reserved-bits", ahead(still, b"!\xf9" + blocks(b"\xe0\0\0\0"))
    for label in (0x00, 0x43, 0xF7, 0xFD):
        yield f"extension-{label:02x}", ahead(still, bytes((0x21, label)) + blocks(CANARY))
    yield "behind-the-end", still + CANARY
    yield "film", ahead(film, b"!\xfe" + blocks(CANARY))


# Icons


def icon(*pictures: bytes, gap: bytes = CANARY) -> bytes:
    at = 6 + 16 * len(pictures) + len(gap)
    table = b""
    for one in pictures:
        size = (48, 36) if one.startswith(b"\x89PNG") else (16, 16)
        table += bytes((*size, 0, 7)) + struct.pack("<HHII", 1, 32, len(one), at)
        at += len(one) + len(gap)
    return b"\0\0\1\0" + struct.pack("<H", len(pictures)) + table + gap + b"".join(one + gap for one in pictures)


def icons() -> Iterator[tuple[str, bytes]]:
    bitmap = saved(picture("RGBA", 16, 16), "ICO", bitmap_format="bmp", sizes=[(16, 16)])[22:]
    yield "png", icon(with_chunk(png("RGBA"), chunk(b"tEXt", b"Comment\0" + CANARY)))
    yield "bitmap", icon(bitmap)
    yield "bitmap-longer", icon(bitmap + CANARY)
    yield "bitmap-head", icon(bitmap[:24] + b"CanaCana" + bitmap[32:])
    yield "both", icon(bitmap, png("RGBA"))


def boxes(brand: bytes, *more: bytes) -> bytes:
    body = brand + bytes(4) + b"".join(more)
    return (len(body) + 8).to_bytes(4, "big") + b"ftyp" + body + b"\0\0\0\x20meta" + CANARY


def refused() -> Iterator[tuple[str, bytes]]:
    plain = jpeg()
    yield "no-end-marker.jpg", at_head(plain, segment(0xE1, exif()))[:-2]
    yield "cut-in-the-scan.jpg", at_head(plain, segment(0xE1, exif()))[:-200]
    yield "cut-in-a-segment", at_head(plain, segment(0xE1, exif()))[:200]
    yield "exif-alone.jpe", b"\xff\xd8" + segment(0xE1, exif()) + b"\xff\xd9"
    yield "frame-alone.jpeg", plain[: plain.index(b"\xff\xda")] + b"\xff\xd9"
    yield "frame-twice.jpg", before(0xC0, plain, plain[plain.index(b"\xff\xc0") :][:19])
    yield "lossless.jpg", plain.replace(b"\xff\xc0", b"\xff\xc3")
    yield "arithmetic.pjpeg", plain.replace(b"\xff\xc0", b"\xff\xc9")
    yield "words-before-the-start.jpg", CANARY + plain
    yield "thousands-of-scans.jpg", before(0xD9, jpeg(), jpeg()[jpeg().index(b"\xff\xda") : -2] * 200, last=True)
    yield "cut.png", with_chunk(png(), chunk(b"tEXt"))[:-40]
    yield "no-end.apng", with_chunk(png(), chunk(b"tEXt"))[:-12]
    yield "no-data", png()[:33] + chunk(b"tEXt") + chunk(b"IEND", b"")
    yield "head-longer.png", png()[:8] + chunk(b"IHDR", png()[16:29] + CANARY) + png()[33:]
    yield "signature-broken.png", b"\x89PNG\n\n\x1a\n" + png()[8:]
    yield "cut.webp", saved(picture(), "WEBP", exif=exif())[:-90]
    yield "no-picture.webp", webp(riff(b"VP8X", b"\x0c" + bytes(9)), riff(b"EXIF", exif()))
    yield "other-chunk-first.webp", webp(riff(b"CAna"), saved(picture(), "WEBP")[12:])
    yield "cut.gif", saved(picture("P"), "GIF", comment=CANARY)[:-60]
    yield "no-end.gif", saved(picture("P"), "GIF", comment=CANARY)[:-1]
    yield "no-picture.gif", b"GIF89a\1\0\1\0\0\0\0!\xfe" + blocks(CANARY) + b";"
    yield "zeros-between-blocks.gif", saved(picture("P"), "GIF")[:-1] + b"\0\0" + CANARY
    yield "cut.ico", icon(png("RGBA"))[:-90]
    yield "compressed.ico", icon(b"\x28\0\0\0\x10\0\0\0\x20\0\0\0\1\0\x20\0\4\0\0\0" + bytes(20) + jpeg())
    yield "photograph.avif", saved(picture(), "AVIF", exif=exif())
    yield "photograph-without-suffix", saved(picture(), "AVIF", exif=exif())
    yield "other-brand.jpg", boxes(b"MA1B", b"avif", b"miaf")
    yield "photograph.heic", boxes(b"heic", b"mif1")
    yield "photograph.heif.txt", boxes(b"mif1", b"heic")
    yield "photograph.cr3", boxes(b"crx ")
    yield "photograph.jxl", b"\xff\x0a" + CANARY
    yield "photograph-boxed", b"\0\0\0\x0cJXL \r\n\x87\n" + CANARY
    yield "photograph.jp2", saved(picture(), "JPEG2000")
    yield "photograph.tif", saved(picture(), "TIFF", tiffinfo={270: WORD})
    yield "photograph.nef", b"MM\0*" + CANARY
    yield "photograph.raf", b"FUJIFILMCCD-RAW" + CANARY
    yield "photograph.psd", b"8BPS\0\1" + CANARY
    yield "photograph.bmp", saved(picture(), "BMP") + CANARY
    yield "bitmap-without-suffix", saved(picture(), "BMP") + CANARY
    yield "words.png", CANARY
    yield "nothing.jpg", b""
    yield "drawing.svgz", b"\x1f\x8b\x08" + CANARY


_KINDS: dict[str, tuple[Callable[[], Iterator[tuple[str, bytes]]], tuple[str, ...]]] = {
    "jpeg": (photographs, (".jpg", "", ".jfif", ".JPE", ".pjpeg", ".txt")),
    "png": (lossless, (".png", "", ".apng", ".PNG", ".bin")),
    "webp": (web_pictures, (".webp", "", ".WebP", ".png")),
    "gif": (films, (".gif", "", ".jpg", ".dat")),
    "ico": (icons, (".ico", "", ".cur")),
}
PUBLISHED = {
    f"{kind}-{name}{suffixes[number % len(suffixes)]}": data
    for kind, (made, suffixes) in _KINDS.items()
    for number, (name, data) in enumerate(made())
}
REFUSED = dict(refused())
_SPOILT = """
    marker- longer-c longer-d jfif-odd longer-head longer-IEND longer-acTL CgBI frames-of film-longer checksum
    film-chunk second-bitmap words-before-the-first icc-of-gigabytes icc-no-end exif-in-frame ico-bitmap-head
    reserved-bits
"""
SPOILT = frozenset(name for name in PUBLISHED if any(part in name for part in _SPOILT.split()))
