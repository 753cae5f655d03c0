"""Datelines by the shapes of a table, where no sign keeps their parts apart: "新华社北京5月12日电（记者李国栋）"."""

import re
from functools import cache

from site_gen.extract.calendar import PartialDate
from site_gen.extract.forms.dateline import Dateline
from site_gen.extract.languages.dates import dates_in
from site_gen.extract.languages.digits import in_ascii
from site_gen.extract.languages.language import Table
from site_gen.extract.languages.words import any_of

_PART = re.compile(r"\{(\w+)\}")
_HAN = "[\u3005\u4e00-\u9fff]"
_TOKEN = r"[^\W\d_]{1,14}+\.?+"
_JOINT = r"(?:\s?[、,，;；/·・‧]\s?|\s)"
# Where a place follows without a sign, a name is of three characters, else of two or four.
_NAME_BEFORE_PLACE = rf"(?:{_HAN}{{3}}|{_HAN}{{2}}|{_HAN}{{4}})"
_PARTS = {
    "place": r"(?P<place>[^\W\d_]{2,12}(?:[\s·・‧/／][^\W\d_]{1,12}){0,2}?(?:[(（][^\W\d_]{2,12}[)）])?)",
    "date": r"(?P<date>[^\W\d_]{0,4}?\s?[0-9][0-9\s./年月日號号년월일-]{1,20}?)",
    "names": rf"(?P<names>{_TOKEN}(?:{_JOINT}{_TOKEN}){{0,6}}?)",
}
_NAMES_BEFORE_PLACE = rf"(?P<names>{_NAME_BEFORE_PLACE}(?:[、,，]{_NAME_BEFORE_PLACE}){{0,4}})"
_LONGEST = 160
_PAIRS = ("(（", ")）", "[［", "]］", "-－–—", "/／", "=＝", ":：", ",，")
_SIGNS = {sign: f"[{re.escape(pair)}]" for pair in _PAIRS for sign in pair}
"""Signs that are written in half or full width."""
_BLANK = r"\s*"
_DAY = re.compile(r"\s*\d{1,2}\s?[日일]\s*")
_BETWEEN = re.compile(r"[、,，;；/]|(?<=[가-힣])·(?=[가-힣])")


def split_shape(text: str, table: Table) -> Dateline:
    """Split a text into a dateline of one of the shapes, the longest that fits, and the rest."""
    best = Dateline(text)
    plain = in_ascii(text[:_LONGEST])
    for shape in _compiled(table):
        found = shape.match(plain)
        if found is None or found.end() <= len(best.raw) or not text[found.end() :].strip():
            continue
        named = found.groupdict()
        date = named.get("date") or ""
        day = _day(date, table)
        if date and day is None and not _DAY.fullmatch(date):
            continue
        authors = tuple(name.strip() for name in _BETWEEN.split(named.get("names") or "") if name.strip())
        best = Dateline(
            text[found.end() :],
            raw=text[: found.end()],
            place=(named.get("place") or "").strip(),
            agency=named.get("agency") or "",
            day=day,
            author=authors,
        )
    return best


def _day(text: str, table: Table) -> PartialDate | None:
    found = dates_in(text, table.dates)
    return found[0].part if len(found) == 1 and found[0].other is None else None


@cache
def _compiled(table: Table) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\s*{_expression(shape, table)}", re.IGNORECASE) for shape in table.datelines.shapes)


def _expression(shape: str, table: Table) -> str:
    pieces = _PART.split(shape)
    texts, parts = pieces[::2], pieces[1::2]
    result = _literal(texts[0])
    for at, (part, after) in enumerate(zip(parts, texts[1:], strict=True)):
        is_before_place = part == "names" and not after and parts[at + 1 : at + 2] == ["place"]
        result += _BLANK if part == "names" else ""
        if part == "agency":
            one = any_of(table.datelines.agencies)
            result += rf"(?P<agency>(?:{one})(?:[\s/·](?:{one}))*)"
        else:
            result += _NAMES_BEFORE_PLACE if is_before_place else _PARTS[part]
        result += _literal(after)
    # A blank at the end has to be there; any other may be missing.
    return rf"{result.removesuffix(_BLANK)}\s+" if shape[-1] == " " else rf"{result}\s*"


def _literal(text: str) -> str:
    return "".join(_BLANK if one == " " else _SIGNS.get(one, re.escape(one)) for one in text)
