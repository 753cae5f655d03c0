"""The settings of a Hugo site, from one file or from `config/_default` and `config/production`.

https://gohugo.io/configuration/introduction/ describes the places and forms.
"""

from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path
from typing import Any

from site_gen.conversion.matter import read_settings
from site_gen.extract.decode import decode
from site_gen.model.problem import Problem
from site_gen.storage.files import read_whole

_ENDINGS = ("toml", "yaml", "yml", "json")
_ROOTS = ("hugo", "config")


def load_config(root: Path, zone: tzinfo) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """All settings, with keys in small letters; values as in front matter."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, key in _files(root):
        matter = read_settings(name, decode(read_whole(root / name)).text, zone)
        values = matter.values
        problems += matter.problems
        _merge(found, {key: values.get(key, values)} if key else values)
    return found, tuple(problems)


def _files(root: Path) -> Iterator[tuple[str, str]]:
    """The files, those that overwrite others last, each with the setting that it is alone about."""
    first = next(
        (f"{name}.{ending}" for name in _ROOTS for ending in _ENDINGS if (root / f"{name}.{ending}").is_file()), ""
    )
    if first:
        yield first, ""
    for folder in ("config/_default", "config/production"):
        for path in sorted((root / folder).glob("*.*")) if (root / folder).is_dir() else ():
            stem, _, ending = path.name.rpartition(".")
            if ending in _ENDINGS and path.is_file():
                yield f"{folder}/{path.name}", "" if stem in _ROOTS else stem.partition(".")[0].lower()


def _merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    """Add settings; what both have as mappings is joined."""
    for key, value in more.items():
        held = into.get(key)
        if isinstance(held, dict) and isinstance(value, dict):
            _merge(held, value)
        else:
            into[key] = value
