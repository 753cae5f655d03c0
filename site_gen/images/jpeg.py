"""JPEG: segments, each with a marker; the picture is in some of them (ITU-T T.81, annex B; JFIF; Adobe TN 5116)."""

import re
from collections.abc import Callable, Iterator

from site_gen.images.exif import exif_of, orientation, upright
from site_gen.images.fault import BadPicture
from site_gen.images.icc import plain_profile

# A scan's bytes follow its head; in them FF is followed by 00, or by a restart marker.
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_ALONE = frozenset((0x00, 0x01, *range(0xD0, 0xD9)))  # markers without a length, and a stray escaped FF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SHOWN_FRAMES = (0xC0, 0xC1, 0xC2)  # what browsers decode: baseline, extended, progressive; all with Huffman codes
PROGRESSIVE = 0xC2
_HUFFMAN, _QUANTISATION, _RESTARTS, _SCAN, _END = 0xC4, 0xDB, 0xDD, 0xDA, 0xD9
_SCREEN, _EXIF, _PROFILE, _ADOBE = 0xE0, 0xE1, 0xE2, 0xEE
_PROFILE_HEAD = b"ICC_PROFILE\0"
_PROFILE_PART = 0xFFFF - 2 - len(_PROFILE_HEAD) - 2
_MOST_SCANS = 100  # encoders make about ten; decoding each takes as long as the whole picture


def plain_jpeg(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the file made only of the segments that show the picture, each with its exact length.

    Exif, XMP, IPTC, comments, thumbnails, second pictures, and whatever is between segments or after the end, are left
    out. Only the orientation of Exif is kept.
    """
    kept = [data[:2]]
    profile: list[bytes] = []
    frame = b""
    turn, scans, profile_at = 1, 0, 0
    for marker, body, scan in _segments(data):
        if marker in _FRAMES:
            if frame or marker not in _SHOWN_FRAMES:
                raise BadPicture("Browsers do not show this kind of JPEG.", "Save it as baseline or progressive JPEG.")
            frame = body
        if marker == _SCAN:
            scans += 1
            if not frame or scans > _MOST_SCANS:
                raise ValueError
        elif scans and marker >= _SCREEN:
            continue  # application segments only count before the picture
        if marker == _EXIF and body.startswith(b"Exif\0\0") and turn == 1:
            turn = orientation(body[6:])
        if marker == _PROFILE and body.startswith(_PROFILE_HEAD):
            profile_at = profile_at or len(kept)
            profile.append(body[len(_PROFILE_HEAD) :])
        if exact := _EXACT.get(marker):
            kept += (_segment(marker, exact(body)), scan)
    if not scans:
        raise ValueError
    kept[profile_at:profile_at] = _profile_segments(profile)
    if turn != 1:
        kept.insert(1, _segment(_EXIF, b"Exif\0\0" + exif_of(turn)))
    height, width = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
    return *upright(width, height, turn), b"".join((*kept, b"\xff\xd9"))


def frame_of(data: bytes) -> tuple[int, bytes]:
    """The marker and body of the frame header, which says how the picture is coded."""
    return next((marker, body) for marker, body, _ in _segments(data) if marker in _FRAMES)


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each segment up to the end of the picture: marker, body, and the bytes of a scan that follows it.

    Like decoders, it skips whatever is between segments. A file without its end marker is truncated.
    """
    at = 2
    while True:
        at = data.index(b"\xff", at)
        while data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1]
        if marker == _END:
            return
        if marker in _ALONE:
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data) or end < at + 4:
            raise ValueError
        body, scan = data[at + 4 : end], b""
        at = end
        if marker == _SCAN:
            found = _NEXT_MARKER.search(data, end)
            if found is None:
                raise ValueError
            at = found.start()
            scan = data[end:at].rstrip(b"\xff")
        yield marker, body, scan


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body if body else b""


def _screen(body: bytes) -> bytes:
    """JFIF's version and density, without its thumbnail; "" for anything else under this marker."""
    if body[:5] != b"JFIF\0" or len(body) < 14:
        return b""
    version = body[5:7] if body[5] == 1 and body[6] <= 2 else b"\1\1"
    return body[:5] + version + bytes((body[7] if body[7] <= 2 else 0,)) + body[8:12] + b"\0\0"


def _adobe(body: bytes) -> bytes:
    """The Adobe segment, which says how colours are coded: decoders use only the last of its twelve bytes."""
    return b"Adobe\0\x64\0\0\0\0" + bytes((min(body[11], 2),)) if body[:5] == b"Adobe" and len(body) > 11 else b""


def _tables(size_of: Callable[[bytes], int]) -> Callable[[bytes], bytes]:
    """A reader of the complete tables of a segment; `size_of` gives the size of the first one."""

    def exact(body: bytes) -> bytes:
        at = 0
        while at < len(body):
            following = at + size_of(body[at : at + 17])
            if body[at] & 0x0F > 3 or body[at] >> 4 > 1 or following > len(body):
                break
            at = following
        return body[:at]

    return exact


def _counted(head: int, count_at: int, each: int, tail: int) -> Callable[[bytes], bytes]:
    """A reader of a body whose length follows from a count in it."""

    def exact(body: bytes) -> bytes:
        size = head + each * body[count_at] + tail
        if size > len(body) or not 1 <= body[count_at] <= 4:
            raise ValueError
        return body[:size]

    return exact


def _restarts(body: bytes) -> bytes:
    if len(body) < 2:
        raise ValueError
    return body[:2]


_EXACT: dict[int, Callable[[bytes], bytes]] = {
    _SCREEN: _screen,
    _ADOBE: _adobe,
    _QUANTISATION: _tables(lambda body: 129 if body[0] >> 4 else 65),
    _HUFFMAN: _tables(lambda body: 17 + sum(body[1:17])),
    _RESTARTS: _restarts,
    _SCAN: _counted(1, 0, 2, 3),
    **dict.fromkeys(_SHOWN_FRAMES, _counted(6, 5, 3, 0)),
}


def _profile_segments(parts: list[bytes]) -> Iterator[bytes]:
    """The segments of the cleaned colour profile; each part begins with its number and their count."""
    numbered = sorted(part for part in parts if len(part) > 2)
    if [part[0] for part in numbered] != list(range(1, len(parts) + 1)) or any(p[1] != len(parts) for p in numbered):
        return
    profile = plain_profile(b"".join(part[2:] for part in numbered))
    cut = [profile[at : at + _PROFILE_PART] for at in range(0, len(profile), _PROFILE_PART)]
    for number, part in enumerate(cut, 1):
        yield _segment(_PROFILE, _PROFILE_HEAD + bytes((number, len(cut))) + part)
