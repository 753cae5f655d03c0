import re
from collections.abc import Iterator
from importlib import resources

from site_gen.indexing.facts import known_facts
from site_gen.indexing.world_map import world_map


def test_nearly_every_country_has_an_outline_within_the_map() -> None:
    codes = {known.iso3 for (kind, _), known in known_facts().items() if kind == "country"}
    assert len(codes - world_map().outlines.keys()) < 10
    assert world_map().outlines.keys() - codes == {"---"}
    for code, path in world_map().outlines.items():
        assert re.fullmatch(r"(?:M\d+ \d+(?:[la][-\d ]+)+z ?)+", path), code


def points(path: str) -> Iterator[tuple[int, int]]:
    """Every corner of the outlines of a path; a dot's are its ends."""
    for x, y, kind, steps in re.findall(r"M(\d+) (\d+)([la])([-\d ]+)", path):
        at = (int(x), int(y))
        yield at
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        ends = numbers if kind == "l" else numbers[-2:]
        for dx, dy in zip(ends[::2], ends[1::2], strict=True):
            at = (at[0] + dx, at[1] + dy)
            yield at


def test_the_map_shows_every_outline_whole_and_little_else() -> None:
    left, top, width, height = map(int, world_map().box.split())
    xs, ys = zip(*(point for path in world_map().outlines.values() for point in points(path)), strict=True)
    assert left < min(xs) and max(xs) < left + width
    assert top < min(ys) and max(ys) < top + height
    assert max(min(xs) - left, left + width - max(xs), min(ys) - top, top + height - max(ys)) < 10


def test_the_map_is_light() -> None:
    assert len(resources.files("site_gen.indexing").joinpath("data/world.txt").read_bytes()) < 40_000


def test_no_outline_leaps_across_the_map() -> None:
    for path in world_map().outlines.values():
        for numbers in re.findall(r"l([-\d ]+)z", path):
            assert max(abs(int(number)) for number in re.findall(r"-?\d+", numbers)) < 120
