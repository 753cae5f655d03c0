"""The newsroom's pictures: photographs from a package, or drawn ones with a head near the top."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter


@dataclass(frozen=True, slots=True)
class Photograph:
    """A JPEG for `static/`, and what it shows."""

    name: str
    shows: str
    data: bytes

    def matter(self, credit: str) -> dict[str, str]:
        """Its entry in front matter."""
        return {"src": f"/images/{self.name}", "alt": self.shows, "credit": credit}

    @property
    def markdown(self) -> str:
        """The picture in a text."""
        return f'![{self.shows}](/images/{self.name} "| Crown copyright")'


# Member of the package scikit-image; crop in hundredths of width and height; what it shows.
_PHOTOGRAPHS = (
    ("rocket", "rocket.jpg", (0, 0, 100, 100), "A rocket on its launch pad at dusk"),
    ("astronaut", "astronaut.png", (8, 0, 76, 100), "Portrait of an astronaut in an orange suit"),
    ("motorcycle", "motorcycle_left.png", (0, 0, 100, 100), "A motorcycle in a workshop"),
    ("cup", "coffee.png", (0, 0, 100, 100), "A cup of coffee on a saucer"),
    ("cameraman", "camera.png", (15, 0, 75, 95), "A photographer at a tripod"),
    ("stars", "hubble_deep_field.jpg", (0, 0, 100, 100), "Galaxies in the deep field of a space telescope"),
    ("cat", "chelsea.png", (0, 0, 100, 100), "A ship’s cat"),
)
_DRAWN = (
    ("landscape", (1600, 1000), "A figure on a quay, drawn"),
    ("portrait", (1200, 1600), "A standing figure, drawn"),
    ("panorama", (2000, 800), "A harbour from afar, drawn"),
)


def photographs(wheel: Path | None) -> tuple[Photograph, ...]:
    """Those of a wheel of scikit-image, or drawn ones where there is none."""
    if wheel is None:
        return tuple(Photograph(f"{name}.jpg", shows, _jpeg(_drawn(size))) for name, size, shows in _DRAWN)
    with zipfile.ZipFile(wheel) as package:
        return tuple(
            Photograph(f"{name}.jpg", shows, _jpeg(_cropped(package.read(f"skimage/data/{member}"), crop)))
            for name, member, crop, shows in _PHOTOGRAPHS
        )


def _cropped(data: bytes, crop: tuple[int, int, int, int]) -> Image.Image:
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    left, top, right, bottom = crop
    width, height = picture.size
    picture = picture.crop((width * left // 100, height * top // 100, width * right // 100, height * bottom // 100))
    scale = 1500 / max(picture.size)
    return picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS)


def _drawn(size: tuple[int, int]) -> Image.Image:
    """Sky, ground and a figure whose head is in the upper fifth, so that a careless crop loses it."""
    width, height = size
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, height * 7 // 10, width, height), fill=(70, 82, 60))
    middle, head = width // 2, height // 9
    draw.rectangle((middle - head, head * 2, middle + head, height * 9 // 10), fill=(40, 52, 90))
    draw.ellipse((middle - head // 2, head // 2, middle + head // 2, head * 2), fill=(225, 180, 150))
    return picture.filter(ImageFilter.GaussianBlur(1))


def _jpeg(picture: Image.Image) -> bytes:
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=82)
    return data.getvalue()
