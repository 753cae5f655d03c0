"""The syntax tree of a sentence."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct


class Word(Struct, frozen=True):
    """One word: Penn tag, head (index in the sentence, -1 for the root), label as in spaCy's English models.

    `blank`: whether white space follows in the text; `start`: offset in the sentence.
    """

    index: int
    text: str
    tag: str
    head: int
    label: str
    blank: bool
    start: int


def is_tree(words: Sequence[Word]) -> bool:
    """Whether every word leads to the one root, head by head."""
    safe = [word.head < 0 for word in words]
    if sum(safe) != 1:
        return False
    for word in words:
        path: list[int] = []
        at = word.index
        while not safe[at]:
            if len(path) > len(words):
                return False
            path.append(at)
            at = words[at].head
        for node in path:
            safe[node] = True
    return True


class Tree(Struct, frozen=True, dict=True):
    """The words of a sentence, each with its head. One word is the root, unless the sentence is empty."""

    words: tuple[Word, ...]

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head >= 0:
                found[word.head].append(word.index)
        return tuple(map(tuple, found))

    @property
    def root(self) -> int:
        """Index of the root; -1 in an empty tree."""
        return next((word.index for word in self.words if word.head < 0), -1)

    def children(self, index: int) -> tuple[int, ...]:
        """Words whose head is this one, in order."""
        return self._children[index]

    @cached_property
    def _subtrees(self) -> tuple[tuple[int, ...], ...]:
        return tuple(self._below(index) for index in range(len(self.words)))

    def _below(self, index: int) -> tuple[int, ...]:
        found = [index]
        for one in found:
            found.extend(self._children[one])
        return tuple(sorted(found))

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(word.text.lower() for word in self.words)

    def subtree(self, index: int) -> tuple[int, ...]:
        """The word and everything below it, in order."""
        return self._subtrees[index]

    def left_edge(self, index: int) -> int:
        """The first word of the subtree."""
        return self.subtree(index)[0]
