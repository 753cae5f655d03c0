"""YAML read as a type: a frozen Struct is the schema, the result its value, and each misfit a `Problem`.

Scalars keep the text that was written until the schema says what they are, so `title: 1.10`, `tags: [NO]` and
`slug: 007` mean what they look like. One walk over YAML's nodes does all, so positions are always at hand.
"""

import difflib
from collections.abc import Callable
from datetime import tzinfo
from functools import lru_cache
from typing import Any

import yaml
from msgspec import inspect as shape

from site_gen.model.problem import Problem
from site_gen.wording.dates import in_zone, parse_moment

_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NODE_BUDGET = 200_000  # anchors let a small file stand for a huge one


class _Loader(_BASE):  # type: ignore[misc]
    """PyYAML's C loader with nothing resolved: every scalar is the text that stands there."""

    yaml_implicit_resolvers: dict[str, Any] = {}


_MISSING: Any = object()
Place = tuple[int, int]


class Reading:
    """The problems gathered while one text is read, and where its lines stand in the file."""

    def __init__(self, path: str, text: str, zone: tzinfo, first_line: int = 1) -> None:
        self.path, self.zone, self.first_line = path, zone, first_line
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.budget = _NODE_BUDGET

    def report(self, node: yaml.Node | None, what: str, hint: str = "") -> Any:
        """Note a problem at a node; returns the mark for 'no value'."""
        line, column = (node.start_mark.line, node.start_mark.column) if node is not None else (0, 0)
        return self.report_at(line, column, what, hint)

    def report_at(self, line: int, column: int, what: str, hint: str = "") -> Any:
        """Note a problem at a line and column that count from 0 in the text."""
        excerpt = self.lines[line].rstrip() if line < len(self.lines) else ""
        self.problems.append(Problem(self.path, line + self.first_line, column + 1, what, hint, excerpt))
        return _MISSING


Read = Callable[[yaml.Node, Reading], Any]


def read_yaml(text: str, kind: type[Any], reading: Reading) -> tuple[Any, dict[str, int]]:
    """A YAML mapping as a value of Struct `kind`, and the line of each of its keys in the file.

    The value is None where anything is wrong; `reading.problems` then says what.
    """
    known = len(reading.problems)
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        _report_syntax(error, text, reading)
        return None, {}
    if root is None:
        root = yaml.MappingNode("", [], yaml.Mark("", 0, 0, 0, "", 0))
    value = reader_of(kind)(root, reading)  # type: ignore[arg-type]
    if len(reading.problems) > known or value is _MISSING:
        return None, {}
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return value, {key.value: key.start_mark.line + reading.first_line for key, _ in pairs}


@lru_cache(maxsize=256)
def reader_of(kind: Any) -> Read:
    """The function that reads a node as `kind`, composed once from the type's description."""
    return _reader(shape.type_info(kind))


def _reader(info: shape.Type) -> Read:
    for types, make in _READERS:
        if isinstance(info, types):
            return make(info)
    raise TypeError(f"no reader for {info!r}")


def _unwrap(info: shape.Type) -> tuple[shape.Type, str]:
    """A type without its documentation, and that documentation."""
    description = ""
    while isinstance(info, shape.Metadata):
        description = (info.extra_json_schema or {}).get("description", description)
        info = info.type
    return info, description


def _scalar(node: yaml.Node, reading: Reading, wanted: str) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    found = "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
    return reading.report(node, f"Expected {wanted}, found {found}.", _colon_hint(node))


def _colon_hint(node: yaml.Node) -> str:
    return "Put a text that holds ': ' in quotes." if isinstance(node, yaml.MappingNode) else ""


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style is None and node.value in ("", "~", "null", "Null", "NULL")


def _read_text(info: Any) -> Read:
    import re

    pattern = re.compile(info.pattern) if info.pattern else None

    def read(node: yaml.Node, reading: Reading) -> Any:
        value = _scalar(node, reading, "text")
        if value is _MISSING:
            return value
        if info.min_length and len(value.strip()) < info.min_length:
            return reading.report(node, "Expected text, found nothing.", "Write it, or leave the key out.")
        if pattern and not pattern.search(value):
            return reading.report(node, f"'{value}' does not have the expected form.", f"It must match {info.pattern}.")
        return value

    return read


