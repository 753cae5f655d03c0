"""Real pictures with metadata, made by Pillow."""

import io
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

SECRET = b"50 25 N 30 31 E"


def picture(mode: str = "RGB", width: int = 60, height: int = 40) -> Any:
    made = Image.new("RGB", (width, height))
    made.putdata([(x * 4 % 256, y * 6 % 256, (x * y) % 256) for y in range(height) for x in range(width)])
    return made.convert(mode)


def exif(turn: int = 1) -> Any:
    data = Image.Exif()
    data[0x0112] = turn
    data[0x010F] = SECRET.decode()
    place = data.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (50.0, 25.0, 1.0), "E", (30.0, 31.0, 1.0)
    data[0x8825] = place
    return data


def saved(made: Any, form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    made.save(out, form, **options)
    return out.getvalue()


def jpeg(turn: int = 1, **options: Any) -> bytes:
    return saved(picture(), "JPEG", exif=exif(turn), comment=SECRET, xmp=b"<x>" + SECRET + b"</x>", **options)


def png(mode: str = "RGB") -> bytes:
    words = PngInfo()
    words.add_text("Comment", SECRET.decode())
    words.add_itxt("Place", SECRET.decode())
    words.add_text("Packed", SECRET.decode(), zip=True)
    return saved(picture(mode), "PNG", pnginfo=words, exif=exif())


def webp(**options: Any) -> bytes:
    return saved(picture(), "WEBP", exif=exif(), xmp=b"<x>" + SECRET + b"</x>", **options)


def gif() -> bytes:
    frames = [picture("P"), picture("P").rotate(90)]
    return saved(frames[0], "GIF", save_all=True, append_images=frames[1:], loop=0, comment=SECRET)


ALL = {
    "jpeg": jpeg(),
    "progressive jpeg": jpeg(progressive=True),
    "grey jpeg": saved(picture("L"), "JPEG", exif=exif(), comment=SECRET),
    "png": png(),
    "png with a palette": png("P"),
    "png with transparency": png("RGBA"),
    "webp": webp(),
    "lossless webp": webp(lossless=True),
    "gif": gif(),
}


def pixels(data: bytes) -> list[bytes]:
    """What every frame shows."""
    with Image.open(io.BytesIO(data)) as opened:
        frames = []
        for number in range(getattr(opened, "n_frames", 1)):
            opened.seek(number)
            frames.append(opened.convert("RGBA").tobytes())
        return frames
