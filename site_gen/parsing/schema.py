"""YAML to typed values: a frozen Struct is the schema, and each misfit a `Problem`.

Scalars are texts until the schema gives their type, so `title: 1.10`, `tags: [NO]` and `slug: 007` mean what they look
like. It is one walk over YAML's nodes, so every value has its position.
"""

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import yaml
from msgspec import inspect as shape

from site_gen.model.post import WrittenDate
from site_gen.parsing.document import MISSING, Reading, is_null
from site_gen.parsing.hints import date_fault, example_of, suggested_key
from site_gen.parsing.yaml_faults import quoted
from site_gen.text.dates import parse_date

_WHOLE = re.compile(r"[-+]?[0-9]{1,15}")  # larger ones are names made of digits, and our formats cannot represent them
_DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?")
Read = Callable[[yaml.Node, Reading], Any]
_PROSE = ("title", "summary")  # also what people write who do not know YAML


def read_yaml(kind: type[Any], reading: Reading) -> Any:
    """A YAML mapping as a value of Struct `kind`.

    `reading.problems` says what is wrong. The value then has what could be read, for further checks; it is None where
    that is nothing.
    """
    if reading.root is None:
        return None
    try:
        value = reader_of(kind)(reading.root, reading)  # type: ignore[arg-type]
    except RecursionError:
        reading.report_depth()
        return None
    return None if value is MISSING else value


@lru_cache(maxsize=256)
def reader_of(kind: Any) -> Read:
    """The function that reads a node as `kind`, built once from the type's description."""
    return _reader(shape.type_info(kind))


def _reader(info: shape.Type) -> Read:
    for types, make in _READERS:
        if isinstance(info, types):
            return make(info)
    raise TypeError(f"no reader for {info!r}")


def _scalar(node: yaml.Node, reading: Reading, wanted: str) -> Any:
    if isinstance(node, yaml.ScalarNode):
        if node.tag.startswith("!"):
            line = reading.lines[node.start_mark.line]
            return reading.report(node, "A text cannot begin with '!'.", quoted(line))
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return reading.report(node, f"Expected {wanted}, found a list.", "Put a text that begins with [ in quotes.")
    return reading.report(node, f"Expected {wanted}, found 'key: value'.", "Put a text that contains ': ' in quotes.")


def _read_text(info: Any, about: str = "") -> Read:
    pattern = re.compile(info.pattern) if info.pattern else None

    def read(node: yaml.Node, reading: Reading) -> Any:
        value = _scalar(node, reading, "text")
        if value is MISSING:
            return value
        if info.min_length and len(value.strip()) < info.min_length:
            return reading.report(node, "Expected text, found nothing.", "Write it, or leave the key out.")
        if pattern and not pattern.search(value):
            return reading.report(node, f"'{value}' does not have the expected form.", f"Expected: {about}")
        return value

    return read


def _read_bool(info: Any) -> Read:
    def read(node: yaml.Node, reading: Reading) -> Any:
        value = _scalar(node, reading, "true or false")
        if value is MISSING:
            return value
        if value.lower() in ("true", "false"):
            return value.lower() == "true"
        spelled = {"yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"}
        hint = f"Write {spelled[value.lower()]}." if value.lower() in spelled else "Write one of them."
        return reading.report(node, f"Expected true or false, found '{value}'.", hint)

    return read


def _read_int(info: Any) -> Read:
    def read(node: yaml.Node, reading: Reading) -> Any:
        value = _scalar(node, reading, "a whole number")
        if value is MISSING:
            return value
        if not _WHOLE.fullmatch(value):
            if value.isdecimal():
                return reading.report(node, f"{value[:20]}... is too large.", "Write a smaller number.")
            return reading.report(node, f"Expected a whole number, found '{value}'.", "Write only digits.")
        number = int(value)
        if info.ge is not None and number < info.ge:
            return reading.report(node, f"{number} is too small.", f"The minimum is {info.ge}.")
        if info.le is not None and number > info.le:
            return reading.report(node, f"{number} is too large.", f"The maximum is {info.le}.")
        return number

    return read


def _read_literal(info: Any) -> Read:
    values = tuple(sorted(info.values))

    def read(node: yaml.Node, reading: Reading) -> Any:
        value = _scalar(node, reading, "one of " + ", ".join(values))
        if value is MISSING or value in values:
            return value
        near = suggested_key(value, values)
        hint = f"Did you mean '{near}'?" if near else "Write one of them."
        return reading.report(node, f"'{value}' is not one of {', '.join(values)}.", hint)

    return read


