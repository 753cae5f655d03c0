import pytest

from site_gen.extract.headline.prune import prunings
from site_gen.extract.headline.rules import LAST, RULES, Pruning
from site_gen.extract.headline.statement import statement_of
from site_gen.extract.syntax import Tree, parse


def _text(tree: Tree, branch: frozenset[int] | tuple[int, ...]) -> str:
    return " ".join(tree.words[at].text for at in sorted(branch))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_removes_what_its_example_says(rule: Pruning) -> None:
    sentence, gone = rule.example
    tree = parse(sentence)
    taken = [_text(tree, tree.subtree(at)) for at in range(len(tree.words)) if rule.takes(tree, at)]
    assert gone in [words.replace(" ,", ",").strip(" ,.") for words in taken], taken


KEPT = (
    ("Berlin will send tanks unless Paris objects.", "unless"),
    ("Berlin will send tanks only if Paris agrees.", "if"),
    ("The army did not send tanks.", "not"),
    ("Berlin fined banks that refuse transfers.", "refuse"),
    ("She won her first title in five years.", "five"),
    ("The House of Representatives voted for the bill.", "Representatives"),
    ("Police charged the man with murder.", "murder"),
    ("Talks depend on a ceasefire.", "depend"),
    ("Officials may have killed the plan.", "may"),
    ("Police in Lebanon, Pennsylvania, arrested a man.", "Pennsylvania"),
    ("The firm announced a decision to close the yard.", "close"),
)


@pytest.mark.parametrize(("sentence", "kept"), KEPT)
def test_what_limits_or_completes_a_clause_stays(sentence: str, kept: str) -> None:
    tree = parse(sentence)
    offered = prunings(tree, statement_of(tree).clause)[:LAST]
    assert not [
        _text(tree, branch) for branches in offered for branch in branches if kept in _text(tree, branch).split()
    ]
