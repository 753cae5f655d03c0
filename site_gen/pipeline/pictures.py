"""Picture files: read, stripped of metadata, made in other sizes, and cached."""

import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_gen.images import derive
from site_gen.images.derive import Base, base, encoder, reduction, rendition
from site_gen.images.fault import BadPicture
from site_gen.images.strip_metadata import plain, strip_metadata
from site_gen.model.page import Page
from site_gen.model.picture import PictureView
from site_gen.model.problem import Problem, SiteError
from site_gen.model.theme import StaticFile
from site_gen.pipeline.render_bodies import Unreadable
from site_gen.storage.copies import copy_new
from site_gen.storage.files import read_whole
from site_gen.storage.handles import is_linked, remove_others, remove_tree
from site_gen.storage.state_file import read_state, write_state
from site_gen.storage.static_files import published_picture
from site_gen.text.digest import digest

# The modules that the bytes of a made picture depend on: an edit of one has all of them made again.
RECIPE = ("derive", "exif", "gif", "icc", "icc_lut", "jpeg", "png", "strip_metadata", "webp")


class PictureRenderer:
    """Gives the bytes of a picture's file; what is expensive to make is cached."""

    def __init__(self, root: Path, state: Path) -> None:
        self._root, self._folder = root, _folder(state)
        self._decoded: _Decoded | None = None  # the sizes of one picture are requested one after the other

    def __call__(self, view: PictureView) -> bytes:
        """The bytes; `Unreadable` where there are none."""
        key = _key(view) if view.form else ""
        if key and (kept := read_state(self._folder / key, f"picture {key}")) is not None:
            return bytes(kept)
        try:
            if not key:
                return strip_metadata(self._read(view)).data
            made = rendition(self._base(view), view.width, view.height, view.form, view.focus)
        except BadPicture as fault:
            raise Unreadable(Problem(view.source, 0, 0, fault.what, fault.hint)) from None
        except MemoryError:
            what = "There is not enough memory to make other sizes of this picture."
            raise Unreadable(Problem(view.source, 0, 0, what, "Export it smaller.")) from None
        with suppress(OSError):  # a picture that cannot be kept is made again
            write_state(self._folder / key, f"picture {key}", made)
        return made

    def _read(self, view: PictureView) -> bytes:
        try:
            data = read_whole(f"{self._root}/{view.source}")
        except OSError:
            data = b""
        if digest(data) != view.digest:
            raise Unreadable(changed_while_built(view.source))
        return data

    def _base(self, view: PictureView) -> Base:
        """The picture that this size is made from, usually the same as for the last size."""
        last = self._decoded
        if last is not None and last.digest == view.digest and last.suits(view):
            return last.base
        self._decoded = None  # never two of them in memory
        stripped = plain(self._read(view))
        size = stripped.width, stripped.height
        made = base(stripped.data, reduction(size, view.width, view.height))
        self._decoded = _Decoded(view.digest, size, made)
        return made


class _Decoded(Struct, frozen=True):
    """The last decoded picture, by the digest of its file; `size` is that of the file."""

    digest: str
    size: tuple[int, int]
    base: Base

    def suits(self, view: PictureView) -> bool:
        """Whether this view would be made from the same base anyway, so that the order of views changes no bytes."""
        return reduction(self.size, view.width, view.height) == self.base.reduction


def picture_without_metadata(file: StaticFile) -> bytes:
    """The bytes of a theme's picture as they are published; `SiteError` where its file is not the one that was read."""
    with suppress(BadPicture, FileNotFoundError):
        data = published_picture(file)
        if digest(data) == file.digest:
            return data
    raise SiteError((changed_while_built(file.path),))


def changed_while_built(path: str) -> Problem:
    """A source that is not what it was when the build began."""
    return Problem(path, 0, 0, "The file changed while the site was built.", "Build again.")


def forget_pictures(state: Path, pages: tuple[Page, ...]) -> None:
    """Drop the pictures that no page shows any more."""
    used = {_key(page.view) for page in pages if isinstance(page.view, PictureView) and page.view.form}
    remove_others(state, _folder(state).name, used)


def drop_pictures(state: Path) -> None:
    """Delete every picture that was made."""
    remove_tree(state, _folder(state).name)


def lend_pictures(home: Path, own: str, state: Path) -> None:
    """Copy the pictures made already from a site's cache folder `own`, for a build that may not write there."""
    kept = _folder(home / own)
    if is_linked(home, f"{own}/{kept.name}"):
        return
    with suppress(OSError):
        _folder(state).mkdir(parents=True)
        for entry in os.scandir(kept):
            if entry.is_file(follow_symlinks=False):
                copy_new(entry.path, _folder(state) / entry.name)


def _folder(state: Path) -> Path:
    return state / "pictures"


def _key(view: PictureView) -> str:
    """The name of a made picture: everything that its bytes depend on, but not the version of site_gen."""
    encoded = msgspec.msgpack.encode(replace(view, source=""))  # the path of the file does not matter
    return digest(f"{recipe()} {encoder(view.form)} ".encode() + encoded)


@lru_cache(maxsize=1)
def recipe() -> str:
    """The digest of the code that decodes, cuts and encodes."""
    folder = Path(derive.__file__).parent
    return digest(b"".join(read_whole(f"{folder}/{name}.py") for name in RECIPE))
