"""Rebuilds the map of the world that ships with site_gen: site_gen/indexing/data/world.txt.

    python tools/worldmap.py SOURCES

SOURCES is the unpacked npm package world-atlas 2 (ISC; Natural Earth's shapes, public domain). Borders are simplified
arc by arc, so that neighbours still meet, projected by Winkel's Tripel (docs/decisions/0040), and rounded to a map of
which the whole earth would be 1000 wide.
States too small for its scale are dots. Crimea, which Natural Earth draws as it is held, stands with Ukraine, as the
United Nations see it.

The file's first line is the view box; each other line an ISO 3166 code and the path of a state.
"""

import json
import math
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "site_gen" / "indexing" / "data"
WIDTH = 1000  # of the whole earth; the view box is as wide as the land
MARGIN = 4
TOLERANCE = 0.7  # of a unit of the map
CENTRE = 11  # degrees east: the map is cut through the Bering Strait, where no land is
TOP = 1.6  # of the projection, above the North Pole
SMALLEST = 3.0  # area of an island that is still drawn
Point = tuple[float, float]
# Natural Earth's short names and territories that our table of countries names otherwise.
NAMES = {
    "W. Sahara": "Western Sahara", "Dem. Rep. Congo": "Democratic Republic of the Congo",
    "Congo": "Republic of the Congo",
    "Dominican Rep.": "Dominican Republic", "Falkland Is.": "Falkland Islands", "N. Cyprus": "Cyprus",
    "Somaliland": "Somalia", "Côte d'Ivoire": "Ivory Coast", "Central African Rep.": "Central African Republic",
    "Eq. Guinea": "Equatorial Guinea", "eSwatini": "Eswatini", "Solomon Is.": "Solomon Islands",
    "Czechia": "Czech Republic", "Bosnia and Herz.": "Bosnia and Herzegovina", "Macedonia": "North Macedonia",
    "S. Sudan": "South Sudan", "Timor-Leste": "East Timor", "Cabo Verde": "Cape Verde", "Vatican": "Vatican City",
    "Antigua and Barb.": "Antigua and Barbuda", "St. Kitts and Nevis": "Saint Kitts and Nevis",
    "St. Vin. and Gren.": "Saint Vincent and the Grenadines", "Marshall Is.": "Marshall Islands",
    "São Tomé and Principe": "Sao Tome and Principe",
}  # fmt: skip
CRIMEA = (32.3, 44.2, 36.8, 46.3)


def main() -> None:
    sources = Path(sys.argv[1])
    codes = dict(countries())
    shapes: dict[str, list[str]] = {}
    for name, rings in states(json.loads((sources / "countries-110m.json").read_text("utf-8"))):
        for ring in rings:
            code = "UKR" if within(ring, CRIMEA) else codes.get(NAMES.get(name, name), "")
            drawn = path(ring)
            if drawn and name != "Antarctica":
                shapes.setdefault(code, []).append(drawn)
    for name, rings in states(json.loads((sources / "countries-50m.json").read_text("utf-8"))):
        code = codes.get(NAMES.get(name, name), "")
        if code and code not in shapes:
            shapes[code] = [dot(max(rings, key=len))]
    lines = [box([drawn for parts in shapes.values() for drawn in parts])]
    lines += [" ".join((code or "---", *shapes[code])) for code in sorted(shapes)]
    (DATA / "world.txt").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(shapes)} shapes, {(DATA / 'world.txt').stat().st_size} bytes")
    missing = sorted(set(codes.values()) - set(shapes))
    print("not drawn:", ", ".join(missing))


def countries() -> Iterator[tuple[str, str]]:
    for line in (DATA / "facts.txt").read_text("utf-8").splitlines():
        kind, code, names, *_ = line.split("|")
        if kind == "country":
            yield from ((name, code) for name in names.split(","))