def _read_moment(info: Any) -> Read:
    whole = isinstance(info, shape.StructType)

    def read(node: yaml.Node, reading: Reading) -> Any:
        value = _scalar(node, reading, "a date")
        if value is MISSING:
            return value
        if date := parse_date(value, reading.zone):
            return date if whole else date.moment
        return reading.report(node, *date_fault(value, reading.zone))

    return read


def _read_list(info: Any) -> Read:
    item, is_struct = _reader(info.item_type), isinstance(info.item_type, shape.StructType)

    def read(node: yaml.Node, reading: Reading) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            if isinstance(node, yaml.ScalarNode):
                parts = ", ".join(part.strip() for part in node.value.split(","))
                hint = f"Write [{example_of(info.item_type, node.value) if is_struct else parts}]."
                return reading.report(node, "Expected a list, found text.", hint)
            hint = f"Write [{example_of(info.item_type)}]." if is_struct else "Write [one, two]."
            return reading.report(node, "Expected a list, found 'key: value'.", hint)
        items = [(item(child, reading), child) for child in _counted(node.value, reading)]
        kept = [(value, child) for value, child in items if value is not MISSING]
        if len(kept) < len(items):
            reading.kept[id(node)] = [child for _, child in kept]
        return tuple([value for value, _ in kept])

    return read


def _read_dict(info: Any) -> Read:
    item = _reader(info.value_type)
    empty: Any = info.value_type
    while isinstance(empty, shape.Metadata):
        empty = empty.type
    default = (
        empty.cls() if isinstance(empty, shape.StructType) and not any(f.required for f in empty.fields) else MISSING
    )

    is_list = isinstance(empty, shape.StructType) and getattr(empty.cls, "names_suffice", False)

    def read(node: yaml.Node, reading: Reading) -> Any:
        if is_list and isinstance(node, yaml.SequenceNode):
            names = _read_list(shape.ListType(shape.StrType()))(node, reading)
            return dict.fromkeys(names, default)
        if not isinstance(node, yaml.MappingNode):
            return reading.report(node, "Expected 'name: value' lines here.", "Write them below the key, indented.")
        result: dict[str, Any] = {}
        for key, value in _pairs(node, reading):
            read_value = default if default is not MISSING and is_null(value) else item(value, reading)
            if read_value is not MISSING:
                result[key.value] = read_value
        return result

    return read


def _read_any(info: Any) -> Read:
    def read(node: yaml.Node, reading: Reading) -> Any:
        if isinstance(node, yaml.SequenceNode):
            return [read(child, reading) for child in _counted(node.value, reading)]
        if isinstance(node, yaml.MappingNode):
            return {key.value: read(value, reading) for key, value in _pairs(node, reading)}
        text = _scalar(node, reading, "a value")
        return _resolve(node) if isinstance(node, yaml.ScalarNode) and text is not MISSING else MISSING

    return read


def _resolve(node: yaml.ScalarNode) -> Any:
    """A scalar by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema)."""
    if node.style:
        return node.value
    if is_null(node):
        return None
    if node.value in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return node.value.lower() == "true"
    if _WHOLE.fullmatch(node.value):
        return int(node.value)
    if _DECIMAL.fullmatch(node.value) and math.isfinite(number := float(node.value)):
        return number
    return node.value


def _read_union(info: Any) -> Read:
    options = [kind for kind in info.types if not isinstance(kind, shape.NoneType)]
    if len(options) == 2 and isinstance(options[0], shape.StrType) and isinstance(options[1], shape.VarTupleType):
        return _read_text_or_list(*options)
    if len(options) != 1:
        raise TypeError("settings may be of one type, of one type and None, or text or a list")
    inner = _reader(options[0])

    def read(node: yaml.Node, reading: Reading) -> Any:
        return None if is_null(node) else inner(node, reading)

    return read


def _read_text_or_list(text: Any, many: Any) -> Read:
    read_text, read_list = _reader(text), _reader(many)

    def read(node: yaml.Node, reading: Reading) -> Any:
        return (read_list if isinstance(node, yaml.SequenceNode) else read_text)(node, reading)

    return read


def _read_metadata(info: Any) -> Read:
    if isinstance(info.type, shape.StrType):
        return _read_text(info.type, (info.extra_json_schema or {}).get("description", ""))
    return _reader(info.type)


