"""Colour profiles (ICC.1): what computes colours is kept; who made the screen or the file, and when, is left out.

A profile of a calibrated screen names the screen, its serial number, its owner and the day, in text tags and in the
header. So a profile is rewritten from the tags that browsers compute with. What is not well-formed is dropped, as
browsers do.
"""

import struct

from site_gen.images.icc_lut import exact_curve, exact_lut, exact_pipeline

_MOST = 4_000_000  # bytes; the largest profiles of printing presses have about three million
_CLASSES, _SPACES, _PCS = (b"mntr", b"scnr", b"prtr", b"spac"), (b"RGB ", b"GRAY", b"CMYK"), (b"XYZ ", b"Lab ")
_D50 = bytes.fromhex("0000f6d6000100000000d32d")
_POINTS = (b"wtpt", b"bkpt", b"rXYZ", b"gXYZ", b"bXYZ")
_CURVES = (b"rTRC", b"gTRC", b"bTRC", b"kTRC")
_LUTS = (b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2")
_ENOUGH = ({b"kTRC"}, {b"A2B0"}, {b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"})


def plain_profile(profile: bytes) -> bytes:
    """The profile with the tags that compute colours alone; "" where it is not well-formed."""
    try:
        if not _is_profile(profile):
            return b""
        tags = {name: _element(name, body) for name, body in _tags(profile).items()}
    except (struct.error, IndexError, ValueError):
        return b""
    tags = {name: body for name, body in tags.items() if body}
    if not any(names <= tags.keys() for names in _ENOUGH):
        return b""
    four = profile[8] == 4
    return _written(profile, {b"desc": _description(profile[16:20].decode(), four), b"cprt": _text("-", four)} | tags)


def _is_profile(profile: bytes) -> bool:
    size = int.from_bytes(profile[:4], "big")
    return (
        132 <= size <= min(len(profile), _MOST)
        and profile[36:40] == b"acsp"
        and profile[8] in (2, 4)
        and profile[12:16] in _CLASSES
        and profile[16:20] in _SPACES
        and profile[20:24] in _PCS
    )


def _tags(profile: bytes) -> dict[bytes, bytes]:
    """The element that each tag points to."""
    size, count = int.from_bytes(profile[:4], "big"), int.from_bytes(profile[128:132], "big")
    if count > 100:
        raise ValueError
    found = {}
    for number in range(count):
        name, start, length = struct.unpack_from(">4sII", profile, 132 + 12 * number)
        if start + length > size:
            raise ValueError
        found[name] = profile[start : start + length]
    return found


def _element(name: bytes, body: bytes) -> bytes:
    """A tag's element with its exact length; "" for a tag that is not kept, or of a type that it cannot have."""
    kind = body[:4]
    if name in _POINTS and kind == b"XYZ ":
        return _exactly(body, 20)
    if name == b"chad" and kind == b"sf32":
        return _exactly(body, 44)
    if name == b"cicp" and kind == b"cicp":
        return _exactly(body, 12)
    if name in _CURVES:
        return exact_curve(body)
    if name in _LUTS:
        return exact_pipeline(body) if kind in (b"mAB ", b"mBA ") else exact_lut(body)
    return b""


def _exactly(body: bytes, size: int) -> bytes:
    if len(body) < size:
        raise ValueError
    return body[:4] + bytes(4) + body[8:size]


def _written(profile: bytes, tags: dict[bytes, bytes]) -> bytes:
    """A profile of these tags; of the old header remain version, class, colour spaces and rendering intent."""
    at = 132 + 12 * len(tags)
    table, bodies, places = [], [], dict[bytes, int]()
    for name, body in tags.items():
        if body not in places:
            places[body] = at
            bodies.append(body + bytes(-len(body) % 4))
            at += len(bodies[-1])
        table.append(struct.pack(">4sII", name, places[body], len(body)))
    intent = bytes((0, 0, 0, profile[67] & 3))
    head = at.to_bytes(4, "big") + bytes(4) + profile[8:10] + bytes(2) + profile[12:24] + bytes(12) + b"acsp"
    head += bytes(24) + intent + _D50 + bytes(48)
    return b"".join((head, len(tags).to_bytes(4, "big"), *table, *bodies))


def _text(text: str, four: bool) -> bytes:
    """A text element, which readers require; in version 4 it is in UTF-16."""
    if not four:
        return b"text" + bytes(4) + text.encode() + b"\0"
    wide = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II4sII", 1, 12, b"enUS", len(wide), 28) + wide


def _description(text: str, four: bool) -> bytes:
    """The description element, a profile's name."""
    if four:
        return _text(text.strip(), four)
    plain = text.strip().encode() + b"\0"
    return b"desc" + bytes(4) + len(plain).to_bytes(4, "big") + plain + bytes(78)
