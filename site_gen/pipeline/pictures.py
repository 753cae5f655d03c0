"""Picture files: read, stripped of metadata, made in other sizes."""

from contextlib import nullcontext, suppress
from pathlib import Path

from msgspec import Struct

from site_gen.images.derive import Base, base, reduction, rendition
from site_gen.images.fault import BadPicture
from site_gen.images.limits import decoding_memory
from site_gen.images.strip_metadata import plain, strip_metadata
from site_gen.model.picture import PictureView
from site_gen.model.problem import Problem, SiteError
from site_gen.model.theme import StaticFile
from site_gen.pipeline.made_pictures import MadePictures
from site_gen.pipeline.render_bodies import Unreadable
from site_gen.storage.files import read_whole
from site_gen.storage.lock import turn
from site_gen.storage.static_files import published_picture
from site_gen.text.digest import digest

_LARGE = 200_000_000  # bytes of memory; of pictures that take more, one is decoded at a time on this machine
_BYTES_A_PIXEL = 4  # of Pillow's pictures in colour
_TURN = "lock-large-picture"


class PictureRenderer:
    """Gives the bytes of a picture's file; what is expensive to make is cached.

    Each process has one picture in memory, which takes 200 MB at most while it is decoded, except for one of them.
    """

    def __init__(self, root: Path, state: Path) -> None:
        self._root, self._state, self._made = root, state, MadePictures(state)
        self._decoded: _Decoded | None = None  # the sizes of one picture are requested one after the other

    def __call__(self, view: PictureView) -> bytes:
        """The bytes; `Unreadable` where there are none."""
        try:
            if not view.form:
                return strip_metadata(self._read(view)).data
            if (kept := self._made.load(view)) is not None:
                return kept
            made = rendition(self._base(view), view.width, view.height, view.form, view.focus)
        except BadPicture as fault:
            raise Unreadable(Problem(view.source, 0, 0, fault.what, fault.hint)) from None
        except MemoryError:
            what = "There is not enough memory to make other sizes of this picture."
            raise Unreadable(Problem(view.source, 0, 0, what, "Export it smaller.")) from None
        self._made.save(view, made)
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
        by = reduction(size, view.width, view.height)
        needed = decoding_memory(stripped.kind, *size, stripped.data) + _BYTES_A_PIXEL * size[0] * size[1] / by**2
        with turn(self._state / _TURN) if needed > _LARGE else nullcontext():
            made = base(stripped.data, by)
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
