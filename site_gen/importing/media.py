"""The pictures and other files of the old site: found in folders, checked, and where they are published."""

import re
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from site_gen.images.fault import BadPicture
from site_gen.images.strip_metadata import plain
from site_gen.storage.files import read_whole, walk
from site_gen.text.digest import digest
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
_EMBEDDED = re.compile(
    r"data:image/(png|jpe?g|gif|webp|avif|svg\+xml)(?:;[\w=-]+)*;base64,([A-Za-z0-9+/=%\s_-]+)", re.IGNORECASE
)
_SUFFIXES = {"svg+xml": "svg", "jpeg": "jpg"}
_SMALLEST = 200
"""Bytes; what is smaller holds the place of a picture that comes later."""
_NAME = 16


class Found(Struct, frozen=True):
    """A file of the old site: where it is on this machine, and its path below the folder that it was found in."""

    file: Path
    path: str
    fault: str = ""
    is_picture: bool = True
    data: bytes = b""
    """What is in it, where it is no file of its own."""

    def read(self) -> bytes:
        """What is in it."""
        return self.data or read_whole(self.file)


class Media:
    """Files by old addresses, in the folders of a source and those that were named.

    `own` are those that an earlier import brought here, by their old paths: they are found where no folder has them.
    `checked` has the faults of files that were looked at before, and gets those that are looked at now.
    """

    def __init__(
        self,
        folders: tuple[Path, ...],
        own: Mapping[str, Path] | None = None,
        checked: dict[Path, str] | None = None,
    ) -> None:
        self._files: dict[str, Path] = {}
        self._ends: dict[str, list[str]] = {}
        self._checked = {} if checked is None else checked
        for folder in folders:
            for path, _ in walk(folder, misnamed=[], suffix=FILES, any_case=True, texts=(".site_gen",)):
                self._files.setdefault(path, folder / path)
        for path, file in (own or {}).items():
            self._files.setdefault(path, file)
        for path in sorted(self._files):
            self._ends.setdefault(path.rpartition("/")[2], []).append(path)

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


def embedded(src: str) -> Found | None:
    """The picture that an address holds itself (`data:image/png;base64,...`); None for none, and for placeholders."""
    found = _EMBEDDED.fullmatch(src)
    try:
        data = b64decode(unquote(found[2]), validate=False) if found else b""
    except ValueError:
        return None
    if found is None or len(data) < _SMALLEST:
        return None
    path = f"embedded/{digest(data)[:_NAME]}.{_SUFFIXES.get(found[1].lower(), found[1].lower())}"
    return Found(Path(path), path, _fault_in(data), data=data)


def _fault(file: Path) -> str:
    """Why a picture cannot be published; "" for one that can."""
    if file.stat().st_size > _LARGEST:
        return "is larger than 100 MB"
    return _fault_in(read_whole(file))


def _fault_in(data: bytes) -> str:
    """Why the bytes of a picture cannot be published; "" for those that can."""
    try:
        plain(data)
    except BadPicture as fault:
        return fault.what[:1].lower() + fault.what[1:].rstrip(".")
    return ""
