"""The export of Ghost as tables: a JSON file, or a folder with one beside `content/` and routes.yaml."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from site_gen.model.problem import Problem, Result
from site_gen.storage.files import read_whole

Row = dict[str, Any]
_LARGEST = 1_000_000_000
_HALVES = re.compile(  # of characters, which JSON can hold and a file cannot, and pairs of them
    rb"(\\+u[dD][89abAB][0-9a-fA-F]{2}\\+u[dD][c-fC-F][0-9a-fA-F]{2})|(\\+u)[dD][89a-fA-F][0-9a-fA-F]{2}"
)
_HINT = "In Ghost: Settings, Import/Export, Export, Export content."


class Tables(Struct, frozen=True):
    """The rows of each table, the version of Ghost, and the file's name."""

    file: str
    version: str
    exported: int
    rows: Mapping[str, list[Row]]

    def of(self, name: str) -> list[Row]:
        """The rows of a table."""
        return self.rows.get(name, [])

    def by_id(self, name: str) -> dict[str, Row]:
        """The rows of a table by their ids."""
        return {str(row.get("id", "")): row for row in self.of(name)}

    def setting(self, *keys: str) -> str:
        """The first of these settings that has a value."""
        values = {str(row.get("key")): row.get("value") for row in self.of("settings")}
        return next((str(values[key]) for key in keys if values.get(key)), "")


def read_tables(path: Path) -> Result[Tables]:
    """The tables of an export."""
    file = export_in(path)
    if file is None:
        return _refused(path.name, "There is no export of Ghost in this folder.")
    if file.stat().st_size > _LARGEST:
        return _refused(file.name, "This file is larger than 1 GB.")
    try:
        root = json.loads(_HALVES.sub(lambda match: match[1] or match[2] + b"fffd", read_whole(file)))
    except (ValueError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        what = f"This is no JSON: {getattr(error, 'msg', 'it is damaged')}."
        return Result(None, (Problem(file.name, line, column, what, "Export it again."),))
    first = _first(root)
    data, meta = _mapping(first.get("data")), _mapping(first.get("meta"))
    if not isinstance(data.get("posts"), list):
        return _refused(file.name, "This is no export of Ghost: it has no table of posts.")
    exported = meta.get("exported_on")
    rows = {name: [_mapping(row) for row in table] for name, table in data.items() if isinstance(table, list)}
    return Result(Tables(file.name, str(meta.get("version", "")), exported if isinstance(exported, int) else 0, rows))


def _first(root: Any) -> Row:
    """What has the tables: the file itself, or the first of its databases."""
    whole = _mapping(root).get("db")
    return _mapping(whole[0] if isinstance(whole, list) and whole else root)


def _mapping(value: Any) -> Row:
    return value if isinstance(value, dict) else {}


def export_in(path: Path) -> Path | None:
    """The newest export of a folder by its name, which has the date; a file is one itself."""
    if not path.is_dir():
        return path
    for place in ("", "data/", "content/data/"):
        if found := [one for one in path.glob(f"{place}*.json") if is_export(one)]:
            return max(found, key=lambda one: one.name)
    return None


def is_export(file: Path) -> bool:
    """Whether a file begins as an export of Ghost does."""
    with file.open("rb") as opened:
        start = opened.read(2000)
    return b'"exported_on"' in start or (b'"db"' in start[:200] and b'"data"' in start) or b'"posts_tags"' in start


def beside(path: Path, *names: str) -> str:
    """What a file of the folder says, by the first of its names that is there; "" for none."""
    found = [path / name for name in names if path.is_dir() and (path / name).is_file()]
    return read_whole(found[0]).decode("utf-8", "replace") if found else ""


def _refused(name: str, what: str) -> Result[Tables]:
    return Result(None, (Problem(name, 0, 0, what, _HINT),))
