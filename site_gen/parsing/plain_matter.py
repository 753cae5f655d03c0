"""Front matter as nearly all of it is written, read without the YAML parser: a key a line, texts, lists of plain names.

What this reads has the parser's own result. It gives up at the first thing that it is not certain of, so every problem
is found and placed by the parser.
"""

import re
from collections.abc import Callable
from datetime import tzinfo
from functools import lru_cache
from typing import Any

from msgspec import inspect as shape

from site_gen.model.post import WrittenDate
from site_gen.text.dates import parse_date

_NAME = r"\w(?:[\w .&/'()+-]*[\w.)'])?"
_LINE = re.compile(
    r'([a-z_]+): +(?:"([^"\\\n]*)"'
    r"|'([^'\n]*)'"
    r"|(\w[^\n:#\[\]{}]*+(?::(?=[^\s,])[^\n:#\[\]{}]*+)*+(?<! ))"  # a colon before a space begins another value
    rf"|\[((?:{_NAME}(?:, *{_NAME})*)?)\])(?:\n|\Z)"
)
_PLAIN, _LIST = 4, 5  # groups of the pattern
_NULL = frozenset(("null", "Null", "NULL"))  # as `is_null` of document.py, for texts that begin with a letter
_SEPARATOR = re.compile(", *")
Read = Callable[[str, tzinfo], Any]


def plain_value(kind: Any, text: str, zone: tzinfo) -> Any:
    """The value of Struct `kind` that a mapping has; None where only the parser can tell."""
    if not text.replace("\n", "").isprintable():
        return None
    texts, lists, required = _fields(kind)
    values: dict[str, Any] = {}
    at = 0
    while at < len(text):
        match = _LINE.match(text, at)
        if match is None or match[1] in values:
            return None
        group = match.lastindex or 0
        read = (lists if group == _LIST else texts).get(match[1])
        if read is None or (group == _PLAIN and match[group] in _NULL):
            return None
        value = values[match[1]] = read(match[group], zone)
        if value is None:
            return None
        at = match.end()
    return kind(**values) if values.keys() >= required else None


@lru_cache(maxsize=64)
def _fields(kind: Any) -> tuple[dict[str, Read], dict[str, Read], frozenset[str]]:
    """How the fields that are texts or dates are read, and those that are lists; the names that are required."""
    info: Any = shape.type_info(kind)
    fields = [field for field in info.fields if field.encode_name == field.name]
    texts: dict[str, Read] = {field.name: read for field in fields if (read := _reader(field.type))}
    lists: dict[str, Read] = {field.name: _names for field in fields if _is_names(field.type)}
    return texts, lists, frozenset(field.name for field in info.fields if field.required)


def _reader(info: Any) -> Read | None:
    """How a text becomes a value of a type; None for the types that are left to the parser."""
    if isinstance(info, shape.UnionType) and info.includes_none and len(info.types) == 2:
        return _reader(next(one for one in info.types if not isinstance(one, shape.NoneType)))
    if isinstance(info, shape.StructType) and info.cls is WrittenDate:
        return parse_date
    if isinstance(info, shape.DateTimeType):
        return _moment
    return _text if info == shape.StrType() else None


def _is_names(info: Any) -> bool:
    return isinstance(info, shape.VarTupleType) and info.item_type == shape.StrType()


def _text(written: str, _zone: tzinfo) -> str:
    return written


def _moment(written: str, zone: tzinfo) -> Any:
    date = parse_date(written, zone)
    return date and date.moment


def _names(written: str, _zone: tzinfo) -> tuple[str, ...]:
    return tuple(_SEPARATOR.split(written)) if written else ()
