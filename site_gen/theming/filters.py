"""The filters and functions of the theme contract."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import msgspec
from markupsafe import Markup, escape

from site_gen.text.dates import day_or_moment, iso, rfc822
from site_gen.text.escape import printable
from site_gen.text.language.catalog import ENGLISH, Catalog
from site_gen.text.language.direction import direction
from site_gen.text.language.names import kind_heading, type_name
from site_gen.text.measure import headline_step
from site_gen.text.typography import unbroken
from site_gen.urls import base_of, below, markdown_address, root_of

_JSON = msgspec.json.Encoder(enc_hook=str).encode
_BY_ITSELF, _NOTHING = Markup(' dir="auto"'), Markup("")
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


def anchor(rooted: Callable[[str], str], url: str, words: str) -> Markup:
    """A link to an address, for strings that have one in them; `rooted` is the filter `url`."""
    return Markup(f'<a href="{escape(rooted(url))}">{escape(words)}</a>')


def language_marks(language: str, otherwise: str = "auto") -> Markup:
    """The attributes of a text in a language, `lang` and `dir`; for "" only `dir="auto"`, or nothing."""
    if not language:
        return _BY_ITSELF if otherwise == "auto" else _NOTHING
    return Markup(f' lang="{language}" dir="{direction(language)}"')


def bars(numbers: Sequence[int]) -> str:
    """Numbers as bars of an SVG path: one every 8 units, the greatest 100 high, on a baseline at 100."""
    most = max(numbers, default=0)
    return "".join([f"M{at * 8} 100v-{count * 100 // most}h7V100z" for at, count in enumerate(numbers) if count])


def filters(base_url: str, catalog: Catalog = ENGLISH) -> dict[str, Callable[..., Any]]:
    """The filters, for a site published at `base_url`, in the language of a catalogue."""
    written = catalog.written
    return {
        "url": partial(below, root_of(base_url)),
        "absolute": partial(below, base_of(base_url)),
        "bars": bars,
        "unbroken": on_one_line,
        "lang": language_marks,
        "markdown_address": markdown_address,
        "date": written.date,
        "month": written.month,
        "month_title": written.month_title,
        "month_name": written.month_name,
        "month_of": written.month_of,
        "month_short": written.month_short,
        "weekday_day": written.weekday_day,
        "weekday_date": written.weekday_date,
        "days_to": written.days,
        "time": written.time,
        "clock": written.clock,
        "moment": written.moment,
        "near": written.near,
        "number": written.number,
        "listed": written.listed,
        "quoted": written.quoted,
        "step": headline_step,
        "datetime": day_or_moment,
        "iso": iso,
        "rfc822": rfc822,
        "kind": partial(kind_heading, catalog),
        "type": partial(type_name, catalog),
        "tojson": as_json,
        "printable": printable,
        "plain": plain,
    }
