"""Values that Hugo hands down: `cascade` in `_index` files and in the settings.

https://gohugo.io/content-management/front-matter/#cascade-1
"""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_gen.importing.readers.folder import Source
from site_gen.importing.readers.hugo.address import glob

_TARGETS = ("target", "_target")


class Cascade(Struct, frozen=True):
    """Values for what is below a folder, and of which kind, path and language that must be."""

    folder: str
    values: dict[str, Any]
    kind: str = ""
    path: re.Pattern[str] | None = None
    language: str = ""


def cascades_of(values: Mapping[str, Any], folder: str) -> tuple[Cascade, ...]:
    """The cascades in front matter or settings: one mapping, or a list of them, each with a target or without."""
    given = values.get("cascade", ())
    listed = given if isinstance(given, tuple) else (given,)
    return tuple(_cascade(one, folder) for one in listed if isinstance(one, dict))


def _cascade(given: dict[str, Any], folder: str) -> Cascade:
    target: dict[str, Any] = next((given[key] for key in _TARGETS if isinstance(given.get(key), dict)), {})
    values = {key: value for key, value in given.items() if key not in (*_TARGETS, "sites")}
    path = target.get("path", "")
    return Cascade(
        folder,
        with_params(values),
        str(target.get("kind", "")),
        glob(path) if isinstance(path, str) and path else None,
        str(target.get("lang", "")),
    )


def with_params(values: dict[str, Any]) -> dict[str, Any]:
    """The values with those of `params`, which front matter may hold apart."""
    params = values.get("params")
    return {**params, **values} if isinstance(params, dict) else values


def handed_down(source: Source, path: str, kind: str, cascades: tuple[Cascade, ...]) -> Source:
    """A text with what its ancestors hand down; its own values come first, then those of the nearest."""
    found = with_params(source.matter.values)
    below = [one for one in cascades if _is_meant(one, path, kind, source.language)]
    for one in sorted(below, key=lambda one: -one.folder.count("/")):
        found = {**one.values, **found}
    return replace(source, matter=replace(source.matter, values=found))


def _is_meant(cascade: Cascade, path: str, kind: str, language: str) -> bool:
    is_below = path.startswith(cascade.folder) and path != cascade.folder.rstrip("/")
    is_kind = not cascade.kind or glob(cascade.kind).fullmatch(kind) is not None
    is_language = not cascade.language or not language or glob(cascade.language).fullmatch(language) is not None
    return is_below and is_kind and is_language and (cascade.path is None or bool(cascade.path.fullmatch(path)))
