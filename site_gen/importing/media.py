"""The pictures and other files of the old site: found in folders, checked, and where they are published."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from site_gen.images.fault import BadPicture
from site_gen.images.strip_metadata import plain
from site_gen.storage.files import read_whole, walk
from site_gen.text.paths import path_fault

PICTURES = (
    ".jpg",
    ".jpeg",
    ".png",
    ".gif",
    ".webp",
    ".svg",
    ".ico",
    ".avif",
    ".bmp",
    ".tif",
    ".tiff",
    ".heic",
    ".jfif",
)
_OTHERS = frozenset(
    (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".csv", ".txt", ".zip", ".mp3",
     ".m4a", ".ogg", ".wav", ".mp4", ".m4v", ".mov", ".webm", ".epub", ".vtt", ".srt")
)  # fmt: skip
FILES = (*PICTURES, *sorted(_OTHERS))
_SIZE = re.compile(r"-\d{1,5}x\d{1,5}(?=\.\w+\Z)")
_SCALED = re.compile(r"(?:-scaled|-rotated|-e\d{10,})(?=\.\w+\Z)")
_LARGEST = 100_000_000


class Found(Struct, frozen=True):
    """A file of the old site: where it is on this machine, and its path below the folder that it was found in."""

    file: Path
    path: str
    fault: str = ""
    is_picture: bool = True


class Media:
    """Files by old addresses, in the folders of a source and those that were named.

    `own` are those that an earlier import brought here, by their old paths: they are found where no folder has them.
    """

    def __init__(self, folders: tuple[Path, ...], own: Mapping[str, Path] | None = None) -> None:
        self._files: dict[str, Path] = {}
        self._ends: dict[str, list[str]] = {}
        self._checked: dict[Path, str] = {}
        for folder in folders:
            for path, _ in walk(folder, misnamed=[], suffix=(*PICTURES, *_OTHERS), any_case=True, texts=(".site_gen",)):
                self._files.setdefault(path, folder / path)
        for path, file in (own or {}).items():
            self._files.setdefault(path, file)
        for path in sorted(self._files):
            self._ends.setdefault(path.rpartition("/")[2], []).append(path)

    def __len__(self) -> int:
        return len(self._files)

    def find(self, url: str, foreign: bool = False, by_name: bool = False) -> Found | None:
        """The file that an address had: the original, where it names one of its sizes.

        That of a `foreign` site must have three parts in common, or `by_name` its file's name alone if only one has it.
        """
        path = unquote(urlsplit(url).path).strip("/")
        for name in originals(path):
            for known in self._ends.get(name.rpartition("/")[2], ()):
                if name == known or name.endswith("/" + known) or known.endswith("/" + name):
                    if foreign and min(known.count("/"), name.count("/")) < 2:
                        continue
                    return self._found(known)
        named = self._ends.get(path.rpartition("/")[2], ()) if by_name else ()
        return self._found(named[0]) if len(named) == 1 else None

    def _found(self, path: str) -> Found:
        file = self._files[path]
        is_picture = path.lower().endswith(PICTURES)
        if file not in self._checked:
            self._checked[file] = _fault(file) if is_picture else ""
        return Found(file, path, self._checked[file] or path_fault(path), is_picture)


def originals(path: str) -> tuple[str, ...]:
    """The names that a file may have, the most original first."""
    bare = _SIZE.sub("", path)
    return tuple(dict.fromkeys((_SCALED.sub("", bare), bare, _SIZE.sub("-scaled", path), path)))


def _fault(file: Path) -> str:
    """Why a picture cannot be published; "" for one that can."""
    if file.stat().st_size > _LARGEST:
        return "is larger than 100 MB"
    try:
        plain(read_whole(file))
    except BadPicture as fault:
        return fault.what[:1].lower() + fault.what[1:].rstrip(".")
    return ""