def _read_bool(info: Any) -> Read:
    def read(node: yaml.Node, reading: Reading) -> Any:
        value = _scalar(node, reading, "true or false")
        if value is _MISSING:
            return value
        if value.lower() in ("true", "false"):
            return value.lower() == "true"
        meant = {"yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"}
        hint = f"Write {meant[value.lower()]}." if value.lower() in meant else ""
        return reading.report(node, f"Expected true or false, found '{value}'.", hint)

    return read


def _read_int(info: Any) -> Read:
    def read(node: yaml.Node, reading: Reading) -> Any:
        value = _scalar(node, reading, "a whole number")
        if value is _MISSING:
            return value
        try:
            number = int(value)
        except ValueError:
            return reading.report(node, f"Expected a whole number, found '{value}'.", "Write digits alone.")
        if info.ge is not None and number < info.ge:
            return reading.report(node, f"{number} is too small.", f"The least is {info.ge}.")
        if info.le is not None and number > info.le:
            return reading.report(node, f"{number} is too large.", f"The most is {info.le}.")
        return number

    return read


def _read_literal(info: Any) -> Read:
    values = tuple(sorted(info.values))

    def read(node: yaml.Node, reading: Reading) -> Any:
        value = _scalar(node, reading, "one of " + ", ".join(values))
        if value is _MISSING or value in values:
            return value
        hint = _did_you_mean(value, values) or ""
        return reading.report(node, f"'{value}' is not one of {', '.join(values)}.", hint)

    return read


def _read_moment(info: Any) -> Read:
    def read(node: yaml.Node, reading: Reading) -> Any:
        value = _scalar(node, reading, "a date")
        if value is _MISSING:
            return value
        if moment := parse_moment(value, reading.zone):
            return in_zone(moment, reading.zone)
        return reading.report(
            node,
            f"'{value}' is not a date.",
            "Write 2025-01-10, 2025-01-10 14:05 or 2025-01-10T14:05:00+02:00.",
        )

    return read


def _read_list(info: Any) -> Read:
    item = _reader(info.item_type)

    def read(node: yaml.Node, reading: Reading) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            if isinstance(node, yaml.ScalarNode):
                parts = ", ".join(part.strip() for part in node.value.split(","))
                return reading.report(node, "Expected a list, found text.", f"Write [{parts}].")
            return reading.report(node, "Expected a list, found a mapping.", "Write [one, two].")
        values = [item(child, reading) for child in _counted(node.value, reading)]
        return _MISSING if any(value is _MISSING for value in values) else tuple(values)

    return read


def _read_dict(info: Any) -> Read:
    item = _reader(info.value_type)
    empty: Any = info.value_type
    while isinstance(empty, shape.Metadata):
        empty = empty.type
    default = (
        empty.cls() if isinstance(empty, shape.StructType) and not any(f.required for f in empty.fields) else _MISSING
    )

    def read(node: yaml.Node, reading: Reading) -> Any:
        if not isinstance(node, yaml.MappingNode):
            return reading.report(node, "Expected a mapping of names to values.", "Write 'name: value' lines below it.")
        result: dict[str, Any] = {}
        for key, value in _pairs(node, reading):
            read_value = default if default is not _MISSING and _is_null(value) else item(value, reading)
            if read_value is not _MISSING:
                result[key.value] = read_value
        return result

    return read


def _read_any(info: Any) -> Read:
    def read(node: yaml.Node, reading: Reading) -> Any:
        if isinstance(node, yaml.SequenceNode):
            return [read(child, reading) for child in _counted(node.value, reading)]
        if isinstance(node, yaml.MappingNode):
            return {key.value: read(value, reading) for key, value in _pairs(node, reading)}
        return _resolve(node) if isinstance(node, yaml.ScalarNode) else None

    return read


def _resolve(node: yaml.ScalarNode) -> Any:
    """A scalar by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema)."""
    if node.style is not None:
        return node.value
    if _is_null(node):
        return None
    if node.value in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return node.value.lower() == "true"
    for number in (int, float):
        try:
            return number(node.value) if "_" not in node.value else node.value
        except ValueError:
            continue
    return node.value


def _read_union(info: Any) -> Read:
    options = [kind for kind in info.types if not isinstance(kind, shape.NoneType)]
    if len(options) != 1:
        raise TypeError("settings may be of one type, or of one type and None")
    inner = _reader(options[0])

    def read(node: yaml.Node, reading: Reading) -> Any:
        return None if _is_null(node) else inner(node, reading)

    return read


