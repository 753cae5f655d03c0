"""Photographs that nobody took: light, shapes, textures at every scale and grain, with the metadata of a camera.

They are as hard to encode as real ones: each octave of noise is about half as strong as the one below it, as in nature.
"""

import io
import random
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SIZE = (4000, 3000)  # 12 megapixels
_OCTAVES = ((5, 1.0), (16, 0.6), (50, 0.45), (160, 0.4), (500, 0.35), (1600, 0.25))  # cells across, strength
_GRAIN = 0.08


def write(count: int, folder: Path, size: tuple[int, int] = SIZE, first: int = 0) -> int:
    """Write so many photographs into a folder; returns their bytes in all."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for number in range(first, first + count):
        data = photograph(number, size)
        (folder / f"photograph-{number:04}.jpg").write_bytes(data)
        written += len(data)
    return written


def photograph(number: int, size: tuple[int, int] = SIZE) -> bytes:
    """The JPEG of this number: the same bytes for the same version of Pillow."""
    chance = random.Random(number)
    picture = _light(chance, size)
    picture = _with_things(chance, picture)
    picture = _textured(chance, picture)
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=93, subsampling="4:2:0", exif=_metadata(number))
    return made.getvalue()


def _noise(chance: random.Random, across: int, size: tuple[int, int]) -> Image.Image:
    """Smooth noise with so many cells across."""
    down = max(2, round(across * size[1] / size[0]))
    cells = Image.frombytes("L", (across, down), chance.randbytes(across * down))
    return cells.resize(size, Image.Resampling.BICUBIC) if cells.size != size else cells


def _light(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    """Sky over ground: a gradient from one colour to another, with a horizon."""
    above = Image.new("RGB", size, tuple(chance.randrange(120, 230) for _ in range(3)))
    below = Image.new("RGB", size, tuple(chance.randrange(20, 110) for _ in range(3)))
    slope = Image.linear_gradient("L").resize(size, Image.Resampling.BICUBIC)
    return Image.composite(below, above, slope)


def _with_things(chance: random.Random, picture: Image.Image) -> Image.Image:
    """Things with edges, some of them out of focus."""
    width, height = picture.size
    for blur in (width / 100, width / 600, 0):
        things, mask = picture.copy(), Image.new("L", picture.size)
        drawn, cut = ImageDraw.Draw(things), ImageDraw.Draw(mask)
        for _ in range(12):
            x, y, reach = chance.randrange(width), chance.randrange(height), chance.randrange(width // 60, width // 6)
            corners = [
                (x + chance.randrange(-reach, reach), y + chance.randrange(-reach, reach))
                for _ in range(chance.randrange(3, 9))
            ]
            drawn.polygon(corners, fill=tuple(chance.randrange(256) for _ in range(3)))
            cut.polygon(corners, fill=255)
        if blur:
            mask = mask.resize((width // 4, height // 4)).filter(ImageFilter.GaussianBlur(blur / 4))
            mask = mask.resize(picture.size, Image.Resampling.BICUBIC)
        picture = Image.composite(things, picture, mask)
    return picture


def _textured(chance: random.Random, picture: Image.Image) -> Image.Image:
    """The picture with noise of every scale, stronger in some places than in others, and grain everywhere."""
    size = picture.size
    flat = Image.new("L", size, 128)
    where = _noise(chance, 7, size)
    for across, strength in _OCTAVES:
        noise = Image.blend(flat, _noise(chance, across, size), strength)
        noise = Image.composite(noise, flat, where)
        picture = ImageChops.overlay(picture, Image.merge("RGB", (noise, noise, noise)))
    grain: Any = Image.blend(flat, _noise(chance, size[0], size), _GRAIN)
    return ImageChops.overlay(picture, Image.merge("RGB", (grain, grain, grain)))


def _metadata(number: int) -> Image.Exif:
    """What a telephone writes: who made it, when, and where somebody stood."""
    data = Image.Exif()
    data[0x010F], data[0x0110], data[0x0132] = "Maker", "Telephone 12", f"2026:01:{number % 28 + 1:02} 12:00:00"
    place = data.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (48.0, float(number % 60), 30.0), "E", (37.0, 40.0, 12.0)
    data[0x8825] = place
    return data