def _read_struct(info: Any) -> Read:
    if info.cls is WrittenDate:
        return _read_moment(info)
    fields = {field.encode_name: (_reader(field.type), field.name, field.required) for field in info.fields}
    required = tuple(name for name, (_, _, needed) in fields.items() if needed)
    shorthand = getattr(info.cls, "shorthand", "")
    known_keys = f"Known keys: {', '.join(fields)}."
    if "extra" in fields:
        known_keys += " Put your own keys below 'extra:'."

    def read(node: yaml.Node, reading: Reading) -> Any:
        if shorthand and isinstance(node, yaml.ScalarNode):
            return info.cls(**{shorthand: node.value})
        if not isinstance(node, yaml.MappingNode):
            example = f"Write {example_of(info, node.value)}. " if isinstance(node, yaml.ScalarNode) else ""
            return _report_no_mapping(node, example, known_keys, reading)
        values: dict[str, Any] = {}
        named: set[str] = set()
        for key, value in _pairs(node, reading):
            if key.value not in fields:
                named.add(_report_unknown(key, tuple(fields), known_keys, reading))
                continue
            named.add(key.value)
            read_field, name, needed = fields[key.value]
            if is_null(value) and not needed:
                continue
            result = read_field(value, reading)
            if name in _PROSE:
                _report_lost_words(value, reading)
            if result is not MISSING:
                values[name] = result
        for name in required:
            if name not in named:
                reading.report(node, f"The key '{name}' is missing.", f"Add '{name}: ...'.")
        if node is reading.root:
            values = dict.fromkeys(required, "?") | values  # so that the rest can be checked further
        return info.cls(**values) if values.keys() >= set(required) else MISSING

    return read


_READERS: tuple[tuple[Any, Callable[[Any], Read]], ...] = (
    (shape.Metadata, _read_metadata),
    (shape.StrType, _read_text),
    (shape.BoolType, _read_bool),
    (shape.IntType, _read_int),
    (shape.LiteralType, _read_literal),
    (shape.DateTimeType, _read_moment),
    ((shape.VarTupleType, shape.ListType), _read_list),
    (shape.DictType, _read_dict),
    (shape.StructType, _read_struct),
    (shape.UnionType, _read_union),
    (shape.AnyType, _read_any),
)


def _counted(nodes: list[Any], reading: Reading) -> list[Any]:
    reading.budget -= len(nodes)
    if reading.budget < 0:
        if reading.budget + len(nodes) >= 0:
            reading.report(nodes[0] if nodes else None, "This YAML expands to too many values.", "Do without anchors.")
        return []
    return nodes


def _pairs(node: yaml.MappingNode, reading: Reading) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """The pairs of a mapping whose keys are plain names; other and duplicate keys are problems."""
    result: list[tuple[yaml.ScalarNode, yaml.Node]] = []
    seen: dict[str, int] = {}
    for key, value in _counted(node.value, reading):
        if not isinstance(key, yaml.ScalarNode):
            reading.report(key, "A key must be a plain name.", "Put it in quotes if it contains brackets.")
        elif key.value in seen:
            reading.report(
                key,
                f"The key '{key.value}' appears twice.",
                f"It is already on line {seen[key.value]}; keep one.",
            )
        else:
            seen[key.value] = key.start_mark.line + reading.first_line
            result.append((key, value))
    return result


def _report_no_mapping(node: yaml.Node, example: str, known_keys: str, reading: Reading) -> Any:
    hint = known_keys if node is reading.root else example + known_keys
    return reading.report(node, "Expected 'key: value' lines here.", hint)


def _report_unknown(key: yaml.ScalarNode, fields: tuple[str, ...], known_keys: str, reading: Reading) -> str:
    """Report a key that the schema lacks, with a suggestion if one is near."""
    near = suggested_key(key.value, fields)
    reading.report(key, f"Unknown key '{key.value}'.", f"Did you mean '{near}'?" if near else known_keys)
    return near


def _report_lost_words(node: yaml.Node, reading: Reading) -> None:
    """Report `title: Brigade #5`, where YAML takes `#5` for a comment and drops it silently."""
    if not isinstance(node, yaml.ScalarNode) or node.style or node.end_mark.line >= len(reading.lines):
        return
    rest = reading.lines[node.end_mark.line][node.end_mark.column :]
    if rest.lstrip().startswith("#"):
        column = node.end_mark.column + len(rest) - len(rest.lstrip())
        what = f"'{rest.strip()}' would be lost: to YAML it is a comment."
        reading.report_at(node.end_mark.line, column, what, "Put the whole text in quotes, or remove it.")
