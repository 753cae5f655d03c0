"""The point of a picture that stays visible when it is cropped."""

import re

from site_gen.model.picture import Focus

_PERCENT = re.compile(r"(\d{1,3})%\s+(\d{1,3})%")
_ACROSS = {"left": 0, "right": 100}
_DOWN = {"top": 0, "bottom": 100}
_CENTRE = ("centre", "center")
_WIDE, _UPRIGHT = Focus(50, 25), Focus(50, 10)


def parse_focus(text: str) -> Focus | None:
    """The point given as `top`, `bottom left` or `30% 20%` (across, then down); None for any other text."""
    if match := _PERCENT.fullmatch(text.strip()):
        across, down = int(match[1]), int(match[2])
        return Focus(across, down) if max(across, down) <= 100 else None
    words = text.lower().split()
    across_words = [word for word in words if word in _ACROSS]
    down_words = [word for word in words if word in _DOWN]
    if not 1 <= len(words) <= 2 or len(across_words) > 1 or len(down_words) > 1:
        return None
    if any(word not in (*across_words, *down_words, *_CENTRE) for word in words):
        return None
    return Focus(
        _ACROSS[across_words[0]] if across_words else 50,
        _DOWN[down_words[0]] if down_words else 50,
    )


def default_focus(width: int, height: int) -> Focus:
    """The point for a picture without a focus: above the centre, where heads are; near the top if it is upright."""
    return _WIDE if width > height else _UPRIGHT
