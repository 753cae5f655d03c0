"""Finds the picture file that an address in a text means, or says why there is none.

An address is first read as a URL (`my%20ship.png`, `map.svg#legend`), and then as a file name, since `#`, `?` and `%`
may be characters of a name. Names are compared in Unicode's composed form (NFC): some systems
write "é" as two characters.
"""

import difflib
import posixpath
import unicodedata
from collections.abc import Mapping
from urllib.parse import unquote

from site_gen.model.picture import SUFFIXES, PictureSource

FOLDERS = (
    "content/posts/",
    "content/pages/",
    "content/tags/",
    "content/images/",
    "static/",
)  # where pictures are found


class PictureNames:
    """The pictures of a site, by the addresses that texts may use."""

    def __init__(self, sources: Mapping[str, PictureSource]) -> None:
        self._sources = sources
        self._composed = {_composed(path): path for path in sources if not path.isascii()}

    def find(self, src: str, path: str) -> PictureSource | None:
        """The picture that `src` means in the text at `path`."""
        for wanted in _places(src, path):
            file = wanted if wanted in self._sources else self._composed.get(_composed(wanted))
            if file is not None:
                return self._sources[file]
        return None

    def missing(self, src: str, path: str) -> tuple[str, str]:
        """What is wrong with an address without a picture, and what to do."""
        what = f"There is no picture '{src}'."
        wanted = next(iter(_places(src, path)))
        slashed = src.replace("\\", "/")
        if slashed != src and (found := self.find(slashed, path)):
            return what, f"Write '{_as_written(found.path, path)}': folders are separated by '/'."
        if near := self._but_for_case(wanted):
            return what, f"Did you mean '{_as_written(near, path)}'? Capital and small letters differ."
        if close := difflib.get_close_matches(wanted, self._sources, 1, 0.75):
            return what, f"Did you mean '{_as_written(close[0], path)}'?"
        if not wanted.startswith(FOLDERS):
            return what, "Pictures are beside the texts, in content/images/, or below static/: put it into one of them."
        if any(part.startswith(".") or part.endswith("~") for part in wanted.split("/")):
            return what, "Files whose names begin with '.' or end with '~' are ignored: give it another name."
        if not wanted.lower().endswith(SUFFIXES):
            return f"'{src}' is not named like a picture.", "Its name should end in .jpg, .png, .webp, .gif or .svg."
        return what, f"Put it there: {wanted}."

    def _but_for_case(self, wanted: str) -> str:
        folded = _composed(wanted).casefold()
        return next((path for path in self._sources if _composed(path).casefold() == folded), "")


def _places(src: str, path: str) -> tuple[str, ...]:
    """The files that an address may mean, the likeliest first: below static/, or relative to its text."""
    readings = (unquote(src.partition("#")[0].partition("?")[0]), unquote(src), src)
    return tuple(dict.fromkeys(_place(reading, path) for reading in readings))


def _place(src: str, path: str) -> str:
    if src.startswith("/"):
        return "static" + posixpath.normpath(src)
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), src))


def _as_written(place: str, path: str) -> str:
    """The address by which a text refers to a file."""
    if place.startswith("static/"):
        return place.removeprefix("static")
    return posixpath.relpath(place, posixpath.dirname(path))


def _composed(path: str) -> str:
    return path if path.isascii() else unicodedata.normalize("NFC", path)
