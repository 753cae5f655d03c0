"""Pictures without the metadata that says where, when, by whom and with what they were taken; pixels are unchanged.

Military pictures have given positions away by the coordinates that a phone wrote into them. So published files are
made only of the parts that show the picture. Nothing is decoded: the result looks exactly like the file.
"""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from site_gen.images.fault import BadPicture
from site_gen.images.gif import plain_gif
from site_gen.images.ico import plain_ico
from site_gen.images.jpeg import plain_jpeg
from site_gen.images.kinds import kind_of
from site_gen.images.limits import refuse_oversized
from site_gen.images.png import plain_png
from site_gen.images.webp import plain_webp
from site_gen.model.picture import PictureFact


class StrippedPicture(Struct, frozen=True):
    """A picture's kind, its size in pixels as it is shown, and its bytes without metadata."""

    kind: str
    width: int
    height: int
    data: bytes


def _plain_svg(data: bytes) -> tuple[int, int, bytes]:
    from site_gen.images.svg.clean import plain_svg  # loads parsers of XML and CSS, which most sites never need

    return plain_svg(data, plain)


_READERS: dict[str, Callable[[bytes], tuple[int, int, bytes]]] = {
    "jpeg": plain_jpeg,
    "png": plain_png,
    "webp": plain_webp,
    "gif": plain_gif,
    "ico": plain_ico,
    "svg": _plain_svg,
}


def strip_metadata(data: bytes) -> StrippedPicture:
    """The picture in these bytes, of whatever size; `BadPicture` where there is none that can be cleaned."""
    kind = kind_of(data)
    reader = _READERS.get(kind)
    if reader is None and kind:
        raise BadPicture(
            f"{kind} pictures are not accepted: their metadata cannot be removed.", "Save it as JPEG, PNG or WebP."
        )
    if reader is None:
        what = "This is not a picture of a kind that browsers show."
        raise BadPicture(what, "Save it as JPEG, PNG, WebP, GIF or SVG.")
    try:
        return StrippedPicture(kind, *reader(data))
    except (IndexError, ValueError):  # truncated
        raise BadPicture("The file is truncated or damaged, or not a picture.") from None


def plain(data: bytes) -> StrippedPicture:
    """As `strip_metadata`; `BadPicture` also where the picture is too large for a page."""
    found = strip_metadata(data)
    refuse_oversized(found.kind, found.width, found.height, found.data)
    return found


def picture_fact(data: bytes) -> PictureFact:
    """The facts of a picture file; one that can be published, but not shown, has a kind and a fault."""
    found = None
    try:
        found = strip_metadata(data)
        refuse_oversized(found.kind, found.width, found.height, found.data)
    except BadPicture as fault:
        fact = PictureFact(fault=fault.what, hint=fault.hint)
        return replace(fact, kind=found.kind, tells=found.data != data) if found else fact
    return PictureFact(found.kind, found.width, found.height, tells=found.data != data)
