"""The files of a release on a host that only a POSIX shell reaches, compared with the manifest of the release.

Scripts that list them, and what their output says. Pure.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from site_gen.model.deployment import Differences, Manifest

NO_DIGESTS = 76  # what `DIGESTS` ends with where the host has no such program
# BLAKE2b of 16 bytes, as `wording.digest` makes it (GNU coreutils).
DIGESTS = f"command -v b2sum >/dev/null || exit {NO_DIGESTS}; find . -type f -exec b2sum -l 128 -z {{}} +"
_END = "--"
_PLAIN = "unset BLOCK_SIZE LS_BLOCK_SIZE; export LC_ALL=C QUOTING_STYLE=literal TIME_STYLE=locale"  # for GNU's ls


def listing(release: str) -> str:
    """A script for the folder `releases`: every file of one with its mode and size, then those written since its note.

    What is not there lists nothing. The note is the last file of a release that is written.
    """
    return (
        f"cd {release} 2>/dev/null || exit 0; {_PLAIN}; find . ! -type d -exec ls -ldn {{}} +; echo {_END}; "
        f"find . -type f -newer ../{release}.json"
    )


def listed_differences(said: bytes, noted: Manifest, by_time: bool) -> Differences:
    """How files differ from a manifest by what the listing says: by kind, mode and size, and where asked by time."""
    before, _, after = said.decode("utf-8", "surrogateescape").partition(f"\n{_END}\n")
    if said.startswith(f"{_END}\n".encode()):
        before, after = "", ""
    sizes = dict(_sizes(before))
    newer = {row.removeprefix("./") for row in after.split("\n")} if by_time else set()
    wrong = (
        path for path, fact in noted.files.items() if path in sizes and (sizes[path] != fact.size or path in newer)
    )
    return Differences(
        missing=tuple(sorted(noted.files.keys() - sizes.keys())),
        changed=tuple(sorted(wrong)),
        unknown=tuple(sorted(sizes.keys() - noted.files.keys())),
    )


def with_digests(found: Differences, said: bytes, noted: Manifest) -> Differences:
    """The same, with the files whose digests are others than those of the manifest."""
    rows = (row.decode("utf-8", "surrogateescape").split(maxsplit=1) for row in said.split(b"\0") if row)
    digests = {row[1].removeprefix("./"): row[0] for row in rows if len(row) == 2}
    other = {path for path, digest in digests.items() if path in noted.files and noted.files[path].digest != digest}
    return replace(found, changed=tuple(sorted(other.union(found.changed))))


def _sizes(text: str) -> Iterator[tuple[str, int]]:
    """Paths with their sizes; -1 for what is no file, or none that everybody can read."""
    for row in text.split("\n"):
        words = row.split(None, 8)
        if len(words) == 9:
            mode, size, path = words[0], words[4], words[8].removeprefix("./")
            regular = mode[0] == "-" and mode[1] == mode[4] == mode[7] == "r"
            yield (path if mode[0] != "l" else path.partition(" -> ")[0]), int(size) if regular else -1
