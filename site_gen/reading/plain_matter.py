"""Front matter of the plainest kind, read without YAML's machinery: one key a line, with what most posts have.

`plain_matter` knows texts (bare, or in quotes with nothing escaped), dates, true or false, words of a choice, lists of
texts in brackets, and one level of such lists below a key. It gives what the YAML reader gives, or None for any text of
which it is not sure; `tests/reading/test_plain_matter.py` holds it to that.
"""

import re
from datetime import datetime, tzinfo
from functools import lru_cache
from typing import Any

from msgspec import inspect as shape

from site_gen.model.post import WrittenDate
from site_gen.wording.dates import parse_date

# Bare texts begin with a letter or digit and hold no sign that YAML reads anything into, wherever it stands.
_BARE = r"[^\W_][^:#\n]*(?::(?=[^\s:#])[^:#\n]*)*(?<!\s)"
_BARE_ITEM = r"[^\W_][^:#,\[\]{}\n]*(?<!\s)"
_QUOTED = r"\"[^\"\\\n]*\"|'[^'\n]*'"
_ITEM = rf"(?:{_BARE_ITEM}|{_QUOTED})"
_LIST = rf"\[(?:{_ITEM}(?:, *{_ITEM})*)?\]"
_LINE = re.compile(rf"([a-z]+):(?: (?:({_BARE})|({_QUOTED})|({_LIST})))?")
_INNER_LINE = re.compile(rf"  ([a-z]+): ({_LIST})")
_ITEMS = re.compile(_ITEM)
_NULLS = ("null", "Null", "NULL")

_LISTED, _GROUPED = object(), object()  # a list of texts; lists of texts by name


def plain_matter(text: str, kind: type[Any], zone: tzinfo) -> Any:
    """The value of Struct `kind` that `read_yaml` would give; None where that must be asked."""
    if not text.replace("\n", " ").isprintable():
        return None
    parsers, required = _parsers(kind)  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    rows = text.split("\n")
    at = 0
    while at < len(rows):
        match = _LINE.fullmatch(rows[at])
        if match is None:
            return None
        key, bare, quoted, listed = match.groups()
        parse = parsers.get(key)
        if parse is None or key in values:
            return None
        at += 1
        value: Any
        if parse is _LISTED:
            value = _texts(listed) if listed else None
        elif parse is _GROUPED:
            value = None if bare or quoted or listed else _groups(rows, at)
            at += len(value or ())
        elif bare:
            value = parse(bare, zone) if bare not in _NULLS else None
        else:
            value = parse(quoted[1:-1], zone) if quoted else None
        if value is None:
            return None
        values[key] = value
    return kind(**values) if values.keys() >= required else None


def _texts(listed: str) -> tuple[str, ...]:
    return tuple([item[1:-1] if item[0] in "\"'" else item for item in _ITEMS.findall(listed, 1)])


def _groups(rows: list[str], at: int) -> dict[str, tuple[str, ...]] | None:
    """The lists below a key, one a line, each name once; None where there is none."""
    groups: dict[str, tuple[str, ...]] = {}
    for row in rows[at:]:
        match = _INNER_LINE.fullmatch(row)
        if match is None:
            break
        if match[1] in groups:
            return None
        groups[match[1]] = _texts(match[2])
    return groups or None


@lru_cache(maxsize=8)
def _parsers(kind: type[Any]) -> tuple[dict[str, Any], frozenset[str]]:
    """How each field of a Struct is read that this module can read at all; and the fields that must be there."""
    described = shape.type_info(kind)
    assert isinstance(described, shape.StructType)
    parsers = {field.encode_name: parse for field in described.fields if (parse := _parser(field.type)) is not None}
    return parsers, frozenset(field.name for field in described.fields if field.required)


def _parser(info: shape.Type) -> Any:
    if info == shape.StrType():
        return lambda text, _: text
    if isinstance(info, shape.BoolType):
        return lambda text, _: {"true": True, "false": False}.get(text.lower())
    if isinstance(info, shape.LiteralType):
        return lambda text, _: text if text in info.values else None
    if isinstance(info, shape.UnionType) and any(isinstance(one, shape.DateTimeType) for one in info.types):
        return _moment
    if isinstance(info, shape.UnionType) and any(getattr(one, "cls", None) is WrittenDate for one in info.types):
        return parse_date
    if info == shape.VarTupleType(shape.StrType()):
        return _LISTED
    if info == shape.DictType(shape.StrType(), shape.VarTupleType(shape.StrType())):
        return _GROUPED
    return None


def _moment(text: str, zone: tzinfo) -> datetime | None:
    date = parse_date(text, zone)
    return date.moment if date else None
