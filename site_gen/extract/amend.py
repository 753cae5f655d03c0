"""Change one line of a post's front matter and leave every other byte as it is."""

import re

_DRAFT = re.compile(rb"^draft:[ \t]*true[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_FENCE = re.compile(rb"^(?:\xef\xbb\xbf)?(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)


def with_line(data: bytes, key: str, value: str, after: str = "") -> bytes:
    """The post with the line `key: value`: in place of that key's line, else after the line of the key `after`.

    Only for posts as ingest composes them, where each key has a line of its own.
    """
    matter, rest = _split(data)
    line = f"{key}: {value}".encode()
    found = re.search(rb"^" + key.encode() + rb":.*$", matter, re.MULTILINE)
    if found is None:
        anchor = re.search(rb"^" + after.encode() + rb":.*\n", matter, re.MULTILINE) if after else None
        at = anchor.end() if anchor else len(matter)
        return matter[:at] + line + b"\n" + matter[at:] + rest
    return matter[: found.start()] + line + matter[found.end() :] + rest


def without_line(data: bytes, key: str) -> bytes:
    """The post, as ingest composes it, without the line of a key."""
    matter, rest = _split(data)
    return re.sub(rb"^" + key.encode() + rb":.*\n", b"", matter, count=1, flags=re.MULTILINE) + rest


def without_draft(data: bytes) -> bytes:
    """Any post without the line `draft: true` in its front matter."""
    matter, rest = _split(data)
    return _DRAFT.sub(b"", matter, count=1) + rest


def _split(data: bytes) -> tuple[bytes, bytes]:
    """The front matter with its first fence, and the rest, which begins with the second fence."""
    fences = [fence.start() for _, fence in zip(range(2), _FENCE.finditer(data), strict=False)]
    return (data[: fences[1]], data[fences[1] :]) if len(fences) == 2 else (b"", data)
