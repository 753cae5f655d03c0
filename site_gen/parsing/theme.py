"""Parsing of theme.yaml to `ThemeMatter`."""

from datetime import UTC

from site_gen.model.problem import Result
from site_gen.model.theme import ThemeMatter
from site_gen.parsing.document import Reading
from site_gen.parsing.front_matter import decode
from site_gen.parsing.schema import read_yaml


def read_theme_matter(path: str, data: bytes) -> Result[ThemeMatter]:
    """The contents of a theme.yaml."""
    text = decode(path, data)
    if text.value is None:
        return Result(None, text.problems)
    reading = Reading(path, text.value, UTC)
    matter = read_yaml(ThemeMatter, reading)
    return Result(None if reading.problems else matter, tuple(reading.problems))
