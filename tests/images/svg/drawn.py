"""Drawings for tests, and what is published of them."""

import re
from typing import Any
from xml.etree import ElementTree

import pytest

from site_gen.images.fault import BadPicture
from site_gen.images.strip_metadata import plain
from site_gen.images.svg.clean import plain_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"'
XLINK = ' xmlns:xlink="http://www.w3.org/1999/xlink"'


def cleaned(body: str, root: str = "", before: str = "") -> str:
    """What is published within the root of a drawing; it is published of itself as well."""
    *_, data = plain_svg(f"{before}{HEAD}{root}>{body}</svg>".encode(), plain)
    assert plain_svg(data, plain)[2] == data
    text = data.decode().removesuffix("\n")
    inner = text.removeprefix(HEAD) if text.startswith(HEAD) else text
    return inner.removeprefix(">").removesuffix("</svg>") if inner != "/>" else ""


def refused(body: str, root: str = "", before: str = "") -> str:
    """What a drawing is refused for."""
    with pytest.raises(BadPicture) as told:
        plain_svg(f"{before}{HEAD}{root}>{body}</svg>".encode(), plain)
    fault: Any = told.value
    assert fault.hint
    return str(fault.what)


_NAMES = re.compile(r"\{http://www\.w3\.org/2000/svg\}[a-zA-Z]+")
_URL = re.compile(r"(?i)url\(([^)]*)\)|@import|https?:|\\[0-9a-f]{1,6}.*\(")


def unsound(data: bytes) -> list[str]:
    """What is in a drawing that no published one may hold, found by another reader than the one that cleaned it."""
    found = []
    for element in ElementTree.fromstring(data).iter():
        if not _NAMES.fullmatch(str(element.tag)) or re.search("(?i)script|foreign|iframe|metadata", str(element.tag)):
            found.append(str(element.tag))
        for name, value in element.attrib.items():
            address = name.rpartition("}")[2] == "href"
            if address and not re.match("#|data:image/(?:png|jpeg|gif|webp);base64,", value):
                found.append(value)
            if name.lower().startswith("on") or (name.startswith("{") and not address and "XML/1998" not in name):
                found.append(name)
            if name in ("style", "fill", "filter", "mask", "values", "from", "to", "by"):
                found += _leading_outside(value)
        if str(element.tag).endswith("}style"):
            found += _leading_outside(element.text or "")
    return found


def _leading_outside(css: str) -> list[str]:
    return [match[0] for match in _URL.finditer(css) if not (match[1] or "").lstrip('"').startswith("#")]
