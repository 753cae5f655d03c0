"""Headings of a body from either engine: they begin at h2, skip no level, and have unique ids."""

from collections.abc import Iterable, Iterator

from site_gen.text.slug import slugify


def heading_id(text: str, separator: str = "-") -> str:
    """A heading's id: a slug that begins with a letter, as fragment names must for some readers."""
    slug = slugify(text)
    return slug if slug[:1].isalpha() else f"section{separator}{slug}".rstrip(separator)


def unique_ids(names: Iterable[str]) -> Iterator[str]:
    """The names made unique: one that was used before gets a number."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    for name in names:
        base, number = name, numbers.get(name, 0)
        while name in taken:
            number += 1
            name = f"{base}_{number}"
        numbers[base] = number
        taken.add(name)
        yield name


def levels(written: Iterable[int]) -> Iterator[int]:
    """The level of each heading by those above it: the outermost get 2, a heading below another one more."""
    above: list[int] = []
    for level in written:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        yield min(len(above) + 1, 6)