def states(topology: dict[str, Any]) -> Iterator[tuple[str, list[list[Point]]]]:
    """Each state's name and outer rings in degrees, simplified."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        arcs.append(simplified(points))
    for one in topology["objects"]["countries"]["geometries"]:
        parts = [one["arcs"]] if one["type"] == "Polygon" else one.get("arcs", [])
        yield one["properties"]["name"], [joined(part[0], arcs) for part in parts]


def joined(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc if not ring else arc[1:]
    return ring


def simplified(points: list[Point]) -> list[Point]:
    """Douglas and Peucker's rule, on the map."""
    flat = [project(point) for point in points]
    kept = {0, len(points) - 1}
    if points[0] == points[-1] and len(points) > 3:  # a ring of one arc: its far point stays as well
        kept.add(max(range(len(points)), key=lambda at: math.dist(flat[0], flat[at])))
    ends = sorted(kept)
    stack = list(pairwise(ends))
    while stack:
        first, last = stack.pop()
        far, at = max(
            ((distance(flat[middle], flat[first], flat[last]), middle) for middle in range(first + 1, last)),
            default=(0.0, 0),
        )
        if far > TOLERANCE:
            kept.add(at)
            stack += [(first, at), (at, last)]
    return [points[at] for at in sorted(kept)]


def distance(point: Point, a: Point, b: Point) -> float:
    length = math.dist(a, b)
    if not length:
        return math.dist(point, a)
    return abs((b[0] - a[0]) * (a[1] - point[1]) - (a[0] - point[0]) * (b[1] - a[1])) / length


def project(point: Point) -> Point:
    """Winkel's Tripel (1921), the north-west corner of the map at the origin."""
    lon, lat = math.radians((point[0] - CENTRE + 180) % 360 - 180), math.radians(point[1])
    angle = math.acos(math.cos(lat) * math.cos(lon / 2))
    stretch = angle / math.sin(angle) if angle else 1.0
    x = (lon * 2 / math.pi + 2 * math.cos(lat) * math.sin(lon / 2) * stretch) / 2
    y = (lat + math.sin(lat) * stretch) / 2
    scale = WIDTH / (2 + math.pi)
    return (x * scale + WIDTH / 2, (TOP - y) * scale)


def path(ring: list[Point]) -> str:
    """A ring as a path of whole numbers, each step told from the last; "" where it is too small to be seen."""
    flat = [project(point) for point in ring]
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(flat, [*flat[1:], flat[0]], strict=True))) / 2
    points = [(round(x), round(y)) for x, y in flat]
    points = [point for at, point in enumerate(points) if not at or point != points[at - 1]]
    across = max(x for x, _ in flat) - min(x for x, _ in flat)
    if area < SMALLEST or len(points) < 4 or across > WIDTH / 2:  # an island on the cut
        return ""
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points[:-1])]
    numbers = "".join(f"{' ' if at and n >= 0 else ''}{n}" for at, n in enumerate(n for step in steps for n in step))
    return f"M{points[0][0]} {points[0][1]}l{numbers}z"


def box(paths: list[str]) -> str:
    """The view box: all that is drawn, with a margin, so that no coast touches the edge."""
    corners = [corner for one in paths for corner in walked(one)]
    (left, right), (top, bottom) = ((min(ends), max(ends)) for ends in zip(*corners, strict=True))
    return f"{left - MARGIN} {top - MARGIN} {right - left + 2 * MARGIN} {bottom - top + 2 * MARGIN}"


def walked(path: str) -> Iterator[tuple[int, int]]:
    """The corners of an outline; of a dot its four sides."""
    numbers = list(map(int, re.findall(r"-?\d+", path)))
    x, y, *steps = numbers
    if "a" in path:
        yield from ((x, y), (x + 6, y), (x + 3, y - 3), (x + 3, y + 3))
        return
    yield x, y
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x, y


def dot(ring: list[Point]) -> str:
    flat = [project(point) for point in ring]
    x, y = (round((min(one[at] for one in flat) + max(one[at] for one in flat)) / 2) for at in (0, 1))
    return f"M{x - 3} {y}a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"


def within(ring: list[Point], box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return all(west <= x <= east and south <= y <= north for x, y in ring)


if __name__ == "__main__":
    main()
