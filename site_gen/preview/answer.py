"""Bytes or a file as an HTTP answer: content type, entity tag, ranges, compression. Nothing is ever stored."""

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
_SMALL = 1000  # bytes that are not worth compressing


class Answer(Struct, frozen=True):
    """A finished answer."""

    status: int
    headers: dict[str, str]
    body: bytes


def content_type(path: str) -> str:
    """The media type of a file by its name."""
    kind = media_type(path)
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXT) else kind


def answer(path: str, data: bytes, tag: str, asked: Mapping[str, str], status: int = 200) -> Answer:
    """The answer for a file's bytes; `asked` are the request's headers, `tag` names just these bytes."""
    kind = content_type(path)
    headers = COMMON | {"content-type": kind, "etag": f'"{tag}"', "accept-ranges": "bytes"}
    if status == 200:
        if _knows(asked.get("if-none-match", ""), tag):
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


def _knows(said: str, tag: str) -> bool:
    tags = {one.strip().removeprefix("W/").strip('"') for one in said.split(",")}
    return tag in tags or "*" in tags


def _part(wanted: str, size: int) -> tuple[int, int] | None:
    """The bytes of a Range header, first and after the last; None for a header to ignore, (0, 0) for one to refuse."""
    found = _RANGE.fullmatch(wanted.strip())
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        start, stop = max(0, size - int(last)), size
    else:
        start, stop = int(first), min(size, int(last) + 1) if last else size
    return (start, stop) if start < stop else (0, 0)
