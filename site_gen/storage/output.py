"""The output folder: who owns it, what is in it, and what is removed from it.

A file in it, `.site_gen.manifest`, names every path that the program has written or is about to write. A folder with
other things in it and without that file is somebody else's and is not touched; a path that is not named is never
removed.
"""

import os
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from site_gen.model.ledger import Stamp
from site_gen.model.problem import Problem, SiteError, raise_problems
from site_gen.storage.copies import copy_new, digest_of, same_bytes
from site_gen.storage.files import read_whole, stamp_of, write_new
from site_gen.storage.handles import move_in, remove_empty, remove_file, remove_tree
from site_gen.storage.inside import is_below
from site_gen.storage.manifest import MANIFEST, manifest_of, read_manifest

_TO_DEPLOY = ".site_gen/deploy"  # where a deployment builds, beside its own notes


class Output:
    """One output folder, claimed; a `fresh` one had nothing in it when the build began."""

    def __init__(self, folder: Path, fresh: bool = False) -> None:
        self.folder, self.fresh = folder, fresh
        self.scratch = folder / ".site_gen-tmp"
        self._named: frozenset[str] | None = None
        self._folders: set[str] = set()

    @property
    def owned(self) -> frozenset[str]:
        """Every path that the program has written here, or was about to write."""
        if self._named is None:
            self._named = read_manifest(self.folder) or frozenset()
        return self._named

    @classmethod
    def claim(
        cls,
        folder: Path,
        root: Path,
        display_name: str,
        written: Callable[[], Mapping[str, Stamp]] = dict,
        given: bool = False,
    ) -> "Output":
        """The folder, made if need be; `SiteError` where it is not ours. `display_name` is its name in messages.

        `written` gives the files that the last build left there, for a manifest that is lost or damaged. Only a folder
        that is `given` on the command line may be outside of the site: anybody may have written the settings.
        """
        _refuse_sources(folder, root, display_name, given)
        folder.mkdir(parents=True, exist_ok=True)
        output = cls(folder, fresh=not os.listdir(folder))
        remove_tree(folder, output.scratch.name)
        for own in (output.scratch, folder / MANIFEST):
            if os.path.islink(own):
                what = "This is a link, but site_gen needs a regular file here."
                raise SiteError((Problem(f"{display_name}/{own.name}", 0, 0, what, "Remove it."),))
        if not output.fresh:
            output._named = read_manifest(folder)
            if output._named is None:
                output._restore(written())
                _refuse_strangers(folder, display_name)
        return output

    def _restore(self, written: Mapping[str, Stamp]) -> None:
        """Rewrite a manifest that is lost or damaged: it names the files that are as they were written.

        Where most of them are, this is the folder that was written, and the other files are ours, too.
        """
        same = frozenset(path for path, stamp in written.items() if stamp_of(f"{self.folder}/{path}") == stamp)
        if same:
            self.scratch.mkdir(exist_ok=True)
            self._write_manifest(frozenset(written) if len(same) * 2 > len(written) else same)

    def stage(self, path: str, data: bytes) -> Stamp:
        """Write a file's bytes to the scratch folder, under its own path; `publish` moves all of them in."""
        target = f"{self.scratch}/{path}"
        folder = target[: target.rindex("/")]
        if folder not in self._folders:
            _make_folder(folder)
            self._folders.add(folder)
        return write_new(target, data)

    def holds(self, path: str, data: bytes) -> Stamp | None:
        """The stamp of the file at a path if it has exactly these bytes."""
        if self.fresh:
            return None
        target = f"{self.folder}/{path}"
        try:
            found = os.stat(target)
        except (FileNotFoundError, NotADirectoryError):
            return None
        same = stat.S_ISREG(found.st_mode) and found.st_size == len(data) and read_whole(target) == data
        return stamp_of(target) if same else None

    def stage_copy(self, path: str, source: str) -> Stamp:
        """As `stage`, with the bytes of a file that may be large."""
        target = f"{self.scratch}/{path}"
        os.makedirs(os.path.dirname(target), exist_ok=True)
        return copy_new(source, target)

    def holds_copy(self, path: str, source: str) -> Stamp | None:
        """The stamp of the file at a path if it has exactly the bytes of that source."""
        target = f"{self.folder}/{path}"
        return stamp_of(target) if same_bytes(source, target) else None

    def put(self, path: str, data: bytes) -> tuple[Stamp, bool]:
        """The stamp of a file with these bytes, and whether it had to be staged."""
        held = self.holds(path, data)
        return held or self.stage(path, data), held is None

    def put_copy(self, path: str, source: str) -> tuple[Stamp, bool, str]:
        """As `put`, with the bytes of a file that may be large, and the digest of what is there now."""
        held = self.holds_copy(path, source)
        stamp = held or self.stage_copy(path, source)
        return stamp, held is None, digest_of(f"{self.folder if held else self.scratch}/{path}")

    def publish(self) -> None:
        """Move what is staged to its place: each file, or a folder that is new as a whole, in one step."""
        self.fresh = False
        if self.scratch.is_dir():
            move_in(self.scratch, self.folder)

    def announce(self, paths: Iterable[str]) -> None:
        """Add all paths that are about to be written to the manifest, before the first is."""
        self.scratch.mkdir(exist_ok=True)
        self._write_manifest(self.owned.union(paths))

    def abandon(self) -> None:
        """Delete what was staged: the build failed, and nothing of it may remain in the published folder."""
        remove_tree(self.folder, self.scratch.name)

    def refuse_links_on_way(self, paths: Iterable[str], display_name: str) -> None:
        """Refuse to write or delete behind links in place of folders, wherever they lead; reports all at once."""
        if self.fresh:
            return
        above = {path.rpartition("/")[0] for path in paths}
        folders = {"/".join(parts[:depth]) for parts in map(_parts, above) for depth in range(1, len(parts) + 1)}
        what, hint = (
            "This is a link, and a folder of the site belongs here.",
            "Remove it; site_gen makes the folder.",
        )
        links = (one for one in sorted(folders) if os.path.islink(f"{self.folder}/{one}"))
        raise_problems(tuple(Problem(f"{display_name}/{one}", 0, 0, what, hint) for one in links))

    def refuse_strangers_at(self, paths: Iterable[str], display_name: str) -> None:
        """Refuse to overwrite files that the program did not write; reports all at once."""
        if self.fresh:
            return
        found = (self._stranger_at(path) for path in sorted(set(paths) - self.owned))
        problems = tuple(
            Problem(
                f"{display_name}/{path}",
                0,
                0,
                "This file is in the way of the site, and site_gen did not write it.",
                "Move it into static/, or away.",
            )
            for path in dict.fromkeys(found)
            if path
        )
        raise_problems(problems)

    def _stranger_at(self, path: str) -> str:
        """The file that is in the way of one of ours: at its path, above it, or below it; "" if there is none."""
        place = f"{self.folder}/{path}"
        try:
            is_folder = stat.S_ISDIR(os.lstat(place).st_mode)
        except FileNotFoundError:
            return ""
        except NotADirectoryError:
            parts = path.split("/")
            above = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
            blocking = next((one for one in above if not os.path.isdir(f"{self.folder}/{one}")), "")
            return "" if blocking in self.owned else blocking
        if not is_folder:
            return path
        below = (f"{folder}/{name}" for folder, _, names in os.walk(place) for name in names)
        inner = (os.path.relpath(one, self.folder).replace(os.sep, "/") for one in below)
        return next((one for one in inner if one not in self.owned), "")

    def refuse_other_site(self, gone: Sequence[str], display_name: str) -> None:
        """Refuse to remove most of a folder on the first build into it: it is likely to be another site's."""
        if len(gone) > max(20, len(self.owned) // 2):
            holding = f"The output folder '{display_name}' holds a site of {len(self.owned)} files"
            _refuse(
                f"{holding}, of which {len(gone)} are not this one's.",
                "Name another folder; or, if the site was built here, build once with --clean.",
            )

    def settle(self, paths: frozenset[str]) -> None:
        """Write the manifest of the final paths, and delete the scratch folder."""
        self._write_manifest(paths)
        remove_tree(self.folder, self.scratch.name)

    def prune(self, paths: Iterable[str]) -> int:
        """Remove files of ours that are obsolete, and folders that become empty; how many files were removed."""
        removed = 0
        emptied: set[str] = set()
        for path in paths:
            if path not in self.owned:
                continue
            if remove_file(self.folder, path):
                removed += 1
            elif os.path.isdir(self.folder / path):
                continue
            parts = path.split("/")[:-1]
            emptied.update("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))
        for name in sorted(emptied, key=lambda name: name.count("/"), reverse=True):
            remove_empty(self.folder, name)
        return removed

    def _write_manifest(self, paths: frozenset[str]) -> None:
        if paths == self.owned:
            return
        self.stage(MANIFEST, manifest_of(paths))
        os.replace(self.scratch / MANIFEST, self.folder / MANIFEST)
        self._named = paths


def _make_folder(folder: str) -> None:
    """Make a folder; mostly its parent exists, which `os.makedirs` would check first."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)


def _parts(path: str) -> list[str]:
    return path.split("/") if path else []


def _refuse_sources(folder: Path, root: Path, display_name: str, given: bool) -> None:
    real, home = Path(os.path.realpath(folder)), Path(os.path.realpath(root))
    if real == home or real in home.parents:
        _refuse(
            f"The output folder '{display_name}' holds the site's own sources.",
            "Name a separate folder, like 'output'.",
        )
    for own in ("content", "seeds", "themes", "static", "templates", ".site_gen", ".git"):
        if (real == home / own or home / own in real.parents) and home / _TO_DEPLOY not in real.parents:
            _refuse(
                f"The output folder '{display_name}' is the site's own '{own}'.", "Name another folder, like 'output'."
            )
    if not given and not is_below(str(real), str(home)):
        _refuse(
            f"The output folder '{display_name}' is outside of the site.",
            "Name one inside, like 'output'; or build with --output, which may be anywhere.",
        )
    if folder.exists() and not folder.is_dir():
        _refuse(f"The output folder '{display_name}' is a file.", "Name another folder, or move the file away.")


def _refuse_strangers(folder: Path, display_name: str) -> None:
    if read_manifest(folder) is not None:
        return
    strangers = sorted(entry.name for entry in os.scandir(folder) if _is_stranger(entry))
    if strangers:
        some = ", ".join(strangers[:3]) + (", ..." if len(strangers) > 3 else "")
        if (folder / MANIFEST).is_file():
            what = f"'{display_name}/{MANIFEST}' is damaged, so it is not known who wrote {some} there."
            _refuse(what, "Empty the output folder, and build again.")
        _refuse(
            f"The output folder '{display_name}' holds files that site_gen did not write: {some}.",
            "Name an empty folder, or move them away.",
        )


def _is_stranger(entry: os.DirEntry[str]) -> bool:
    """Whether this is a file, or a folder with a file anywhere below it; hidden ones may belong to version control."""
    if entry.name.startswith("."):
        return False
    return not entry.is_dir(follow_symlinks=False) or any(files for _, _, files in os.walk(entry.path))


def _refuse(what: str, hint: str) -> None:
    raise SiteError((Problem("site.yaml", 0, 0, what, hint),))
