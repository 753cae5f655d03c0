"""A YAML text while it is read: its nodes, the place of each value, and the problems found."""

from datetime import UTC, tzinfo
from functools import cached_property
from typing import Any

import yaml

from site_gen.model.problem import Keys, Problem, Span, ValueProblem
from site_gen.parsing.front_matter import decode, split
from site_gen.parsing.yaml_faults import fault_of

_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NODE_BUDGET = 200_000  # aliases let a small file expand to a huge one
_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_LINE_ENDS = {0x85: " ", 0x2028: " ", 0x2029: " "}  # line breaks for YAML 1.1, but not for editors


class _Loader(_BASE):  # type: ignore[misc]
    """PyYAML's C loader without type resolution: every scalar is the text as written."""

    def resolve(self, kind: type[yaml.Node], _value: object, _implicit: object) -> str:
        """The tag of a node without an explicit one."""
        return _TAGS[kind]

    def descend_resolver(self, _node: object, _at: object) -> None:
        """Nothing to do: tags do not depend on a node's place."""

    def ascend_resolver(self) -> None:
        """Nothing to do: tags do not depend on a node's place."""


MISSING: Any = object()


class Reading:
    """A text that is read, and the problems found in it; `first_line` is the number of its first line in the file."""

    def __init__(self, path: str, text: str, zone: tzinfo, first_line: int = 1) -> None:
        self.path, self.text, self.zone, self.first_line = path, text, zone, first_line
        self.problems: list[Problem] = []
        self.budget = _NODE_BUDGET
        self.kept: dict[int, list[yaml.Node]] = {}  # the readable items of lists with problems

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    @cached_property
    def root(self) -> yaml.Node | None:
        """The text's root node, parsed on first use; None, and a problem, where the text is not YAML."""
        plain = self.text if self.text.isascii() else self.text.translate(_LINE_ENDS)
        try:
            found = yaml.compose(plain, Loader=_Loader)
        except yaml.YAMLError as error:
            self.report_at(*fault_of(error, plain, self.lines))
            return None
        except RecursionError:
            self.report_depth()
            return None
        start = yaml.Mark("", 0, 0, 0, "", 0)
        return found if found is not None else yaml.MappingNode("", [], start, start)

    def report(self, node: yaml.Node | None, what: str, hint: str = "") -> Any:
        """Record a problem at a node; returns the marker for 'no value'."""
        line, column = (node.start_mark.line, node.start_mark.column) if node is not None else (0, 0)
        return self.report_at(line, column, what, hint)

    def report_at(self, line: int, column: int, what: str, hint: str = "") -> Any:
        """Record a problem at a line and column, which count from 0 in the text."""
        if line >= len(self.lines):  # the parser was at the end already
            line, column = len(self.lines) - 1, 0
        excerpt = self.lines[line].rstrip()
        self.problems.append(Problem(self.path, line + self.first_line, column + 1, what, hint, excerpt))
        return MISSING

    def report_depth(self) -> None:
        """Record that nodes are nested too deeply."""
        self.report_at(0, 0, "This YAML is nested too deep, or contains itself.", "Do without anchors and aliases.")

    def report_value(self, keys: Keys, what: str, hint: str = "", part: str = "") -> None:
        """Record a problem with the value at `keys`, or with a part of it."""
        span = self.span(keys)
        line, column = span.line - self.first_line, span.column - 1
        self.report_at(line, max(column, self.lines[line].find(part, column)), what, hint)

    def report_key(self, keys: Keys, what: str, hint: str = "") -> None:
        """Record a problem with the key at `keys`."""
        span = self.span(keys, of_key=True)
        self.report_at(span.line - self.first_line, span.column - 1, what, hint)

    def has(self, key: str) -> bool:
        """Whether the text has a key with a value other than null."""
        key_node, value = self._pair((key,))
        return key_node is not None and not is_null(value)

    def span(self, keys: Keys, of_key: bool = False) -> Span:
        """The place of the value at `keys`, without its quotes; of the nearest one above where it does not exist."""
        key, node = self._pair(keys)
        if of_key or is_null(node):
            node = key or node
        if node is None:
            return Span(self.first_line, 1, 0)
        start, end = node.start_mark, node.end_mark
        line = min(start.line, len(self.lines) - 1)  # the parser may have been at the end already
        column = start.column if line == start.line else 0
        inner = int(isinstance(node, yaml.ScalarNode) and bool(node.value) and (node.style or "") in ("'", '"'))
        until = end.column - inner if end.line == line else len(self.lines[line].rstrip())
        return Span(line + self.first_line, column + inner + 1, max(0, until - column - inner))

    def _pair(self, keys: Keys) -> tuple[yaml.Node | None, yaml.Node | None]:
        """The nodes of the last of the `keys` that exists, and of its value."""
        key, node = None, self.root
        for step in keys:
            pair = self._child(node, step)
            if pair is None:
                break
            key, node = pair
        return key, node

    def _child(self, node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
        if isinstance(node, yaml.MappingNode):
            pairs = ((key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode))
            return next((pair for pair in pairs if pair[0].value == step), None)
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            items: list[yaml.Node] = self.kept.get(id(node)) or node.value
            return (items[step], items[step]) if step < len(items) else None
        return None


def is_null(node: yaml.Node | None) -> bool:
    """Whether a value is null in YAML 1.2."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("", "~", "null", "Null", "NULL")


def with_place(problem: ValueProblem, data: bytes) -> Problem:
    """The problem with its place in `data`, the bytes of its file; without a place where the value is not there."""
    whole = Problem(problem.path, 0, 0, problem.what, problem.hint)
    text, first_line = decode(problem.path, data).value, 1
    if text is not None and problem.path.endswith(".md"):
        parts = split(problem.path, text).value
        text, first_line = (parts.matter, parts.matter_line) if parts else (None, 1)
    if text is None:
        return whole
    reading = Reading(problem.path, text, UTC, first_line)
    if reading.root is None or not (problem.keys and reading.has(str(problem.keys[0]))):
        return whole
    report = reading.report_key if problem.of_key else reading.report_value
    report(problem.keys, problem.what, problem.hint)
    return reading.problems[-1]
