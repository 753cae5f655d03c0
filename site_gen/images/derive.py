"""A picture in another size, shape or format, by Pillow (the extra `images`)."""

import io
import warnings
from functools import lru_cache
from typing import Any

from site_gen.images.fault import BadPicture
from site_gen.model.picture import Focus

_READ = ("JPEG", "PNG", "WEBP", "GIF")
_ENOUGH = 2880  # pixels in width; sizes up to half of it look the same as if made from more
_SHARP = 1.5  # times a size: what is reduced by averages to no less gives a size that looks the same (0066)
# Measured by bench/pictures: 0066
_OPTIONS: dict[str, dict[str, Any]] = {
    "jpeg": {"quality": 80, "progressive": True, "optimize": True},
    "png": {"optimize": True},
    "webp": {"quality": 78, "method": 4},
    "avif": {"quality": 62, "speed": 8, "max_threads": 1},  # more threads would give other bytes
}
_ENCODERS = {  # libraries that Pillow uses, by its names; the same Pillow may come with other versions of them
    "jpeg": ("jpg", "libjpeg_turbo"),
    "png": ("zlib", "zlib_ng"),
    "webp": ("webp",),
    "avif": ("avif",),
}


@lru_cache(maxsize=1)
def maker() -> str:
    """Pillow's name and version; "" where it is not installed."""
    try:
        import PIL
    except ImportError:
        return ""
    return f"Pillow {PIL.__version__}"


@lru_cache(maxsize=8)
def encoder(form: str) -> str:
    """The versions and settings that encode a format, and of what converts colours to sRGB."""
    from PIL import features

    parts = [part for part in (*_ENCODERS[form], "littlecms2") if features.check(part)]
    return f"{maker()} {[(part, features.version(part)) for part in parts]} {_OPTIONS[form]}"


@lru_cache(maxsize=1)
def formats() -> tuple[str, ...]:
    """The formats that can be written here."""
    if not maker():
        return ()
    from PIL import features

    return ("jpeg", "png", *(name for name in ("webp", "avif") if features.check(name)))


class Base:
    """A picture decoded once, upright and in sRGB, from which its sizes are made; and the factor it was reduced by.

    The last size is kept, since it is usually wanted in several formats, one after the other.
    """

    def __init__(self, image: Any, reduction: int) -> None:
        self.image, self.reduction = image, reduction
        self._smaller: dict[int, Any] = {1: image}
        self._last: tuple[tuple[int, int, Focus | None], Any] | None = None

    def sized(self, width: int, height: int, focus: Focus | None) -> Any:
        """The picture in this size, cropped to its shape around the focus, or else around the centre."""
        wanted = width, height, focus
        if self._last is None or self._last[0] != wanted:
            self._last = wanted, self._made(*wanted)
        return self._last[1]

    def _made(self, width: int, height: int, focus: Focus | None) -> Any:
        from PIL import Image

        left, top, right, bottom = part(self.image.size, width, height, focus)
        by = next(by for by in (8, 4, 2, 1) if by == 1 or right - left >= by * width * _SHARP)
        box = (left / by, top / by, right / by, bottom / by)
        return self._reduced(by).resize((width, height), Image.Resampling.LANCZOS, box)

    def _reduced(self, by: int) -> Any:
        if by not in self._smaller:
            self._smaller[by] = self._reduced(by // 2).reduce(2)
        return self._smaller[by]


def part(
    size: tuple[int, int], width: int, height: int, focus: Focus | None = None
) -> tuple[float, float, float, float]:
    """The largest part of a picture with the shape of `width` by `height`: left, top, right, bottom.

    As `object-position` does, it leaves out as much at each side as the focus says, or else the same at both.
    """
    across = min(size[0], size[1] * width / height)
    down = min(size[1], size[0] * height / width)
    left = (size[0] - across) * (focus.across if focus else 50) / 100
    top = (size[1] - down) * (focus.down if focus else 50) / 100
    return left, top, left + across, top + down


def reduction(size: tuple[int, int], width: int, height: int) -> int:
    """The factor by which a picture can be reduced while decoding, so that `width` by `height` can still be made."""
    wanted = max(_ENOUGH, width)
    return next(by for by in (8, 4, 2, 1) if by == 1 or (size[0] // by >= wanted and size[1] // by >= height))


def base(data: bytes, by: int = 1) -> Base:
    """The picture, reduced in width and height; Pillow's warnings about the file are silenced."""
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=_READ) as opened:
                picture = _reduced(opened, by)
                ImageOps.exif_transpose(picture, in_place=True)
                return Base(_in_plain_colours(picture), by)
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            raise BadPicture(f"The picture cannot be read: {str(error).rstrip('.')}.") from None


def _reduced(opened: Any, by: int) -> Any:
    """The picture in its own colours; a JPEG is decoded at the reduced size, which takes little memory."""
    if by == 1:
        return opened
    width = opened.width
    opened.draft(None, (width // by, opened.height // by))
    left = by // round(width / opened.width)
    if left == 1:
        return opened
    if opened.mode not in ("L", "RGB", "RGBA", "CMYK") or "transparency" in opened.info:
        opened = opened.convert("RGBA" if "transparency" in opened.info or "A" in opened.getbands() else "RGB")
    return opened.reduce(left)


def rendition(base: Base, width: int, height: int, form: str, focus: Focus | None = None) -> bytes:
    """The picture in this size and format, cropped to its shape around the focus, or else around the centre."""
    picture = base.sized(width, height, focus)
    if form == "jpeg" and "A" in picture.getbands():
        picture = _on_paper(picture)
    picture.info = {}  # no metadata of the file is kept
    made = io.BytesIO()
    try:
        picture.save(made, form.upper(), **_OPTIONS[form])
    except (OSError, ValueError, RuntimeError) as error:  # a size that the format cannot have
        raise BadPicture(f"The picture cannot be made {form.upper()}: {str(error).rstrip('.')}.") from None
    return made.getvalue()


def _in_plain_colours(picture: Any) -> Any:
    """The picture in sRGB, which every browser shows alike."""
    picture = _in_srgb(picture)
    has_alpha = "A" in picture.getbands() or "transparency" in picture.info
    mode = "RGBA" if has_alpha else "RGB"
    picture.load()
    return picture if picture.mode == mode else picture.convert(mode)  # a copy would take as much again


def _on_paper(picture: Any) -> Any:
    from PIL import Image

    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")


def _in_srgb(picture: Any) -> Any:
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture
    from PIL import ImageCms

    try:
        mode = "RGB" if picture.mode in ("CMYK", "P", "L") else picture.mode
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, ValueError):
        return picture  # the picture is kept even if its profile cannot be read
