"""The sizes of pictures that were made: kept by content, from build to build, whatever else is made again."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec.structs import replace

from site_gen.images import derive
from site_gen.images.derive import encoder, formats
from site_gen.model.picture import PictureSource, PictureView
from site_gen.storage.copies import copy_new
from site_gen.storage.files import read_whole
from site_gen.storage.handles import is_linked, remove_others
from site_gen.storage.state_file import read_state, write_state
from site_gen.text.digest import digest

# The modules that the bytes of a made picture depend on: an edit of one has all of them made again.
RECIPE = ("derive", "exif", "gif", "icc", "icc_lut", "jpeg", "png", "strip_metadata", "webp")
_FOLDER = "pictures"


class MadePictures:
    """The pictures kept in a state folder. A name is `source-recipe-key`, digests of all that its bytes depend on."""

    def __init__(self, state: Path) -> None:
        self._folder = state / _FOLDER

    def is_made(self) -> Callable[[PictureView], bool]:
        """The function that says whether a size of a picture is kept now."""
        try:
            kept = {path.name for path in self._folder.iterdir()}
        except OSError:
            kept = set()
        return lambda view: _name(view) in kept

    def load(self, view: PictureView) -> bytes | None:
        """The bytes of this size of a picture, if they are kept."""
        name = _name(view)
        kept = read_state(self._folder / name, f"picture {name}")
        return None if kept is None else bytes(kept)

    def save(self, view: PictureView, made: bytes) -> None:
        """Keep them; what cannot be kept is made again."""
        name = _name(view)
        with suppress(OSError):
            write_state(self._folder / name, f"picture {name}", made)


def forget_pictures(state: Path, sources: Iterable[PictureSource]) -> None:
    """Drop what was made of pictures that the site no longer has, or would be made otherwise now.

    What is made of a picture stays though no page shows it: drafts, scheduled posts and deployments take turns.
    """
    if formats():  # without an encoder nothing is known of what it would make
        remove_others(state, _FOLDER, _Current(sources))


class _Current:
    """The names of made pictures whose source and recipe are current."""

    def __init__(self, sources: Iterable[PictureSource]) -> None:
        self._sources = {_mark_of(source.digest) for source in sources}
        self._recipes = {_recipe_mark(form) for form in formats()}

    def __contains__(self, name: object) -> bool:
        source, _, rest = str(name).partition("-")
        return source in self._sources and rest.partition("-")[0] in self._recipes


def lend_pictures(home: Path, own: str, state: Path) -> None:
    """Copy the pictures made already from a site's cache folder `own`, for a build that may not write there."""
    kept = home / own / _FOLDER
    if is_linked(home, f"{own}/{kept.name}"):
        return
    with suppress(OSError):
        (state / _FOLDER).mkdir(parents=True)
        for entry in os.scandir(kept):
            if entry.is_file(follow_symlinks=False):
                copy_new(entry.path, state / _FOLDER / entry.name)


def _name(view: PictureView) -> str:
    """Everything that the bytes depend on, but not the version of site_gen; the path of the file does not matter."""
    key = digest(msgspec.msgpack.encode(replace(view, source="")))
    return f"{_mark_of(view.digest)}-{_recipe_mark(view.form)}-{key[:32]}"


def _mark_of(content: str) -> str:
    return content[:16]


@lru_cache(maxsize=8)
def _recipe_mark(form: str) -> str:
    return digest(f"{recipe()} {encoder(form)}".encode())[:16]


@lru_cache(maxsize=1)
def recipe() -> str:
    """The digest of the code that decodes, cuts and encodes."""
    folder = Path(derive.__file__).parent
    return digest(b"".join(read_whole(f"{folder}/{name}.py") for name in RECIPE))
