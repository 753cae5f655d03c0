"""Pictures' files: read, freed of what they tell, made in other sizes, and kept for the next who asks."""

from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from site_gen.disk.files import read_whole
from site_gen.disk.handles import remove_others
from site_gen.disk.state_file import read_state, write_state
from site_gen.disk.static_files import published_picture
from site_gen.model.page import Page
from site_gen.model.picture import PictureView
from site_gen.model.problem import Problem, SiteError
from site_gen.model.theme import StaticFile
from site_gen.picturing.derive import Base, base, maker, reduction, rendition
from site_gen.picturing.fault import BadPicture
from site_gen.picturing.plain import plain, strip_metadata
from site_gen.stages.rendering import Unreadable
from site_gen.wording.digest import digest


class PictureOf:
    """The bytes of a picture's file; what was dear to make lies in a cache."""

    def __init__(self, root: Path, state: Path) -> None:
        self._root, self._folder = root, _folder(state)
        self._decoded: _Decoded | None = None  # the sizes of one picture are asked for one after the other

    def __call__(self, view: PictureView) -> bytes:
        """The bytes; `Unreadable` where there are none."""
        key = _key(view)
        if view.form and (kept := read_state(self._folder / key, f"picture {key}")) is not None:
            return bytes(kept)
        try:
            if not view.form:
                return strip_metadata(self._read(view)).data
            made = rendition(self._base(view), view.width, view.height, view.form)
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
        """The picture that this size is made of, which is mostly the one that the last size was made of."""
        last = self._decoded
        if last is not None and last.digest == view.digest and last.suits(view):
            return last.base
        self._decoded = None  # never two of them in memory
        found = plain(self._read(view))
        size = found.width, found.height
        made = base(found.data, reduction(size, view.width, view.height))
        self._decoded = _Decoded(view.digest, size, made)
        return made


class _Decoded(Struct, frozen=True):
    """A picture that was decoded last, by the digest of its file; its size is that of the file."""

    digest: str
    size: tuple[int, int]
    base: Base

    def suits(self, view: PictureView) -> bool:
        """Whether this view would be made of it if nothing had been decoded before: the same bytes in any order."""
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
    shown = {_key(page.view) for page in pages if isinstance(page.view, PictureView)}
    remove_others(state, _folder(state).name, shown)


def _folder(state: Path) -> Path:
    return state / "pictures"


def _key(view: PictureView) -> str:
    return digest(f"{maker()} reduced {view.digest} {view.width} {view.height} {view.form}".encode())
