"""Facts of languages for site_gen/locale/*/facts.toml, from Babel's copy of the CLDR.

    .venv/bin/python -m tools.cldr        # writes them again

What the CLDR has and Babel has not (the least number that is grouped) is in tables here. Dates follow
newsrooms where the CLDR's are those of forms: the year without a word for "year", and 24 hours, since a zone follows.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_cldr_version, get_global
from babel.messages.plurals import get_plural

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "site_gen" / "locale"
CATALOGUES = ("ar", "de", "es", "fr", "he", "it", "pl", "pt", "ru", "tr", "uk")
# Languages of which there are facts without a catalogue: a site's own i18n/xx.yaml has the strings.
OTHERS = (
    *("az", "be", "bg", "bs", "ckb", "cs", "da", "el", "et", "fa", "fi", "hr", "hu", "hy", "is", "ja", "ka", "kk"),
    *("ko", "lt", "lv", "mk", "nb", "nl", "ps", "ro", "sk", "sl", "sq", "sr", "sv", "ur", "zh"),
)
HEADER = """\
# How {name} writes dates, numbers and lists: facts of the Unicode CLDR {version}, made by tools/cldr.py; do not edit.
# Copyright 2004-2025 Unicode, Inc. Unicode License v3 (SPDX: Unicode-3.0), https://www.unicode.org/license.txt
"""
_GROUPED_FROM_FIVE = ("bg", "es", "et", "ka", "pl")  # 1234, but 12 345
# Where the CLDR has a form for millions, which gettext's usual rule has not.
_PLURALS = {**dict.fromkeys(("es", "it"), "n != 1"), **dict.fromkeys(("fr", "pt"), "n > 1")}
# Open Graph's name for Arabic of no country; and our Portuguese is that of Portugal.
_TERRITORIES = {"ar": "AR", "pt": "PT"}
_COMMAS = {**dict.fromkeys(("ar", "ckb", "fa", "ps", "ur"), "، "), **dict.fromkeys(("ja", "zh"), "、")}
_DIGITS = {"ar": "latn"}  # news in Arabic is read from Rabat to Muscat, and most of it writes 2025
# Languages of which the CLDR knows the long form of a date alone; the others follow it.
_PATTERNS = {
    "ps": {"full": "EEEE، d MMMM y", "yMMMM": "MMMM y", "MMMMd": "d MMMM"},
    "ckb": {"full": "EEEE، dی MMMMی y", "yMMMM": "MMMMی y", "MMMMd": "dی MMMM"},
}
_LISTS = {"ckb": {"middle": "{0}، {1}", "end": "{0} و {1}", "2": "{0} و {1}"}}
_PARTS = {
    "d": "{day}", "dd": "{day:02}", "MMMM": "{month}", "LLLL": "{alone}", "MMM": "{month}", "LLL": "{alone}",
    "M": "{number}", "L": "{number}", "MM": "{number:02}", "y": "{year}", "EEEE": "{weekday}", "cccc": "{weekday}",
    "H": "{hour}", "HH": "{hour:02}", "mm": "{minute:02}",
}  # fmt: skip
_PIECE = re.compile(r"'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+")
_YEAR_WORDS = re.compile(r"[\s\u202f]+'(?:р|г|ж|г\.)'\.?|\s*'ж'\.|\s'г'\.?")


def facts(language: str) -> dict[str, Any]:
    """The facts of a language, as they are written to its file."""
    locale = Locale.parse(language)
    own = _PATTERNS.get(language, {})
    long = _bare(locale.date_formats["long"].pattern)
    full = own.get("full") or _bare(locale.date_formats["full"].pattern)
    skeletons = {name: _bare(found.pattern) for name, found in locale.datetime_skeletons.items()} | own
    day_month = skeletons["MMMMd"]
    weekday_day = full.replace(long, day_month) if long in full else f"EEEE {day_month}"
    clock = locale.time_formats["short"].pattern
    count, expression = (2, _PLURALS[language]) if language in _PLURALS else get_plural(language)[:2]
    digits = _DIGITS.get(language, locale.default_numbering_system)
    symbols = locale.number_symbols[digits]
    month_forms = locale.months
    lists = _LISTS.get(language) or locale.list_patterns["standard"]
    comma = _COMMAS.get(language, ", ")
    return {
        "territory": _territory(language),
        "plurals": _categories(locale, expression, count),
        "plural": expression.strip(),
        "months": _names(month_forms["format"]["wide"], 1, 12),
        "alone": _names(month_forms["stand-alone"]["wide"], 1, 12),
        "short": _names(month_forms["stand-alone"]["abbreviated"], 1, 12),
        "weekdays": _names(locale.days["format"]["wide"], 0, 6),
        "date": _pattern(long),
        "month": _pattern(skeletons["yMMMM"]),
        "day_month": _pattern(day_month),
        "weekday_day": _pattern(weekday_day),
        "weekday_date": _pattern(full),
        "days": _days(_pattern(day_month)),
        "time": _pattern(clock if "a" not in clock.replace("'", "") and "h" not in clock else "HH:mm"),
        "moment": _moment(str(locale.datetime_formats["medium"]), comma),
        "group": symbols["group"],
        "grouped_from": 10000 if language in _GROUPED_FROM_FIVE else 1000,
        "digits": "" if digits == "latn" else _digits(digits),
        "comma": comma,
        "middle": _between(lists["middle"]),
        "conjunction": _between(lists["end"]),
        "pair": _between(lists["2"]),
    }


def _bare(pattern: str) -> str:
    return _YEAR_WORDS.sub("", pattern).replace("\u200f", "")


def _pattern(pattern: str) -> str:
    """A pattern of the CLDR as a format of Python: `d MMMM y` as `{day} {month} {year}`."""
    made = []
    for piece in _PIECE.finditer(pattern):
        letters = piece[0]
        if piece[1] is not None:
            made.append(piece[1])
        else:
            made.append(_PARTS[letters] if letters[0].isascii() and letters[0].isalpha() else letters)
    return "".join(made)


def _days(day_month: str) -> str:
    """Days of one month from the first to the last: `{first}–{last} {month}`."""
    dot = "." if "{day}." in day_month else ""
    return day_month.replace("{day}", f"{{first}}{dot}\N{EN DASH}{{last}}")


def _moment(pattern: str, comma: str) -> str:
    """A day with a time of day: `{date}, {time}`, with a comma also where forms have none."""
    made = pattern.replace("\u200f", "").replace("{1}", "{date}").replace("{0}", "{time}")
    return f"{{date}}{comma}{{time}}" if made == "{date} {time}" and comma != "、" else made


def _names(names: Mapping[int, str], first: int, last: int) -> list[str]:
    return [names[number] for number in range(first, last + 1)]


def _territory(language: str) -> str:
    if language in _TERRITORIES:
        return _TERRITORIES[language]
    likely = get_global("likely_subtags").get(language, "")
    return next((part for part in likely.split("_")[1:] if len(part) == 2), "")


def _categories(locale: Locale, expression: str, count: int) -> list[str]:
    """The CLDR's plural category of each gettext form."""
    from gettext import c2py

    index = c2py(expression)
    found: dict[int, str] = {}
    for number in range(1000):
        found.setdefault(index(number), locale.plural_form(number))
    return ["one", "other"] if count == 2 else [found[form] for form in range(count)]


def _digits(system: str) -> str:
    return {"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}[system]


def _between(pattern: str) -> str:
    return pattern.replace("{0}", "").replace("{1}", "").replace("\u200f", "")


def text_of(language: str) -> str:
    """The file of a language."""
    lines = [HEADER.format(name=Locale.parse(language).english_name, version=get_cldr_version())]
    for name, value in facts(language).items():
        lines.append(f"{name} = {_toml(value)}")
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, int):
        return str(value)
    escaped = "".join(
        f"\\u{ord(letter):04x}" if letter != " " and (letter.isspace() or not letter.isprintable()) else letter
        for letter in value.replace("\\", "\\\\").replace('"', '\\"')
    )
    return f'"{escaped}"'


def file_of(language: str) -> Path:
    """Where the facts of a language are."""
    return FOLDER / language / "facts.toml"


def main() -> int:
    """Write all of them."""
    for language in (*CATALOGUES, *OTHERS):
        file = file_of(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text_of(language), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
