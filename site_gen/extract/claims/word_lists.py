"""The word lists of the check, by the section of data/words.txt that names them."""

import re
from functools import cache
from importlib.resources import files

_SECTION = re.compile(r"^\[([^]]+)]\n([^\[]*)", re.M)


def data_lines(name: str) -> list[str]:
    """The lines of a file of data/ without comments and blank ones."""
    text = (files("site_gen.extract.claims") / "data" / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _sections() -> dict[str, frozenset[str]]:
    text = (files("site_gen.extract.claims") / "data" / "words.txt").read_text("utf-8")
    return {found[1]: frozenset(found[2].split()) for found in _SECTION.finditer(text)}


def words(section: str) -> frozenset[str]:
    """The words of a section."""
    return _sections()[section]
