"""The map of the world (data/world.txt, see data/LICENCES.md)."""

from functools import cache
from importlib import resources

from msgspec import Struct


class WorldMap(Struct, frozen=True):
    """The map's SVG view box, and the outline of each country by its ISO 3166 alpha-3 code as an SVG path."""

    box: str
    outlines: dict[str, str]


@cache
def world_map() -> WorldMap:
    """The map; some outlines (`---`) belong to no country of the list of facts."""
    box, *lines = (
        resources.files("site_gen.indexing").joinpath("data/world.txt").read_text(encoding="utf-8").splitlines()
    )
    return WorldMap(box, {code: path for code, _, path in (line.partition(" ") for line in lines)})
