"""Pagefind's index of texts: its program run on pages made for it, and its result in one canonical form.

What the program writes depends on the order of a hash table in two places: the values of a filter, and the filters in
the index's own list. Both are sorted here, so that the same texts give the same bytes (CBOR in gzip, version 1.x).
"""

import gzip
import hashlib
import json
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from site_gen.model.problem import OutsideError
from site_gen.storage.cbor import decode, encode
from site_gen.storage.handles import remove_tree
from site_gen.storage.state_file import read_state, write_state
from site_gen.text.extras import how_to_install

_MARK = b"pagefind_dcd"  # what every part of an index begins with
_PARTS = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind")
_SCRIPTS = ("pagefind.js", "pagefind-worker.js")
_ENTRY = "pagefind-entry.json"
_PURPOSE = "search index"  # the site that it is made from is a part of its key
_HELP = f"Install it: {how_to_install('search')}; or write 'search: browse' in site.yaml."


def version() -> str:
    """The version of the installed program; `OutsideError` where there is none."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as version_of

    try:
        return version_of("pagefind_bin")
    except PackageNotFoundError:
        raise OutsideError(f"Pagefind, which makes the search index, is not installed. {_HELP}") from None


def indexed(pages: Iterable[tuple[str, str]], language: str, beside: Path) -> dict[str, bytes]:
    """The index of HTML pages, each with its path in the site, as files by their path below the index's folder.

    `beside` is a folder in which to work; nothing is left in it.
    """
    scratch = beside / "pagefind"
    source, target = scratch / "pages", scratch / "index"
    remove_tree(beside, scratch.name)  # a killed build may have left one
    try:
        source.mkdir(parents=True)
        for path, html in pages:
            place = f"{source}/{path}"
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "w", encoding="utf-8") as file:
                file.write(html)
        _run(source, target, language)
        files = {path.relative_to(target).as_posix(): path for path in sorted(target.rglob("*")) if path.is_file()}
        return in_order({name: path.read_bytes() for name, path in files.items() if _is_wanted(name)})
    finally:
        remove_tree(beside, scratch.name)


def _run(source: Path, target: Path, language: str) -> None:
    from pagefind_bin import get_executable

    command = [str(get_executable()), "--site", str(source), "--output-path", str(target), "--silent"]
    done = subprocess.run([*command, "--force-language", language], capture_output=True, text=True, check=False)
    if done.returncode or not (target / _ENTRY).is_file():
        output = (done.stderr or done.stdout).strip().splitlines()
        raise OutsideError(f"Pagefind could not make the search index: {output[-1] if output else 'it gave no reason'}")


def _is_wanted(name: str) -> bool:
    """Whether a file is part of the index or loads it; Pagefind's own pages and styles are not used."""
    return name.endswith(_PARTS) or name in (*_SCRIPTS, _ENTRY)


def in_order(files: dict[str, bytes]) -> dict[str, bytes]:
    """An index in its canonical form: filters and their values in order, files named by their content."""
    renamed: dict[str, str] = {}
    done: dict[str, bytes] = {}
    for path, data in files.items():
        if path.endswith(".pf_filter"):
            name, values = _unpacked(data)
            packed = _packed([name, sorted(values)])
            old = path.removeprefix("filter/").removesuffix(".pf_filter")
            renamed[old] = _renamed(old, packed)
            done[f"filter/{renamed[old]}.pf_filter"] = packed
        elif not path.endswith(".pf_meta") and path != _ENTRY:
            done[path] = data
    entry = json.loads(files[_ENTRY])
    for path, data in files.items():
        if path.endswith(".pf_meta"):
            meta = _unpacked(data)
            meta[3] = sorted([name, renamed[old]] for name, old in meta[3])
            packed = _packed(meta)
            old = path.removeprefix("pagefind.").removesuffix(".pf_meta")
            new = _renamed(old, packed)
            done[f"pagefind.{new}.pf_meta"] = packed
            for language in entry["languages"].values():
                language["hash"] = new if language["hash"] == old else language["hash"]
    done[_ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True).encode()
    return dict(sorted(done.items()))


def _renamed(old: str, data: bytes) -> str:
    """A part's name: its language, and a digest as long as the program's own."""
    language, _, digest = old.rpartition("_")
    return f"{language}_{hashlib.sha256(data).hexdigest()[: len(digest)]}"


def _unpacked(data: bytes) -> Any:
    return decode(gzip.decompress(data).removeprefix(_MARK))


def _packed(value: Any) -> bytes:
    return gzip.compress(_MARK + encode(value), mtime=0)


class Kept(msgspec.Struct, frozen=True):
    """The last index, and the key of what it was made from."""

    key: str
    files: dict[str, bytes]


def load(path: Path, key: str) -> dict[str, bytes] | None:
    """The index kept at a path, if it is intact and made from what has this key."""
    data = read_state(path, _PURPOSE)
    try:
        kept = msgspec.msgpack.decode(data, type=Kept) if data is not None else None
    except msgspec.DecodeError:
        return None
    return kept.files if kept is not None and kept.key == key else None


def save(path: Path, key: str, files: dict[str, bytes]) -> None:
    """Keep an index for the next build."""
    write_state(path, _PURPOSE, msgspec.msgpack.encode(Kept(key, files)))
