"""A limit for the elements that a browser makes of the copies (`<use>`) in a drawing.

With copies of copies, a few lines make thousands of millions of elements, and the browser hangs.
"""

from collections.abc import Mapping

from site_gen.images.svg.refusal import too_large

_MOST = 1_000_000


class Copies:
    """The elements of a drawing as numbers: their children, their ids, and which element each `<use>` copies."""

    def __init__(self) -> None:
        self._within: list[list[int]] = []  # of each element, in order of beginning: the numbers of its children
        self._open: list[int] = []
        self._named: dict[str, int] = {}
        self._uses: list[tuple[int, str]] = []  # the number of a <use>, and what it copies

    def begin(self, local: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        number = len(self._within)
        self._within.append([])
        if self._open:
            self._within[self._open[-1]].append(number)
        self._open.append(number)
        if name := attributes.get("id"):
            self._named.setdefault(name, number)
        if local == "use" and (target := attributes.get("href") or attributes.get("xlink:href")):
            self._uses.append((number, target[1:]))

    def end(self) -> None:
        """The element that began last ends."""
        self._open.pop()

    def check(self) -> None:
        """Raise `BadPicture` where there are too many elements."""
        for number, target in self._uses:
            if target in self._named:
                self._within[number].append(self._named[target])
        if self._uses and self._count() > _MOST:
            raise too_large(f"copies (<use>) of copies, more than {_MOST:,} elements in all")

    def _count(self) -> int:
        """The number of elements in the root with all copies; an element that would contain itself is not copied."""
        sizes: dict[int, int] = {}
        begun: set[int] = set()
        waiting = [0]
        while waiting:
            number = waiting[-1]
            if number in begun:
                waiting.pop()
                if number not in sizes:
                    size = 1 + sum(sizes.get(inner, 0) for inner in self._within[number])
                    sizes[number] = min(size, _MOST + 1)  # numbers stay small, however fast they grow
            else:
                begun.add(number)
                waiting += (inner for inner in self._within[number] if inner not in begun)
        return sizes[0]
