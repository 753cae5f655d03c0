"""Errors of the parser that can be seen in its tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.syntax import parse
from site_gen.extract.syntax.repair import repaired
from site_gen.extract.syntax.tree import Tree, Word, is_tree


def made(*words: tuple[str, str, int, str]) -> Tree:
    return Tree(tuple(Word(at, text, tag, head, label, True, 0) for at, (text, tag, head, label) in enumerate(words)))


def heads(tree: Tree) -> list[tuple[str, int, str]]:
    return [(word.text, word.head, word.label) for word in tree.words]


def test_a_verb_has_one_subject() -> None:
    tree = made(
        ("suit", "NN", 5, "nsubj"),
        ("stopping", "VBG", 0, "acl"),
        ("show", "NN", 1, "dobj"),
        ("maker", "NN", 4, "compound"),
        ("Holm", "NNP", 5, "nsubj"),
        ("fails", "VBZ", -1, "ROOT"),
    )
    assert heads(repaired(tree))[4] == ("Holm", 2, "dep")
    assert repaired(tree).subtree(1) == (1, 2, 3, 4)


def test_a_list_before_a_comma_is_left_alone() -> None:
    tree = made(
        ("Ada", "NNP", 4, "nsubj"),
        ("Berg", "NNP", 0, "appos"),
        (",", ",", 0, "punct"),
        ("she", "PRP", 4, "nsubj"),
        ("left", "VBD", -1, "ROOT"),
    )
    assert repaired(tree) == tree


def test_a_bare_preposition_gets_its_object() -> None:
    tree = made(
        ("shelved", "VBN", -1, "ROOT"),
        ("in", "IN", 0, "prep"),
        ("view", "NN", 1, "pobj"),
        ("of", "IN", 2, "prep"),
        ("attacks", "NNS", 6, "nsubjpass"),
        ("being", "VBG", 6, "auxpass"),
        ("made", "VBN", 0, "advcl"),
    )
    assert heads(repaired(tree))[4:] == [("attacks", 3, "pobj"), ("being", 6, "auxpass"), ("made", 4, "acl")]


def test_a_number_after_a_name_is_part_of_it() -> None:
    tree = made(("Show", "NNP", -1, "ROOT"), ("2023", "CD", 0, "punct"))
    assert heads(repaired(tree))[1] == ("2023", 0, "nummod")


@pytest.mark.parametrize("sentence", [":0\r$)", "0 $ : )", "$ $ 0 0 :"])
def test_one_word_alone_has_the_label_of_the_root(sentence: str) -> None:
    tree = parse(sentence)
    assert [word.index for word in tree.words if word.label == "ROOT"] == [tree.root]


def test_a_participle_is_not_the_verb_of_a_sentence_that_has_one() -> None:
    tree = parse("A crate said to be full of shells was found under a pier in Vell.")
    assert tree.words[tree.root].text == "found"
    assert heads(tree)[1:3] == [("crate", 9, "nsubjpass"), ("said", 1, "acl")]


def test_how_long_after_belongs_to_that_clause() -> None:
    tree = made(
        ("said", "VBD", -1, "ROOT"),
        ("Friday", "NNP", 0, "npadvmod"),
        (",", ",", 1, "punct"),
        ("a", "DT", 4, "det"),
        ("day", "NN", 1, "appos"),
        ("after", "IN", 7, "mark"),
        ("talks", "NNS", 7, "nsubj"),
        ("failed", "VBD", 0, "advcl"),
    )
    assert heads(repaired(tree))[4] == ("day", 7, "npadvmod")


LABELS = ("nsubj", "nsubjpass", "dobj", "prep", "pobj", "advcl", "ccomp", "auxpass", "aux", "punct", "npadvmod", "dep")
TAGS = ("NN", "NNP", "IN", "VBD", "VBN", "VBG", "CD", ",")
TEXTS = ("talks", "Holm", "after", "day", "of", "held", "said", "2023", ",")


@given(st.data())
def test_any_tree_stays_a_tree(data: st.DataObject) -> None:
    """Two repairs of one sentence once made a cycle, and an endless loop."""
    count = data.draw(st.integers(2, 9))
    order = data.draw(st.permutations(range(count)))  # a word's head comes before it in this order
    words = []
    for at in range(count):
        place = order.index(at)
        head = order[data.draw(st.integers(0, place - 1))] if place else -1
        tag, text = data.draw(st.sampled_from(TAGS)), data.draw(st.sampled_from(TEXTS))
        label = data.draw(st.sampled_from(LABELS)) if place else "ROOT"
        words.append(Word(at, text, tag, head, label, True, 0))
    assert is_tree(repaired(Tree(tuple(words))).words)


def test_a_clause_that_depends_on_its_own_time_takes_its_place() -> None:
    """Each once became the other's head, a cycle that used up all memory."""
    tree = made(
        ("fled", "VBD", -1, "ROOT"),
        ("day", "NN", 0, "npadvmod"),
        ("after", "IN", 4, "mark"),
        ("talks", "NNS", 4, "nsubj"),
        ("failed", "VBD", 1, "advcl"),
    )
    assert heads(repaired(tree))[1] == ("day", 4, "npadvmod")
    assert heads(repaired(tree))[4] == ("failed", 0, "advcl")


def test_a_noun_with_a_participle_is_the_subject_of_the_verb_after_it() -> None:
    tree = parse("The ministry says a tape found inside the fort proves the raid was planned.")
    proves = tree.lowered.index("proves")
    assert [tree.lowered[at] for at in tree.children(proves) if tree.words[at].label == "nsubj"] == ["tape"]


def test_the_subject_of_a_clause_without_that_is_no_object() -> None:
    tree = parse("The council says it is not surprised the island's rate of injuries is twice the national rate.")
    verb = tree.words[tree.lowered.index("twice")].head
    verb = verb if tree.words[verb].tag[:2] == "VB" else tree.words[verb].head
    assert "rate" in [tree.lowered[at] for at in tree.children(verb) if tree.words[at].label == "nsubj"]


def test_an_intransitive_verb_is_the_verb_of_the_noun_before_it() -> None:
    tree = parse("Ten were trapped after a roof collapsed at a market.")
    assert tree.words[tree.lowered.index("collapsed")].tag == "VBD"
    assert tree.words[tree.lowered.index("collapsed")].label == "advcl"


def test_a_reported_clause_does_not_belong_to_the_noun_before_it() -> None:
    tree = made(
        ("backers", "NNS", 1, "nsubj"),
        ("bragged", "VBD", -1, "ROOT"),
        ("after", "IN", 1, "prep"),
        ("elections", "NNS", 2, "pobj"),
        ("they", "PRP", 5, "nsubj"),
        ("won", "VBD", 3, "relcl"),
    )
    assert heads(repaired(tree))[5] == ("won", 1, "ccomp")
