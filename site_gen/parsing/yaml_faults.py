"""Errors of the YAML parser, in words for editors and at the place where the mistake is."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import yaml

_PAIR = re.compile(r"\s*(?:- +)?([\w.-]+): +(.*\S)")
_PAIR_OF_JSON = re.compile(r"([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")  # \ud83d\ude00
_QUOTE_IT = "Put the whole text in quotes."


class Fault(NamedTuple):
    """Line and column, both from 0, what is wrong, and what to do."""

    line: int
    column: int
    what: str
    hint: str


class _Complaint(NamedTuple):
    """The parser's message, where it stopped, where the structure that it was in began, and the text's lines."""

    problem: str
    line: int
    column: int
    opened: tuple[int, int]
    lines: Sequence[str]

    @property
    def before(self) -> str:
        return self.lines[self.line][: self.column]

    def character(self, place: tuple[int, int]) -> str:
        return self.lines[place[0]][place[1] : place[1] + 1]


def fault_of(error: yaml.YAMLError, text: str, lines: Sequence[str]) -> Fault:
    """The fault that ended the parser's work on `text`."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        before = text[: getattr(error, "position", 0) or 0]
        column = len(before) - before.rfind("\n") - 1
        return Fault(before.count("\n"), column, "There is a character here that does not print.", "Remove it.")
    begun = getattr(error, "context_mark", None) or mark
    last = len(lines) - 1
    complaint = _Complaint(
        problem=str(getattr(error, "problem", "") or ""),
        line=min(mark.line, last),
        column=mark.column if mark.line <= last else len(lines[last]),
        opened=(min(begun.line, last), begun.column),
        lines=lines,
    )
    for words, explain in _EXPLAINED:
        if words in complaint.problem:
            return explain(complaint)
    return Fault(complaint.line, complaint.column, f"This is not valid YAML: {complaint.problem}.", _QUOTE_IT)


def quoted(line: str) -> str:
    """The advice to put the value of a `key: value` line in quotes, spelled out where that is short."""
    match = _PAIR.fullmatch(line)
    if match is None or len(match[2]) > 100 or "\\" in match[2]:
        return _QUOTE_IT
    key, value = match.groups()
    mark, inner = value[0], value[1:-1]
    if mark in "\"'" and value.endswith(mark) and inner.count(mark) % 2:  # quotes around a text that has one of them
        value = inner
    if '"' not in value:
        return f'Put it in quotes: {key}: "{value}"'
    return f"Put it in quotes: {key}: '{value}'" if "'" not in value else _QUOTE_IT


def _colon(at: _Complaint) -> Fault:
    if _PAIR.match(at.before):
        return Fault(at.line, at.column, "This text contains ': ' and is not in quotes.", quoted(at.lines[at.line]))
    key = at.before.strip()
    if at.line and at.before == key:
        return _no_pair(at.line - 1, 0)
    what = f"The key '{key}' is indented, but the line above it has its value already."
    hint = "Remove the spaces before it, or put the text above it in quotes."
    return Fault(at.line, len(at.before) - len(key), what, hint)


def _first_character(at: _Complaint) -> Fault:
    if at.lines[at.line].lstrip(" ").startswith("\t"):
        return Fault(at.line, at.column, "This line is indented with a tab.", "Indent it with spaces.")
    return _cannot_begin(at, (at.line, at.column))


def _opening_character(at: _Complaint) -> Fault:
    return _cannot_begin(at, at.opened)


def _cannot_begin(at: _Complaint, place: tuple[int, int]) -> Fault:
    return Fault(*place, f"A text cannot begin with '{at.character(place)}'.", quoted(at.lines[place[0]]))


def _open_quote(at: _Complaint) -> Fault:
    return Fault(
        *at.opened,
        f"The quote {at.character(at.opened)} is opened here and never closed.",
        "Close it at the end of the text.",
    )


def _open_list(at: _Complaint) -> Fault:
    hint = "Close it with ], or put the whole text in quotes."
    return Fault(*at.opened, "A [ is opened here and not closed.", hint)


def _open_mapping(at: _Complaint) -> Fault:
    hint = "Close it with }, or put the whole text in quotes."
    return Fault(*at.opened, "A { is opened here and not closed.", hint)


def _key_expected(at: _Complaint) -> Fault:
    last = at.before.rstrip()[-1:]
    if last and last in "]}\"'":
        what = f"The text continues after the closing {last}."
        return Fault(at.line, at.column, what, quoted(at.lines[at.line]))
    if at.lines[at.line].lstrip().startswith("- "):
        what = "This item is not in line with a list."
        return Fault(at.line, at.column, what, "Put the items below their key, all indented alike.")
    hint = "Begin it in the same column as they do, and close the quotes above it."
    return Fault(at.line, at.column, "This line is not in line with the keys above it.", hint)


def _colon_missing(at: _Complaint) -> Fault:
    return _no_pair(*at.opened)


def _no_pair(line: int, column: int) -> Fault:
    hint = "Is the colon missing after the key, or the space after the colon?"
    return Fault(line, column, "This line is not a 'key: value'.", hint)


def _item_expected(at: _Complaint) -> Fault:
    hint = "Begin it with '- ', or move the list below a key."
    return Fault(at.line, at.column, "This line is among the items of a list, but is not one.", hint)


def _second_document(at: _Complaint) -> Fault:
    return Fault(at.line, at.column, "There is a second '---' here.", "Keep one at most, before the first key.")


def _unlike_first(at: _Complaint) -> Fault:
    what = "This line does not begin in the column of the first key."
    return Fault(at.line, at.column, what, "Begin all keys in the same column.")


def _escape(at: _Complaint) -> Fault:
    if at.before.endswith("\\u") and (pair := _PAIR_OF_JSON.match(at.lines[at.line], at.column)):
        did_you_mean = bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be")
        what = "This is a character written in two halves, as in JSON, which YAML does not support."
        return Fault(at.line, at.column - 2, what, f"Write the character itself: {did_you_mean}")
    hint = "Write \\\\ for a backslash, or put the text in single quotes."
    return Fault(at.line, at.column, "This backslash means nothing within double quotes.", hint)


def _item_on_key_line(at: _Complaint) -> Fault:
    hint = "Put it in quotes; the items of a list are on lines of their own."
    return Fault(at.line, at.column, "A text cannot begin with '- '.", hint)


_EXPLAINED: tuple[tuple[str, Callable[[_Complaint], Fault]], ...] = (
    ("mapping values are not allowed", _colon),
    ("cannot start any token", _first_character),
    ("found a tab character", _first_character),
    ("unexpected end of stream", _open_quote),
    ("expected ',' or ']'", _open_list),
    ("expected ',' or '}'", _open_mapping),
    ("expected alphabetic or numeric", _opening_character),
    ("undefined alias", _opening_character),
    ("expected node content", _first_character),
    ("mapping keys are not allowed", _first_character),
    ("expected comment or line break", _opening_character),
    ("sequence entries are not allowed", _item_on_key_line),
    ("did not find expected key", _key_expected),
    ("could not find expected ':'", _colon_missing),
    ("expected '-' indicator", _item_expected),
    ("another document", _second_document),
    ("expected <document start>", _unlike_first),
    ("unknown escape character", _escape),
    ("expected hexdecimal number", _escape),
    ("invalid Unicode character escape", _escape),
)