def _read_metadata(info: Any) -> Read:
    return _reader(info.type)


def _read_struct(info: Any) -> Read:
    fields = {field.encode_name: (_reader(field.type), field.name, field.required) for field in info.fields}
    required = tuple(name for name, (_, _, needed) in fields.items() if needed)
    shorthand = info.cls.__name__ == "ThemeChoice"

    def read(node: yaml.Node, reading: Reading) -> Any:
        if shorthand and isinstance(node, yaml.ScalarNode):
            return info.cls(name=node.value)
        if not isinstance(node, yaml.MappingNode):
            return reading.report(node, "Expected 'key: value' lines here.", f"Known keys: {', '.join(fields)}.")
        values: dict[str, Any] = {}
        seen: set[str] = set()
        whole = True
        for key, value in _pairs(node, reading):
            if key.value not in fields:
                whole = False
                hint = _did_you_mean(key.value, tuple(fields)) or f"Known keys: {', '.join(fields)}."
                reading.report(key, f"Unknown key '{key.value}'.", hint)
                continue
            seen.add(key.value)
            read_field, name, needed = fields[key.value]
            if _is_null(value) and not needed:
                continue
            result = read_field(value, reading)
            if result is _MISSING:
                whole = False
            else:
                values[name] = result
        for name in required:
            if name not in seen:
                whole = False
                reading.report(node, f"The key '{name}' is missing.", f"Add '{name}: ...'.")
        return info.cls(**values) if whole else _MISSING

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
            reading.report(nodes[0] if nodes else None, "This YAML unfolds to too many values.", "Do without anchors.")
        return []
    return nodes


def _pairs(node: yaml.MappingNode, reading: Reading) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """The pairs of a mapping whose keys are plain names; the rest, and keys that come twice, are problems."""
    result: list[tuple[yaml.ScalarNode, yaml.Node]] = []
    seen: dict[str, int] = {}
    for key, value in _counted(node.value, reading):
        if not isinstance(key, yaml.ScalarNode):
            reading.report(key, "A key must be a plain name.", "Put it in quotes if it holds brackets.")
        elif key.value in seen:
            reading.report(
                key,
                f"The key '{key.value}' stands twice.",
                f"It is on line {seen[key.value]} already; keep one.",
            )
        else:
            seen[key.value] = key.start_mark.line + reading.first_line
            result.append((key, value))
    return result


def _did_you_mean(name: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    return f"Did you mean '{near[0]}'?" if near else ""


_SYNTAX_HINTS = (
    ("mapping values are not allowed", "Put a text that holds ': ' in quotes."),
    ("cannot start any token", "Put a text that begins with a sign in quotes; indent with spaces, not tabs."),
    ("could not find expected ':'", "Is a colon missing after a key, or a blank after the colon?"),
    ("found unexpected end of stream", "A quote is opened and not closed."),
    ("did not find expected ',' or ']'", "A list is opened with [ and not closed."),
    ("did not find expected ',' or '}'", "A mapping is opened with { and not closed."),
    ("found undefined alias", "Put a text that begins with * in quotes."),
    ("did not find expected alphabetic or numeric", "Put a text that begins with * or & in quotes."),
    ("expected a single document", "Keep '---' for the beginning and the end alone."),
    ("did not find expected key", "Is the line indented by a blank too many, or a quote left open above it?"),
    ("did not find expected '-' indicator", "Begin each item of the list with '- ', all indented alike."),
    ("did not find expected <document start>", "Put the text in quotes."),
)


def _report_syntax(error: yaml.YAMLError, text: str, reading: Reading) -> None:
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is not YAML"
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    hint = next((advice for sign, advice in _SYNTAX_HINTS if sign in str(error)), "")
    if mark is not None:
        line, column = mark.line, mark.column
        if line >= len(reading.lines) or (line == len(reading.lines) - 1 and not reading.lines[line]):
            opened = getattr(error, "context_mark", None) or mark
            line, column = min(opened.line, len(reading.lines) - 1), opened.column
    else:
        before = text[: getattr(error, "position", 0) or 0]
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        hint = hint or "Remove the character that does not print."
    reading.report_at(line, column, f"This is not valid YAML: {what}.", hint)


__all__ = ["Reading", "read_yaml", "reader_of"]
