"""A picture in another size, shape or format, by Pillow (the extra `images`)."""

import io
from functools import lru_cache
from typing import Any

from site_gen.picturing.fault import BadPicture

_QUALITY = {"jpeg": 80, "webp": 78, "avif": 58}
MEDIA_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg", "png": "image/png"}


@lru_cache(maxsize=1)
def maker() -> str:
    """What makes the bytes, by name and version; "" where Pillow is not installed."""
    try:
        import PIL
    except ImportError:
        return ""
    return f"Pillow {PIL.__version__}"


@lru_cache(maxsize=1)
def formats() -> tuple[str, ...]:
    """The formats that can be written here."""
    if not maker():
        return ()
    from PIL import features

    return ("jpeg", "png", *(name for name in ("webp", "avif") if features.check(name)))


def derived(data: bytes, width: int, height: int, form: str) -> bytes:
    """The picture in this size and format: what does not fit the shape is cut off at both sides alike."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data)) as opened:
            picture: Any = ImageOps.exif_transpose(opened)
            picture = _in_plain_colours(picture, form)
            picture = ImageOps.fit(picture, (width, height), Image.Resampling.LANCZOS)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise BadPicture(f"The picture cannot be read: {str(error).rstrip('.')}.") from None
    picture.info = {}  # nothing goes along that the file said of itself
    made = io.BytesIO()
    picture.save(made, form.upper(), **_options(form))
    return made.getvalue()


def _in_plain_colours(picture: Any, form: str) -> Any:
    """Colours as every browser shows them: sRGB, with transparency only where the format has it."""
    picture = _in_srgb(picture)
    has_alpha = "A" in picture.getbands() or "transparency" in picture.info
    if form == "jpeg" and has_alpha:
        from PIL import Image

        whole = picture.convert("RGBA")
        paper = Image.new("RGBA", whole.size, "white")
        return Image.alpha_composite(paper, whole).convert("RGB")
    return picture.convert("RGBA" if has_alpha else "RGB")


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
        return picture  # a profile that cannot be read is no reason to lose the picture


def _options(form: str) -> dict[str, Any]:
    if form == "png":
        return {"optimize": True}
    options: dict[str, Any] = {"quality": _QUALITY[form]}
    if form == "jpeg":
        options |= {"progressive": True, "optimize": True}
    if form == "webp":
        options |= {"method": 5}
    if form == "avif":
        options |= {"speed": 8, "max_threads": 1}  # more threads would make other bytes
    return options
