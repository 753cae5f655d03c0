"""What encoders take and what they leave, measured in an environment of its own, which has libraries to compare.

`python -m bench.encoders settings FOLDER WIDTH...` prints a row for each of SETTINGS, and
`python -m bench.encoders whole LIBRARY FILE` what one library takes for all files of a photograph; both as JSON.
"""

import io
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from site_gen.images.derive import base, reduction, rendition
from site_gen.model.picture import Focus

# As site_gen makes them of a photograph with its default settings: width, height, format, and whether it is a crop.
FILES = (
    *((width, width * 3 // 4, form, False) for width in (480, 768, 960, 1440) for form in ("avif", "webp")),
    (1440, 1080, "jpeg", False),
    *((width, height, "jpeg", True) for width, height in ((1200, 675), (1200, 900), (1200, 1200), (1200, 630))),
)
_VIPS: dict[str, dict[str, Any]] = {
    "avif": {"compression": "av1", "Q": 62, "effort": 1},  # libvips counts the other way: speed 8
    "webp": {"Q": 78, "effort": 4},
    "jpeg": {"Q": 80, "interlace": True, "optimize_coding": True},
}
SETTINGS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    *(("Pillow", "avif", {"quality": 62, "speed": speed, "max_threads": 1}) for speed in (6, 8, 9)),
    ("Pillow", "avif", {"quality": 58, "speed": 8, "max_threads": 1}),
    ("Pillow", "avif", {"quality": 62, "speed": 8, "max_threads": 1, "subsampling": "4:4:4"}),
    ("vips", "avif", _VIPS["avif"]),
    *(("Pillow", "webp", {"quality": 78, "method": method}) for method in (2, 4)),
    ("vips", "webp", _VIPS["webp"]),
    ("Pillow", "jpeg", {"quality": 80, "progressive": True, "optimize": True}),
)
_VIPS_SAVERS = {"avif": "heifsave_buffer", "webp": "webpsave_buffer", "jpeg": "jpegsave_buffer"}


def main(words: list[str]) -> None:
    """One of the two measurements, as the words say."""
    if words[0] == "settings":
        for row in compared(Path(words[1]), list(map(int, words[2:]))):
            print(json.dumps(row), flush=True)
    else:
        print(json.dumps(whole(words[1], Path(words[2]).read_bytes())))


def compared(folder: Path, widths: list[int]) -> Iterator[dict[str, Any]]:
    """Seconds of processor and bytes a picture in all these widths, and SSIMULACRA2 on average and at worst."""
    sizes = [size for path in sorted(folder.iterdir()) for size in _sizes(path, widths)]
    for library, form, options in SETTINGS:
        spent, length, scores = 0.0, 0, []
        save = _vips_save if library == "vips" else _pillow_save
        for size in sizes:
            encode = save(size, form, options)
            began = time.process_time()
            made = encode()
            spent += time.process_time() - began
            length += len(made)
            scores.append(_score(size, made))
        count = len(sizes) / len(widths)
        yield {
            "library": library,
            "form": form,
            "options": options,
            "seconds": spent / count,
            "bytes": length / count,
            "mean": sum(scores) / len(scores),
            "worst": min(scores),
        }


def whole(library: str, data: bytes) -> dict[str, float]:
    """Seconds of processor, bytes and peak of memory for all files of a photograph."""
    began = time.process_time()
    length = sum(map(len, _by_vips(data) if library == "vips" else _by_pillow(data)))
    spent = time.process_time() - began
    return {"seconds": spent, "bytes": length, "memory": _peak()}


def _peak() -> int:
    """Bytes of memory that this process had at most; `getrusage` would tell of the process that started it, too."""
    rows = Path("/proc/self/status").read_text().splitlines()
    return next(int(row.split()[1]) * 1024 for row in rows if row.startswith("VmHWM:"))


def _by_pillow(data: bytes) -> Iterator[bytes]:
    """As site_gen makes them."""
    with Image.open(io.BytesIO(data)) as opened:
        size = opened.size
    decoded = base(data, reduction(size, 1440, 1080))
    for width, height, form, cropped in FILES:
        yield rendition(decoded, width, height, form, Focus(50, 25) if cropped else None)


def _by_vips(data: bytes) -> Iterator[bytes]:
    """The same with libvips: decoded once, sizes by its own resampling, one thread."""
    vips = _vips()
    decoded = vips.Image.new_from_buffer(data, "", access="sequential").copy_memory()
    last: tuple[tuple[int, int], Any] = (0, 0), None
    for width, height, form, cropped in FILES:
        if last[0] != (width, height):
            crop = {"crop": "centre"} if cropped else {}
            last = (width, height), decoded.thumbnail_image(width, height=height, **crop).copy_memory()
        yield getattr(last[1], _VIPS_SAVERS[form])(**_VIPS[form], keep="none")


def _sizes(path: Path, widths: list[int]) -> Iterator[Image.Image]:
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    for width in widths:
        yield picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


def _pillow_save(picture: Image.Image, form: str, options: dict[str, Any]) -> Callable[[], bytes]:
    def encode() -> bytes:
        made = io.BytesIO()
        picture.save(made, form, **options)
        return made.getvalue()

    return encode


def _vips_save(picture: Image.Image, form: str, options: dict[str, Any]) -> Callable[[], bytes]:
    image = _vips().Image.new_from_memory(picture.tobytes(), picture.width, picture.height, 3, "uchar")
    image = image.copy(interpretation="srgb")
    return lambda: bytes(getattr(image, _VIPS_SAVERS[form])(**options, keep="none"))


def _vips() -> Any:
    import pyvips

    pyvips.cache_set_max(0)
    return pyvips


def _score(picture: Image.Image, made: bytes) -> float:
    """How alike the made picture is: 90 and more cannot be told apart in flicker, 70 is of high quality."""
    from ssimulacra2 import compute_ssimulacra2

    with Image.open(io.BytesIO(made)) as opened:
        return float(compute_ssimulacra2(_png(picture), _png(opened.convert("RGB"))))


def _png(picture: Image.Image) -> io.BytesIO:
    made = io.BytesIO()
    picture.save(made, "PNG", compress_level=0)
    made.seek(0)
    return made


if __name__ == "__main__":
    main(sys.argv[1:])
