import re
from importlib import resources

from site_gen.indexing.facts import known_facts
from site_gen.indexing.world import world


def test_nearly_every_country_has_an_outline_within_the_map() -> None:
    codes = {known.iso3 for (kind, _), known in known_facts().items() if kind == "country"}
    assert len(codes - world().outlines.keys()) < 10
    assert world().outlines.keys() - codes == {"---"}
    width, height = map(int, world().box.split()[2:])
    for code, path in world().outlines.items():
        assert re.fullmatch(r"(?:M\d+ \d+(?:[la][-\d ]+)+z ?)+", path), code
        for x, y in re.findall(r"M(\d+) (\d+)", path):
            assert 0 <= int(x) <= width and 0 <= int(y) <= height


def test_the_map_is_light() -> None:
    assert len(resources.files("site_gen.indexing").joinpath("data/world.txt").read_bytes()) < 40_000


def test_no_outline_leaps_across_the_map() -> None:
    for path in world().outlines.values():
        for numbers in re.findall(r"l([-\d ]+)z", path):
            assert max(abs(int(number)) for number in re.findall(r"-?\d+", numbers)) < 120
