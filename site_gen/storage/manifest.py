"""The manifest of an output folder: which files there the program wrote and may remove.

Its first line carries a digest of the others. It does not prove who wrote it, since an output folder may be built on
several machines in turn, but it shows a manifest that was truncated or damaged.
"""

from collections.abc import Iterable
from pathlib import Path

from site_gen.model.problem import SiteError
from site_gen.storage.files import read_whole
from site_gen.text.digest import digest

MANIFEST = ".site_gen.manifest"
_HEAD = "site_gen output: the files that the program wrote and may remove, one a line"


def manifest_of(paths: Iterable[str]) -> bytes:
    """The manifest that names these paths."""
    text = "\n".join([*sorted(paths), ""])
    return f"{_HEAD}; digest {digest(text.encode())}\n{text}".encode()


def read_manifest(folder: Path) -> frozenset[str] | None:
    """The paths that a folder's manifest names; None where there is none, or a damaged one."""
    try:
        head, end, text = read_whole(f"{folder}/{MANIFEST}").decode().partition("\n")
    except (OSError, SiteError, UnicodeDecodeError):
        return None
    before_digests = head == _HEAD and end  # an earlier version of the program wrote it
    if not before_digests and head != f"{_HEAD}; digest {digest(text.encode())}":
        return None
    paths = frozenset(filter(None, text.split("\n")))
    if ".." in text or text.startswith("/") or "\n/" in text:  # edited: no path of ours leads out of the folder
        paths = frozenset(path for path in paths if ".." not in path.split("/") and not path.startswith("/"))
    return paths
