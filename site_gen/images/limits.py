"""Limits for the size of pictures, checked by their headers before anything is decoded.

A file of half a megabyte can hold a picture that takes gigabytes of memory, here and in readers' browsers.
"""

from site_gen.images.fault import BadPicture
from site_gen.images.jpeg import PROGRESSIVE, frame_of
from site_gen.images.png import samples

MOST_BYTES = 100_000_000  # bytes of a file
_MOST_PIXELS = 150_000_000  # as the largest cameras have
_MOST_MEMORY = 512_000_000  # bytes, for one picture while it is decoded
_SMALLER = "Make it smaller: 4000 pixels a side are plenty."


def refuse_oversized_file(size: int) -> None:
    """Raise `BadPicture` for a file that is too large to be read."""
    if size > MOST_BYTES:
        raise BadPicture(f"The picture has {_mega(size)} MB; at most {_mega(MOST_BYTES)} MB are read.", _SMALLER)


def refuse_oversized(kind: str, width: int, height: int, data: bytes) -> None:
    """Raise `BadPicture` for a picture that has too many pixels, or none, or would take too much memory."""
    if width < 1 or height < 1:
        what = "The drawing does not say how large it is."
        if kind == "svg" and (width, height) == (0, 0):
            raise BadPicture(what, "Give its <svg> a width and a height, or a viewBox.")
        raise BadPicture("The picture says that it has no width or no height.")
    size = f"The picture has {width} by {height} pixels"
    if width * height > _MOST_PIXELS:
        raise BadPicture(f"{size}; at most {_mega(_MOST_PIXELS)} million are published.", _SMALLER)
    needed = decoding_memory(kind, width, height, data)
    if needed > _MOST_MEMORY:
        what = f"{size}, which take {_mega(needed)} MB of memory; at most {_mega(_MOST_MEMORY)} MB are used."
        raise BadPicture(what, _SMALLER)


def decoding_memory(kind: str, width: int, height: int, data: bytes) -> float:
    """Bytes that the decoder of such a picture takes."""
    return width * height * _bytes_a_pixel(kind, data)


def _bytes_a_pixel(kind: str, data: bytes) -> float:
    """Bytes of memory per pixel while decoding; drawings and formats published in one size only are not decoded."""
    if kind == "png":
        number, bits = samples(data)
        return 4 if number > 1 else 5 if data[25] == 3 else max(1, bits / 8)
    if kind == "webp":
        return 16
    if kind == "jpeg":
        marker, frame = frame_of(data)
        return _coefficients(frame) if marker == PROGRESSIVE else 1
    return 0


def _coefficients(frame: bytes) -> float:
    """Bytes per pixel of a progressive JPEG: decoders keep every coefficient of every component, two bytes each."""
    areas = [(factors >> 4) * (factors & 15) for factors in frame[7::3]]
    return 2 * sum(areas) / max(1, *areas, 1)


def _mega(number: float) -> int:
    return round(number / 1_000_000)
