"""Bytes as an HTTP response: content type, entity tag, ranges, compression. Browsers are told to store nothing."""

import gzip
import re
from collections.abc import Mapping

from msgspec import Struct

from site_gen.media_types import is_compressible, media_type

COMMON = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "vary": "accept-encoding",
}
_TEXT = ("text/", "application/xml", "application/json", "application/manifest+json", "image/svg+xml")
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_SMALL = 1000  # bytes; less is not worth compressing


class Answer(Struct, frozen=True):
    """A complete response."""

    status: int
    headers: dict[str, str]
    body: bytes


def content_type(path: str) -> str:
    """The media type of a file by its name."""
    kind = media_type(path)
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXT) else kind


def answer(path: str, data: bytes, tag: str, asked: Mapping[str, str], status: int = 200) -> Answer:
    """The response for a file's bytes; `asked` are the request's headers, `tag` identifies exactly these bytes."""
    kind = content_type(path)
    headers = COMMON | {"content-type": kind, "etag": f'"{tag}"', "accept-ranges": "bytes"}
    if status == 200:
        if _matches(asked.get("if-none-match", ""), tag):
            return Answer(304, headers, b"")
        wanted = asked.get("range")
        if wanted and asked.get("if-range", f'"{tag}"') == f'"{tag}"':
            part = _part(wanted, len(data))
            if part == (0, 0):
                return Answer(416, headers | {"content-range": f"bytes */{len(data)}"}, b"")
            if part is not None:
                start, stop = part
                headers["content-range"] = f"bytes {start}-{stop - 1}/{len(data)}"
                return Answer(206, headers, data[start:stop])
    if is_compressible(path) and len(data) > _SMALL and "gzip" in asked.get("accept-encoding", ""):
        headers |= {"content-encoding": "gzip", "etag": f'W/"{tag}"'}
        data = gzip.compress(data, 1, mtime=0)
    return Answer(status, headers, data)


def _matches(header: str, tag: str) -> bool:
    tags = {one.strip().removeprefix("W/").strip('"') for one in header.split(",")}
    return tag in tags or "*" in tags


def _part(wanted: str, size: int) -> tuple[int, int] | None:
    """The start and stop of a Range header; None for a header to ignore, (0, 0) for one to refuse."""
    match = _RANGE.fullmatch(wanted.strip())
    if match is None or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:
        start, stop = max(0, size - int(last)), size
    else:
        start, stop = int(first), min(size, int(last) + 1) if last else size
    return (start, stop) if start < stop else (0, 0)
