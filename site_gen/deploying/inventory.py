"""The files of a built site with their digests, and manifests as bytes."""

import os
from pathlib import Path

import msgspec

from site_gen.disk.copies import digest_of
from site_gen.disk.files import read_whole
from site_gen.model.deployment import FileFact, Manifest
from site_gen.wording.digest import digest

_OURS = ".site_gen"  # the builder's own notes in the output folder; they are not the site
_LARGE = 1 << 20


def inventory(folder: Path) -> dict[str, FileFact]:
    """Every file of a built site by its path."""
    found: dict[str, FileFact] = {}
    home = str(folder)
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        for entry in os.scandir(f"{home}/{prefix}"):
            if entry.name.startswith(_OURS) and not prefix:
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{prefix}{entry.name}/")
            else:
                found[prefix + entry.name] = _fact(entry)
    return dict(sorted(found.items()))


def _fact(entry: "os.DirEntry[str]") -> FileFact:
    size = entry.stat().st_size
    if size > _LARGE:
        return FileFact(digest_of(entry.path), size)
    data = read_whole(entry.path)
    return FileFact(digest(data), len(data))


def encoded(manifest: Manifest) -> bytes:
    """A manifest as it is kept at a target."""
    return msgspec.json.encode(manifest, order="sorted")


def decoded(data: bytes) -> Manifest | None:
    """A manifest as a target gives it back; None for what is none, which means that all is put anew."""
    try:
        return msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, ValueError):
        return None
