"""Reads the files of languages, and checks them: each key is there, of its type, and its words can be used."""

import re
import tomllib
from functools import cache
from pathlib import Path

import msgspec
from msgspec.structs import replace

from site_gen.extract.languages.language import ENGLISH, Language, Table
from site_gen.model.problem import Problem, Result
from site_gen.text.known_names.table import table_of

GENERIC = "generic"
"""The file for languages that have none: punctuation and figures alone."""
_AT_LINE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")
_PLACE = re.compile(r" - at `\$\.?([^`]*)`")
_FIELD = re.compile(r"`(\w+)`")
_PATTERN = re.compile(r"\{(\w+)\}")
_PARTS = frozenset(("day", "month", "number", "year", "era"))
_SHAPE_PARTS = frozenset(("agency", "place", "date", "names"))
_HINT = "docs/ingest.md says how the file of a language is written."


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a file, in order."""
    names = (file.name for file in _folder().iterdir() if file.name.endswith(".toml"))
    return tuple(sorted(code for name in names if (code := name.removesuffix(".toml")) != GENERIC))


@cache
def language_called(code: str) -> Language:
    """The language of a code: with its table, or the generic one where it has no file."""
    if code == ENGLISH.code:
        return ENGLISH
    name = code if code in languages() else GENERIC
    result = read_table(f"{name}.toml", (_folder() / f"{name}.toml").read_text(encoding="utf-8"))
    if result.value is None:
        raise ValueError("\n".join(map(str, result.problems)))
    return Language(code, _with_capitals(result.value, code))


def _with_capitals(table: Table, code: str) -> Table:
    """The table with the capitals that the language's names know as towns, where a capital letter shows a name."""
    names = table_of(code) if table.sentences.cased else None
    if names is None:
        return table
    capitals = (one.text for one in names.spellings if one.use == "capital")
    towns = tuple(dict.fromkeys((*table.datelines.towns, *capitals)))
    return replace(table, datelines=replace(table.datelines, towns=towns))


def _folder() -> Path:
    """The folder of the files, as a path: the package is never imported from a zip."""
    return Path(__file__).parent / "tables"


def read_table(name: str, text: str) -> Result[Table]:
    """The table in a file's text, or the problems that keep it from being one, each with its line."""
    try:
        table = msgspec.convert(tomllib.loads(text), Table)
    except tomllib.TOMLDecodeError as error:
        place = _AT_LINE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place and place[1] else (text.count("\n") + 1, 1)
        return Result(None, (Problem(name, line, column, f"This is no TOML: {error}.", _HINT),))
    except msgspec.ValidationError as error:
        return Result(None, (_misfit(name, text, str(error)),))
    problems = tuple(_faults(name, text, table))
    return Result(None if problems else table, problems)


def _misfit(name: str, text: str, error: str) -> Problem:
    """The problem of a key that is missing, unknown or of another type."""
    place = _PLACE.search(error)
    path = place[1] if place else ""
    field = _FIELD.search(error.partition(" - at ")[0])
    key = f"{path}.{field[1]}" if field and "field" in error else path
    what = error.partition(" - at ")[0].replace("Object missing required field", "The file has no key")
    what = what.replace("Object contains unknown field", "Unknown key")
    return Problem(name, _line_of(text, key), 1, f"{what} ({key.strip('.')}).", _HINT)


def _line_of(text: str, key: str) -> int:
    """The line of a dotted key, or of its section; 1 where there is neither."""
    section, _, name = re.sub(r"\[[^]]*\]", "", key).strip(".").rpartition(".")
    here, at = "", 1
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("["):
            here = line.strip("[] ")
            at = number if here == section else at
        elif here == section and re.match(rf"{re.escape(name)}\s*=", line):
            return number
    return at


def _faults(name: str, text: str, table: Table) -> list[Problem]:
    """What the types do not say: twelve months, seven days, known parts of dates, pairs of quotation marks."""
    faults = []

    def fault(key: str, what: str) -> None:
        faults.append(Problem(name, _line_of(text, key), 1, what, _HINT))

    if len(table.dates.months) not in (0, 12):
        fault("dates.months", f"A year has 12 months; here are {len(table.dates.months)}.")
    if len(table.dates.weekdays) not in (0, 7):
        fault("dates.weekdays", f"A week has 7 days; here are {len(table.dates.weekdays)}.")
    for pattern in table.dates.patterns:
        parts = _PATTERN.findall(pattern)
        if not set(parts) <= _PARTS or "day" not in parts or not {"month", "number"} & set(parts):
            fault("dates.patterns", f"{pattern!r} is no date: it needs {{day}} and {{month}} or {{number}}.")
    if len(table.dates.solar_months) not in (0, 12):
        fault("dates.solar_months", f"A year has 12 months; here are {len(table.dates.solar_months)}.")
    for shape in table.datelines.shapes:
        if not {*_PATTERN.findall(shape)} <= _SHAPE_PARTS:
            fault("datelines.shapes", f"{shape!r} has parts that no dateline has.")
    for pair in table.sentences.quotes:
        if len(pair) != 2:
            fault("sentences.quotes", f"{pair!r} is no pair of quotation marks.")
    for section in (table.boilerplate, table.bylines, table.clauses, table.datelines, table.dates, table):
        for field in section.__struct_fields__:
            value = getattr(section, field)
            if isinstance(value, tuple) and any(isinstance(one, str) and not one.strip(" *") for one in value):
                where = "" if section is table else type(section).__name__.lower() + "."
                fault(f"{where}{field}", f"A phrase of {field} has no word.")
    return faults
