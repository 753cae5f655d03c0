"""The methods of a tree, on one made by hand."""

from site_gen.extract.syntax import Tree, Word
from site_gen.extract.syntax.tree import is_tree

HEADS = (1, 4, 1, 2, -1, 4)  # "crews of boats ..." with heads on both sides
TREE = Tree(tuple(Word(at, f"w{at}", "NN", head, "dep", True, 3 * at) for at, head in enumerate(HEADS)))


def test_root() -> None:
    assert TREE.root == 4


def test_children_in_order() -> None:
    assert [TREE.children(at) for at in range(6)] == [(), (0, 2), (3,), (), (1, 5), ()]


def test_subtree_in_order() -> None:
    assert TREE.subtree(1) == (0, 1, 2, 3)
    assert TREE.subtree(3) == (3,)
    assert TREE.subtree(4) == (0, 1, 2, 3, 4, 5)


def test_left_edge() -> None:
    assert [TREE.left_edge(at) for at in (1, 2, 5)] == [0, 2, 5]


def test_an_empty_tree_has_no_root() -> None:
    assert Tree(()).root == -1


def with_heads(*heads: int) -> list[Word]:
    return [Word(at, f"w{at}", "NN", head, "dep", True, 3 * at) for at, head in enumerate(heads)]


def test_a_tree_has_one_root_and_no_cycle() -> None:
    assert is_tree(TREE.words)
    assert is_tree(with_heads(-1))
    assert not is_tree(with_heads(1, 0))
    assert not is_tree(with_heads(-1, 2, 1))
    assert not is_tree(with_heads(-1, -1))
    assert not is_tree(with_heads(0))
