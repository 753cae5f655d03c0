"""Drawings for tests, and what is published of them."""

from typing import Any

import pytest

from site_gen.picturing.fault import BadPicture
from site_gen.picturing.plain import plain
from site_gen.picturing.svg.clean import plain_svg

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
