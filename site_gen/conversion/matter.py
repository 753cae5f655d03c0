"""Front matter of Markdown files of any generator: YAML, TOML, JSON, or lines `Title: ...`."""

import json
import re
import tomllib
from datetime import tzinfo
from typing import Any

import yaml
from msgspec import Struct

from site_gen.model.problem import Problem
from site_gen.parsing.document import Reading

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_FIELD = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*:[ \t]*(.*)")
_LEADING = frozenset(("title", "date", "author", "authors", "slug"))
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_DEEPEST = 20
_MOST_NODES = 20_000


class Matter(Struct, frozen=True):
    """The values of front matter by their keys in small letters: texts, tuples of texts, or mappings.

    `lines` are the lines of a file that it takes; `places` the line and column of each key, from 1.
    """

    values: dict[str, Any] = {}
    lines: int = 0
    places: dict[str, tuple[int, int]] = {}
    problems: tuple[Problem, ...] = ()


def read_matter(name: str, text: str, zone: tzinfo) -> Matter:
    """The front matter at the head of a file; having none is no problem."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    first = lines[start].rstrip()
    if first in _FENCES:
        end = next((at for at in range(start + 1, len(lines)) if lines[at].rstrip() in _FENCES[first]), 0)
        inner = lines[start + 1 : end]
        if not end or (first == "---" and not any(_FIELD.match(line.strip()) for line in inner)):
            return Matter()  # a rule between paragraphs
        read = _yaml if first == "---" else _toml
        return read(name, "\n".join(inner), start + 2, end + 1, zone)
    if first.startswith("{"):
        return _json(name, text, start)
    return _fields(lines, start)


def read_settings(name: str, text: str, zone: tzinfo) -> Matter:
    """The values of a file of settings, by its ending: TOML, JSON, or else YAML, of several documents the first."""
    if name.endswith(".toml"):
        return _toml(name, text, 1, text.count("\n") + 1, zone)
    if name.endswith(".json"):
        return read_matter(name, text, zone)
    lines = text.split("\n")
    ends = [at for at, line in enumerate(lines) if line.rstrip() in _FENCES["---"]]
    if ends and all(not line.strip() or line.lstrip().startswith(("#", "%")) for line in lines[: ends[0]]):
        start = ends.pop(0)  # it begins the document
        lines[: start + 1] = [""] * (start + 1)
    return _yaml(name, "\n".join(lines[: ends[0]] if ends else lines), 1, len(lines), zone)


def _yaml(name: str, text: str, first: int, end: int, zone: tzinfo) -> Matter:
    reading = Reading(name, text, zone, first)
    root = reading.root
    if reading.problems:
        return Matter(lines=end, problems=tuple(reading.problems))
    if not isinstance(root, yaml.MappingNode):
        return Matter()
    budget = [_MOST_NODES]
    values, places = {}, {}
    for key, node in root.value:
        word = str(key.value).lower()
        values[word] = _plain(node, budget, 0)
        places[word] = (key.start_mark.line + first, key.start_mark.column + 1)
    return Matter(values, end, places)


def _plain(node: yaml.Node, budget: list[int], depth: int) -> Any:
    """The value of a node; what aliases expand without end is left out."""
    budget[0] -= 1
    if budget[0] < 0 or depth > _DEEPEST:
        return ""
    if isinstance(node, yaml.SequenceNode):
        return tuple(_plain(one, budget, depth + 1) for one in node.value)
    if isinstance(node, yaml.MappingNode):
        return {str(key.value).lower(): _plain(value, budget, depth + 1) for key, value in node.value}
    value = str(node.value)
    is_null = not getattr(node, "style", None) and value in ("~", "null", "Null", "NULL")
    return "" if is_null else value


def _toml(name: str, text: str, first: int, end: int, zone: tzinfo) -> Matter:
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at else (1, 1)
        excerpt = text.split("\n")[line - 1 : line]
        what = f"This is not TOML: {_AT.sub('', str(error)).strip()}."
        problem = Problem(name, line + first - 1, column, what, "Correct the line.", "".join(excerpt).rstrip())
        return Matter(lines=end, problems=(problem,))
    return Matter(_lowered(found), end, _places(text.split("\n"), first, found))


def _json(name: str, text: str, start: int) -> Matter:
    at = text.index("{")
    try:
        found, end = json.JSONDecoder().raw_decode(text, at)
    except json.JSONDecodeError as error:
        if '"' not in text[at : at + 200].partition("\n\n")[0]:
            return Matter()  # prose in braces
        excerpt = text.split("\n")[error.lineno - 1].rstrip()
        what = f"This is not JSON: {error.msg}."
        return Matter(problems=(Problem(name, error.lineno, error.colno, what, "Correct the line.", excerpt),))
    except (RecursionError, ValueError):
        return Matter(problems=(Problem(name, start + 1, 1, "This JSON is nested too deep.", "Simplify it."),))
    lines = text.count("\n", 0, end) + 1
    return Matter(_lowered(found), lines, _places(text.split("\n")[start:lines], start + 1, found))


def _fields(lines: list[str], start: int) -> Matter:
    """Lines `Key: value`, as Pelican and MultiMarkdown have them, down to a blank line."""
    values, places = {}, {}
    at = start
    while at < len(lines) and (found := _FIELD.fullmatch(lines[at].rstrip())):
        values[found[1].lower()] = found[2].strip()
        places[found[1].lower()] = (at + 1, 1)
        at += 1
    ended = at == len(lines) or not lines[at].strip()
    if not ended or not _LEADING.intersection(values) or (len(values) < 2 and "title" not in values):
        return Matter()
    return Matter(values, at, places)


def _lowered(found: dict[str, Any]) -> dict[str, Any]:
    return {key.lower(): _text(value, 0) for key, value in found.items()}


def _text(value: Any, depth: int) -> Any:
    """A value of TOML or JSON as it would be in YAML, where every scalar is its text."""
    if depth > _DEEPEST or value is None:
        return ""
    if isinstance(value, dict):
        return {key.lower(): _text(one, depth + 1) for key, one in value.items()}
    if isinstance(value, list):
        return tuple(_text(one, depth + 1) for one in value)
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _places(lines: list[str], first: int, found: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """The line and column of each key, as far as it is at the begin of a line."""
    places: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(lines, first):
        at = re.match(r"[\s{,]*\"?([\w-]+)\"?\s*[:=]", line)
        if at and at[1] in found:
            places.setdefault(at[1].lower(), (number, at.start(1) + 1))
    return places
