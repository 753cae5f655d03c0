"""theme.yaml to `ThemeMatter`."""

from datetime import UTC

from site_gen.model.problem import Problem
from site_gen.model.theme import ThemeMatter
from site_gen.reading.front_matter import decode
from site_gen.reading.schema import Reading, read_yaml


def read_theme_matter(path: str, data: bytes) -> ThemeMatter | tuple[Problem, ...]:
    """What a theme says of itself, or everything that is wrong with it."""
    text = decode(path, data)
    if isinstance(text, Problem):
        return (text,)
    reading = Reading(path, text, UTC)
    matter, _ = read_yaml(text, ThemeMatter, reading)
    return tuple(reading.problems) or matter or ThemeMatter()
