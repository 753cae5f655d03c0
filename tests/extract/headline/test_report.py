import pytest

from site_gen.extract.headline.report import is_general, is_misread, is_timeless, is_verdict
from site_gen.extract.headline.statement import statement_of
from site_gen.extract.syntax import Tree, Word, parse


def _of(sentence: str) -> tuple[bool, bool, bool]:
    tree = parse(sentence)
    clause = statement_of(tree).clause
    return is_general(tree, clause), is_timeless(tree, clause), is_verdict(tree, clause)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Talks are going in circles.", (True, False, False)),
        ("A strait links the seas of the north.", (True, True, False)),
        ("The raid on Vell has been a global spectacle.", (False, False, True)),
        ("The navy sank a boat off Vell.", (False, False, False)),
        ("The Northern Council is under fire.", (False, False, False)),
    ],
)
def test_what_kind_of_sentence_it_is(sentence: str, kinds: tuple[bool, bool, bool]) -> None:
    assert _of(sentence) == kinds


def test_a_clause_within_the_subject_without_a_conjunction_was_misread() -> None:
    told = "The Royal Commission into collapsed yard giant HIH has been told directors, including Ada Berg, made a bid."
    whole = "The commission that Ada Berg has led since May made a bid for payouts."
    assert [is_misread(tree, statement_of(tree).clause) for tree in map(parse, (told, whole))] == [True, False]


def _made(*words: tuple[str, str, int, str]) -> Tree:
    return Tree(tuple(Word(at, text, tag, head, label, True, 0) for at, (text, tag, head, label) in enumerate(words)))


_START = (("video", "NN", 1, "nsubj"), ("showcased", "VBD", -1, "ROOT"))


@pytest.mark.parametrize(
    ("tree", "misread"),
    [
        (_made(*_START, ("showed", "VBD", 3, "amod"), ("glimpses", "NNS", 1, "dobj")), True),
        (_made(*_START, ("fair", "NN", 1, "dobj"), ("tennis", "VBZ", 1, "conj")), True),
        (_made(*_START, ("and", "CC", 1, "cc"), ("showed", "VBD", 1, "conj")), False),
        (_made(*_START, (",", ",", 1, "punct"), ("showed", "VBD", 1, "conj")), False),
    ],
)
def test_a_verb_that_describes_or_is_unlinked_was_misread(tree: Tree, misread: bool) -> None:
    assert is_misread(tree, 1) == misread
