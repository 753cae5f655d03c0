"""Facts of a language: names of months and weekdays, forms of dates, numbers and lists, plural forms."""

import tomllib
from functools import lru_cache
from importlib import resources

import msgspec
from msgspec import Struct

from site_gen.text.dates import MONTHS, WEEKDAYS


class Facts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file `locale/xx/facts.toml`; dates are formats of Python.

    `plural` is gettext's expression for the number of a form, and `plurals` are the CLDR's names of these forms.
    `months` are as they are written in dates and `alone` as they are written otherwise; `weekdays` begin on Monday.
    `days` are several days of a month. Numbers from `grouped_from` on have groups; `digits` are ten, or "" for those of
    ASCII. `middle`, `conjunction` and `pair` are between the items of a list: not the last two, the last two of
    several, and two alone; `comma` is between items without an end.
    """

    territory: str
    plurals: tuple[str, ...]
    plural: str
    months: tuple[str, ...]
    alone: tuple[str, ...]
    short: tuple[str, ...]
    weekdays: tuple[str, ...]
    date: str
    month: str
    day_month: str
    weekday_day: str
    weekday_date: str
    days: str
    time: str
    moment: str
    group: str
    grouped_from: int
    digits: str
    comma: str
    middle: str
    conjunction: str
    pair: str


ENGLISH_FACTS = Facts(
    territory="GB",
    plurals=("one", "other"),
    plural="n != 1",
    months=MONTHS,
    alone=MONTHS,
    short=tuple(name[:3] for name in MONTHS),
    weekdays=WEEKDAYS,
    date="{day} {month} {year}",
    month="{month} {year}",
    day_month="{day} {month}",
    weekday_day="{weekday} {day}",
    weekday_date="{weekday} {day} {month} {year}",
    days="{first} to {last} {month}",
    time="{hour:02}:{minute:02}",
    moment="{date}, {time}",
    group=",",
    grouped_from=1000,
    digits="",
    comma=", ",
    middle=", ",
    conjunction=" and ",
    pair=" and ",
)


def tags_of(language: str) -> tuple[str, ...]:
    """A tag in the spelling of our files, and those that it falls back to: `pt-BR`, `pt`."""
    parts = language.replace("_", "-").split("-")
    parts[0] = {"iw": "he", "no": "nb", "nn": "nb"}.get(parts[0].lower(), parts[0].lower())
    return tuple("-".join(parts[:count]) for count in range(len(parts), 0, -1))


def facts_of(language: str) -> Facts | None:
    """The facts of a language, a tag such as `uk` or `pt-BR`; None where there are none."""
    for tag in tags_of(language):
        if tag == "en":
            return ENGLISH_FACTS
        if (found := _facts(tag)) is not None:
            return found
    return None


@lru_cache(maxsize=32)
def _facts(tag: str) -> Facts | None:
    file = resources.files("site_gen").joinpath("locale", tag, "facts.toml")
    if not tag.replace("-", "").isalnum() or not file.is_file():
        return None
    return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Facts)
