"""Heads and labels: a greedy parser with arc-hybrid transitions (Kuhlmann, Gomez-Rodriguez and Satta 2011).

It has a stack, a buffer that ends with the root, and three moves: shift the buffer's first word onto the stack; make
the top of the stack a child of the buffer's first word; make it a child of the word below it. A child is labelled at
once. The trees are projective: each subtree is a run of words.
"""

from collections.abc import Sequence

from site_gen.extract.syntax.features import (
    DISTANCES,
    LABEL_SLOTS,
    LABELLER,
    LABELS,
    NONE,
    PARSER,
    PARSER_SLOTS,
    ROOT_TAG,
    ROOT_WORD,
    distance,
)
from site_gen.extract.syntax.scoring import Scorer
from site_gen.extract.syntax.tagger import Atoms
from site_gen.extract.syntax.weights import LANE, MIDDLE, Weights, best

_MOVES = Scorer(PARSER, PARSER_SLOTS)
_LABELLING = Scorer(LABELLER, LABEL_SLOTS)
_ROOT = LABELS.index("ROOT")
_MOST_CHILDREN = 7  # counted
_FAR = len(DISTANCES) - 1
_DISTANCE = tuple(distance(words) for words in range(_FAR + 1))  # a table, because a call is slower


class _State:
    """The state of a parse. Word `n` is the root; word `n + 1` stands in for a missing child or neighbour."""

    def __init__(self, words: Sequence[Atoms], tags: Sequence[int]) -> None:
        self.n = n = len(words)
        self.stack: list[int] = []
        self.b = 0
        self.word = [*(one[0] for one in words), ROOT_WORD, NONE]
        self.tag = [*tags, ROOT_TAG, NONE]
        self.cluster = [*(one[7] for one in words), ROOT_WORD, NONE]
        self.ending = [*(one[1] for one in words), ROOT_WORD, NONE]
        self.head = [-1] * (n + 2)
        self.label = [NONE] * (n + 2)
        self.left = [n + 1] * (n + 2)  # the latest child before the word, and the one before that
        self.left2 = [n + 1] * (n + 2)
        self.right = [n + 1] * (n + 2)
        self.right2 = [n + 1] * (n + 2)
        self.lefts = [0] * (n + 2)
        self.rights = [0] * (n + 2)

    def attach(self, head: int, child: int, label: int) -> None:
        """Makes a word the child of another."""
        self.head[child], self.label[child] = head, label
        if head > child:
            self.left2[head], self.left[head] = self.left[head], child
            self.lefts[head] = min(self.lefts[head] + 1, _MOST_CHILDREN)
        else:
            self.right2[head], self.right[head] = self.right[head], child
            self.rights[head] = min(self.rights[head] + 1, _MOST_CHILDREN)


def heads(words: Sequence[Atoms], tags: Sequence[int], weights: Weights) -> tuple[list[int], list[int]]:
    """For each word its head, -1 for the root, and the number of its label in LABELS."""
    state = _State(words, tags)
    n, stack = state.n, state.stack
    while state.b < n or stack:
        move = _move(state, weights)
        if move == 0:
            stack.append(state.b)
            state.b += 1
            continue
        child = stack.pop()
        head = state.b if move == 1 else stack[-1]
        label = (
            _ROOT
            if head == n
            else best(_LABELLING.total(weights.labeller, _label_atoms(state, head, child)), weights.labeller)
        )
        state.attach(head, child, label + 2)
    return [-1 if head == n else head for head in state.head[:n]], [label - 2 for label in state.label[:n]]


def _move(state: _State, weights: Weights) -> int:
    """0 to shift, 1 to make the top a child of the buffer's first word, 2 of the word below."""
    depth, left = len(state.stack), state.b < state.n
    if depth == 0:
        return 0
    if not left:
        return 1 if depth == 1 else 2
    total = _MOVES.total(weights.parser, _move_atoms(state)) + weights.parser.middle
    to_buffer = (total & (1 << LANE) - 1) - MIDDLE
    to_stack = (total >> LANE) - MIDDLE if depth > 1 else -MIDDLE
    if to_buffer <= 0 and to_stack <= 0:
        return 0
    return 1 if to_buffer >= to_stack else 2


def _move_atoms(state: _State) -> tuple[int, ...]:
    stack, none, b0 = state.stack, state.n + 1, state.b
    word, tag, cluster, label = state.word, state.tag, state.cluster, state.label
    lefts, rights = state.lefts, state.rights
    depth = len(stack)
    s0 = stack[-1]
    s1 = stack[-2] if depth > 1 else none
    s2 = stack[-3] if depth > 2 else none
    b1, b2, b3 = b0 + 1, min(b0 + 2, none), min(b0 + 3, none)
    s0l, s0l2, s0r, s0r2 = state.left[s0], state.left2[s0], state.right[s0], state.right2[s0]
    b0l, b0l2 = state.left[b0], state.left2[b0]
    s1r, s1l, s1r2 = state.right[s1], state.left[s1], state.right2[s1]
    return (
        *(word[s0], tag[s0], cluster[s0], word[s1], tag[s1], cluster[s1], tag[s2]),
        *(word[b0], tag[b0], cluster[b0], word[b1], tag[b1], cluster[b1], tag[b2]),
        *(word[s0l], tag[s0l], label[s0l], tag[s0l2], label[s0l2]),
        *(word[s0r], tag[s0r], label[s0r], tag[s0r2], label[s0r2]),
        *(word[b0l], tag[b0l], label[b0l], tag[b0l2], label[b0l2]),
        *(word[s1r], tag[s1r], label[s1r], tag[s1l], label[s1l]),
        *(_DISTANCE[min(b0 - s0, _FAR)], _DISTANCE[min(s0 - s1, _FAR)] if depth > 1 else NONE),
        *(2 + lefts[s0] * 8 + rights[s0], 2 + lefts[b0], 2 + lefts[s1] * 8 + rights[s1]),
        *(tag[b0 - 1], tag[s0 + 1], tag[s1 + 1] if depth > 1 else NONE),
        *(cluster[s2], word[b2], label[s1r2], tag[b3]),
    )


def _label_atoms(state: _State, head: int, child: int) -> tuple[int, ...]:
    word, tag, cluster, label = state.word, state.tag, state.cluster, state.label
    left, left2, right, right2 = state.left[child], state.left2[child], state.right[child], state.right2[child]
    head_left, head_right = state.left[head], state.right[head]
    return (
        *(2 if head > child else 3, word[head], tag[head], cluster[head], word[child], tag[child], cluster[child]),
        _DISTANCE[min(abs(head - child), _FAR)],
        *(word[left], tag[left], label[left], word[right], tag[right], label[right], label[left2]),
        *(2 + state.lefts[head], 2 + state.rights[head], label[head_left], label[head_right]),
        *(tag[child - 1] if child else NONE, tag[child + 1], tag[head - 1] if head else NONE, tag[head + 1]),
        *(label[right2], _children(state, child), tag[head_left], word[head_right], state.ending[child]),
    )


def _children(state: _State, at: int) -> int:
    return 2 + state.lefts[at] * 8 + state.rights[at]
