"""A sentence as a tree of its words."""

from msgspec import Struct


class Word(Struct, frozen=True):
    """One word: its tag, its head (-1 for the root), how it depends on it, whether a blank follows it, its offset."""

    index: int
    text: str
    tag: str
    head: int
    label: str
    blank: bool
    start: int


class Tree(Struct, frozen=True):
    """The words of a sentence."""

    words: tuple[Word, ...]

    @property
    def root(self) -> int:
        return next((word.index for word in self.words if word.head < 0), 0)

    def children(self, at: int) -> tuple[int, ...]:
        return tuple(word.index for word in self.words if word.head == at)

    def subtree(self, at: int) -> tuple[int, ...]:
        inside = {at}
        grown = True
        while grown:
            grown = False
            for word in self.words:
                if word.head in inside and word.index not in inside:
                    inside.add(word.index)
                    grown = True
        return tuple(sorted(inside))

    def left_edge(self, at: int) -> int:
        return self.subtree(at)[0]
