"""A picture's bytes without what tells where, when, by whom and with what it was taken; what it shows is untouched.

Military pictures have given positions away by the place that a telephone wrote into them, so that what is published is
made of the parts that show the picture, and of no other. Nothing is decoded: the result looks as the file did.
"""

from collections.abc import Callable

from msgspec import Struct

from site_gen.model.picture import PictureFact
from site_gen.picturing.fault import BadPicture
from site_gen.picturing.gif import plain_gif
from site_gen.picturing.jpeg import plain_jpeg
from site_gen.picturing.png import plain_png
from site_gen.picturing.webp import plain_webp


class Plain(Struct, frozen=True):
    """A picture's kind, its size in pixels as it is shown, and its bytes without metadata."""

    kind: str
    width: int
    height: int
    data: bytes


_MOST_PIXELS = 150_000_000  # more is no picture for a page, and unpacked it would fill the memory
_READERS: tuple[tuple[str, bytes, int, Callable[[bytes], tuple[int, int, bytes]]], ...] = (
    ("jpeg", b"\xff\xd8\xff", 0, plain_jpeg),
    ("png", b"\x89PNG\r\n\x1a\n", 0, plain_png),
    ("webp", b"WEBP", 8, plain_webp),
    ("gif", b"GIF8", 0, plain_gif),
)


def plain(data: bytes) -> Plain:
    """The picture that these bytes hold, told by its first bytes; `BadPicture` where they hold none that we know."""
    for kind, sign, at, reader in _READERS:
        if data[at : at + len(sign)] == sign:
            try:
                width, height, bare = reader(data)
            except (IndexError, ValueError):  # it ends where something should follow
                raise BadPicture("The file is cut short, or no picture.") from None
            return _measured(kind, width, height, bare)
    if b"<svg" in data[:4096]:
        return _measured("svg", *_plain_svg(data))
    if data[4:12] in (b"ftypavif", b"ftypheic", b"ftypmif1", b"ftypheix"):
        raise BadPicture("AVIF and HEIC pictures are not taken in.", "Save it as JPEG, PNG or WebP.")
    if data[:4] in (b"II*\0", b"MM\0*"):
        raise BadPicture("TIFF pictures are not taken in.", "Save it as JPEG, PNG or WebP.")
    raise BadPicture("This is not a picture of a kind that browsers show.", "Save it as JPEG, PNG, WebP, GIF or SVG.")


def _plain_svg(data: bytes) -> tuple[int, int, bytes]:
    from site_gen.picturing.svg.clean import plain_svg  # it loads readers of XML and CSS, which most sites never need

    return plain_svg(data, plain)


def _measured(kind: str, width: int, height: int, data: bytes) -> Plain:
    if width < 1 or height < 1:
        raise BadPicture("The picture says that it has no width or no height.")
    if width * height > _MOST_PIXELS:
        what = f"The picture has {width} by {height} pixels."
        raise BadPicture(what, "Make it smaller: 4000 pixels a side are plenty.")
    return Plain(kind, width, height, data)


def picture_fact(data: bytes) -> PictureFact:
    """What there is to know of a picture file."""
    try:
        found = plain(data)
    except BadPicture as fault:
        return PictureFact(fault=fault.what, hint=fault.hint)
    return PictureFact(found.kind, found.width, found.height, tells=found.data != data)
