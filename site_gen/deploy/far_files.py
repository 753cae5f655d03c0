"""The files of a release on a remote host with a POSIX shell, compared with the manifest of the release.

Shell scripts that list the files, and parsers of their output. Pure.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from site_gen.model.deployment import Differences, Manifest

NO_DIGESTS = 76  # exit code of `DIGESTS` where the host has no such program
# BLAKE2b of 16 bytes, as `text.digest` makes it (GNU coreutils).
DIGESTS = f"command -v b2sum >/dev/null || exit {NO_DIGESTS}; find . -type f -exec b2sum -l 128 -z {{}} +"
_END = "--"
_PLAIN = "unset BLOCK_SIZE LS_BLOCK_SIZE; export LC_ALL=C QUOTING_STYLE=literal TIME_STYLE=locale"  # for GNU's ls


def listing(release: str) -> str:
    """A script for the folder `releases`: all files of a release with mode and size, then those newer than its note.

    A missing release gives an empty list. The note is the manifest, the last file of a release to be written.
    """
    return (
        f"cd {release} 2>/dev/null || exit 0; {_PLAIN}; find . ! -type d -exec ls -ldn {{}} +; echo {_END}; "
        f"find . -type f -newer ../{release}.json"
    )


def listed_differences(output: bytes, manifest: Manifest, by_time: bool) -> Differences:
    """How files differ from a manifest according to the listing: by kind, mode and size, and `by_time` if asked."""
    before, _, after = output.decode("utf-8", "surrogateescape").partition(f"\n{_END}\n")
    if output.startswith(f"{_END}\n".encode()):
        before, after = "", ""
    sizes = dict(_sizes(before))
    newer = {row.removeprefix("./") for row in after.split("\n")} if by_time else set()
    wrong = (
        path for path, fact in manifest.files.items() if path in sizes and (sizes[path] != fact.size or path in newer)
    )
    return Differences(
        missing=tuple(sorted(manifest.files.keys() - sizes.keys())),
        changed=tuple(sorted(wrong)),
        unknown=tuple(sorted(sizes.keys() - manifest.files.keys())),
    )


def with_digests(found: Differences, output: bytes, manifest: Manifest) -> Differences:
    """The same differences plus the files whose digests differ from the manifest's."""
    rows = (row.decode("utf-8", "surrogateescape").split(maxsplit=1) for row in output.split(b"\0") if row)
    digests = {row[1].removeprefix("./"): row[0] for row in rows if len(row) == 2}
    other = {
        path for path, digest in digests.items() if path in manifest.files and manifest.files[path].digest != digest
    }
    return replace(found, changed=tuple(sorted(other.union(found.changed))))


def _sizes(text: str) -> Iterator[tuple[str, int]]:
    """Paths with their sizes; -1 for anything but a file that everybody can read."""
    for row in text.split("\n"):
        words = row.split(None, 8)
        if len(words) == 9:
            mode, size, path = words[0], words[4], words[8].removeprefix("./")
            regular = mode[0] == "-" and mode[1] == mode[4] == mode[7] == "r"
            yield (path if mode[0] != "l" else path.partition(" -> ")[0]), int(size) if regular else -1
