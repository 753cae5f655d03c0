"""The size at which a drawing is shown."""

import re
from collections.abc import Mapping

_LENGTH = re.compile(r"\s*\+?([0-9]*\.?[0-9]+(?:e[-+]?[0-9]+)?)([a-z%]*)\s*", re.ASCII | re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?[0-9]*\.?[0-9]+(?:e[-+]?[0-9]+)?", re.ASCII | re.IGNORECASE)
_PIXELS = {"": 1.0, "px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "pt": 96 / 72, "pc": 16.0}
_MOST = 1e9


def size_of(root: Mapping[str, str]) -> tuple[int, int]:
    """Width and height in pixels by the root's attributes: its width and height in pixels, or its viewBox.

    0 by 0 where there are none, as in a collection of symbols.
    """
    width, height = _length(root, ("", "px")), _length(root, ("", "px"), "height")
    if width and height:
        return _whole(width), _whole(height)
    numbers = root.get("viewBox", "").replace(",", " ").split()
    if len(numbers) == 4 and all(_NUMBER.fullmatch(number) for number in numbers):
        wide, high = float(numbers[2]), float(numbers[3])
        if wide > 0 and high > 0:
            return _whole(wide), _whole(high)
    width, height = _length(root, tuple(_PIXELS)), _length(root, tuple(_PIXELS), "height")
    return (_whole(width), _whole(height)) if width and height else (0, 0)


def _length(root: Mapping[str, str], units: tuple[str, ...], name: str = "width") -> float:
    found = _LENGTH.fullmatch(root.get(name, ""))
    unit = found[2].lower() if found else "?"
    return float(found[1]) * _PIXELS[unit] if found and unit in units else 0.0


def _whole(length: float) -> int:
    return round(min(length, _MOST))
