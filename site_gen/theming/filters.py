"""The filters and functions of the theme contract."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import msgspec
from markupsafe import Markup, escape

from site_gen.text.dates import clock, day_and_clock, day_month_year, day_or_moment, iso, month_year, near, rfc822
from site_gen.text.escape import printable
from site_gen.text.measure import headline_step
from site_gen.text.typography import unbroken
from site_gen.urls import base_of, below, markdown_address, root_of

KIND_HEADINGS = {
    "country": "Countries",
    "organisation": "Organisations",
    "person": "People",
    "equipment": "Equipment",
    "place": "Places",
    "topic": "Topics",
}
_JSON = msgspec.json.Encoder(enc_hook=str).encode
_CLOSING_TAG = re.compile("</(?=[A-Za-z])")
_JSON_IN_HTML = ((b"<", rb"\u003c"), (b">", rb"\u003e"), (b"&", rb"\u0026"), (b"'", rb"\u0027"))


def as_json(value: Any) -> Markup:
    """A value as JSON that is safe in a script element."""
    data = _JSON(value)
    for character, reference in _JSON_IN_HTML:
        data = data.replace(character, reference)  # much quicker than `str.translate`
    return Markup(data.decode())


def plain(text: str) -> str:
    """A text for an element of a feed without markup, such as a title or a name, that readers may parse as markup.

    `<` and `&` become hexadecimal references (https://www.rssboard.org/rss-profile#data-types-characterdata); a closing
    tag, which readers recognise in spite of that, gets another character.
    """
    text = printable(text)
    if "&" not in text and "<" not in text:
        return text
    escaped = str(escape(_CLOSING_TAG.sub("‹/", text)))
    return Markup(escaped.replace("&lt;", "&#x3C;").replace("&amp;", "&#x26;"))


def on_one_line(text: str) -> str:
    """A text whose designations, such as AL-41F-1, are not broken across lines."""
    return Markup(unbroken(str(escape(text)))) if "-" in text else text


def bars(numbers: Sequence[int]) -> str:
    """Numbers as bars of an SVG path: one every 8 units, the greatest 100 high, on a baseline at 100."""
    most = max(numbers, default=0)
    return "".join([f"M{at * 8} 100v-{count * 100 // most}h7V100z" for at, count in enumerate(numbers) if count])


def filters(base_url: str) -> dict[str, Callable[..., Any]]:
    """The filters, for a site published at `base_url`."""
    return {
        "url": partial(below, root_of(base_url)),
        "absolute": partial(below, base_of(base_url)),
        "bars": bars,
        "unbroken": on_one_line,
        "markdown_address": markdown_address,
        "date": day_month_year,
        "month": month_year,
        "clock": clock,
        "moment": day_and_clock,
        "near": near,
        "step": headline_step,
        "datetime": day_or_moment,
        "iso": iso,
        "rfc822": rfc822,
        "kind": lambda kind: KIND_HEADINGS.get(kind, kind.capitalize()),
        "type": lambda kind: str(kind).capitalize(),
        "tojson": as_json,
        "printable": printable,
        "plain": plain,
    }
