"""The attributes of elements that are published, and their values."""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from typing import Protocol
from urllib.parse import unquote_to_bytes

from site_gen.images.fault import BadPicture
from site_gen.images.svg.allowed import (
    ANIMATED,
    ANIMATION_VALUES,
    ANIMATIONS,
    ATTRIBUTES,
    EMBEDDED,
    PRESENTATION,
    XLINK,
    XML,
)
from site_gen.images.svg.refusal import active, outside
from site_gen.images.svg.style import Styles


class Cleaned(Protocol):
    """A picture's kind, and its bytes without metadata."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def data(self) -> bytes: ...  # noqa: D102


Embedded = Callable[[bytes], Cleaned]
_BEFORE_MARKUP = b"\0\xef\xbb\xbf\xfe\xff \t\r\n"  # byte order marks, and spaces
_BLANK = re.compile(r"[\x00-\x20]+")
_SCHEME = re.compile(r"([a-z][-+.a-z0-9]*):", re.IGNORECASE | re.ASCII)
_LINKS = frozenset(("http", "https", "mailto", "tel"))
_ADDRESSES = {"href": "href", f"{{{XLINK}}}href": "xlink:href"}  # as parsed, and as written
_OF_XML = {f"{{{XML}}}space": "xml:space", f"{{{XML}}}lang": "xml:lang"}
_IMAGES = frozenset(("image", "feImage"))
_DATA = re.compile(r"data:([-\w/+.]+)((?:;[-\w=.]+)*),(.*)", re.DOTALL | re.ASCII | re.IGNORECASE)


class Attributes:
    """The attributes of one drawing."""

    def __init__(self, styles: Styles, embedded: Embedded) -> None:
        self._styles, self._embedded = styles, embedded

    def __call__(self, element: str, given: Mapping[str, str]) -> dict[str, str] | None:
        """The published attributes of an element, by the names to write; None if the element is left out."""
        if given.get("requiredExtensions"):
            return None  # not shown by browsers: data for the program that wrote the file
        if element in ANIMATIONS and not _animates(given):
            return None
        if element == "style" and not self._applies(given):
            return None
        kept: dict[str, str] = {}
        for name, value in given.items():
            if name[:2].lower() == "on":
                raise active(f"the event handler '{name}'")
            if name in _ADDRESSES:
                if address := self._address(element, value):
                    kept[_ADDRESSES[name]] = address
            elif name in _OF_XML:
                kept[_OF_XML[name]] = value
            elif value := self._value(element, name, value):
                kept[name] = value
        return kept

    def _value(self, element: str, name: str, value: str) -> str:
        if name == "style":
            return self._styles.declarations(value)
        if name in PRESENTATION:
            return self._styles.value(name, value)
        if name in ANIMATION_VALUES and element in ANIMATIONS:
            return self._styles.value("fill", value, ";")
        if name == "media" and element == "style":
            return self._styles.media(value)
        return value if name in ATTRIBUTES else ""

    def _applies(self, given: Mapping[str, str]) -> bool:
        """Whether a stylesheet is CSS, for media that we know."""
        kind, media = given.get("type", "").strip().lower(), given.get("media", "").strip()
        return kind in ("", "text/css") and (not media or self._styles.media(media) != "")

    def _address(self, element: str, value: str) -> str:
        """The reference to publish: to a part of the drawing, or an embedded picture; "" for a link."""
        address = value.strip("\x00\t\n\f\r ")
        if element in _IMAGES and (found := _DATA.fullmatch(address)):
            return self._picture(*found.groups())
        if not address or (address.startswith("#") and element != "image"):
            return address
        if element == "a":
            scheme = _SCHEME.match(_BLANK.sub("", address))
            if scheme is None or scheme[1].lower() in _LINKS:
                return ""
        raise outside(address)

    def _picture(self, kind: str, options: str, text: str) -> str:
        if kind.lower() not in EMBEDDED or not options.lower().endswith(";base64"):
            raise outside(f"data:{kind}{options}")
        try:
            data = _decoded(text)
        except ValueError:
            raise BadPicture("A picture in the drawing is not base64 as it should be.") from None
        if data.lstrip(_BEFORE_MARKUP)[:1] == b"<":
            raise BadPicture("A picture in the drawing is itself a drawing, or a page.")
        try:
            found = self._embedded(data)
        except BadPicture as fault:
            raise BadPicture(f"A picture in the drawing: {fault.what}", fault.hint) from None
        if f"image/{found.kind}" not in EMBEDDED:
            raise BadPicture(f"A picture in the drawing is of the kind {found.kind}.", "Embed it as JPEG, PNG or WebP.")
        return f"data:image/{found.kind};base64,{b64encode(found.data).decode()}"


def _decoded(text: str) -> bytes:
    raw = _BLANK.sub("", text).encode("ascii")
    raw = unquote_to_bytes(raw) if b"%" in raw else raw
    raw = raw.rstrip(b"=")
    return b64decode(raw + b"=" * (-len(raw) % 4), validate=True)


def _animates(given: Mapping[str, str]) -> bool:
    """Whether an animation changes shape or style only; one that changes an address is refused."""
    name = given.get("attributeName", "").strip()
    local = name.rpartition(":")[2].lower()
    if local == "href" or local.startswith("on"):
        raise active(f"an animation of '{name}'")
    return not name or name in ANIMATED
