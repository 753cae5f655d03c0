"""Pictures' files: read, freed of what they tell, made in other sizes, and kept for the next who asks."""

from contextlib import suppress
from pathlib import Path

from site_gen.disk.files import read_whole, write_whole
from site_gen.model.page import Page
from site_gen.model.picture import PictureView
from site_gen.model.problem import Problem
from site_gen.picturing.derive import derived, maker
from site_gen.picturing.fault import BadPicture
from site_gen.picturing.plain import plain
from site_gen.stages.rendering import Unreadable
from site_gen.wording.digest import digest


class PictureOf:
    """The bytes of a picture's file; what was dear to make lies in a cache."""

    def __init__(self, root: Path, state: Path) -> None:
        self._root, self._folder = root, _folder(state)

    def __call__(self, view: PictureView) -> bytes:
        """The bytes; `Unreadable` where there are none."""
        kept = self._folder / _key(view)
        if view.form and kept.is_file():
            return read_whole(str(kept))
        try:
            data = read_whole(f"{self._root}/{view.source}")
        except OSError:
            data = b""
        if digest(data) != view.digest:
            raise Unreadable(Problem(view.source, 0, 0, "The file changed while the site was built.", "Build again."))
        try:
            bare = plain(data).data
            if not view.form:
                return bare
            made = derived(bare, view.width, view.height, view.form)
        except BadPicture as fault:
            raise Unreadable(Problem(view.source, 0, 0, fault.what, fault.hint)) from None
        with suppress(OSError):  # a picture that cannot be kept is made again
            write_whole(kept, made)
        return made


def forget_pictures(state: Path, pages: tuple[Page, ...]) -> None:
    """Drop the pictures that no page shows any more."""
    folder = _folder(state)
    if folder.is_dir():
        shown = {_key(page.view) for page in pages if isinstance(page.view, PictureView)}
        for kept in folder.iterdir():
            if kept.name not in shown:
                with suppress(OSError):
                    kept.unlink()


def _folder(state: Path) -> Path:
    return state / "pictures"


def _key(view: PictureView) -> str:
    return digest(f"{maker()} {view.digest} {view.width} {view.height} {view.form}".encode())
