import pytest

from site_gen.ingesting.headline.prune import prunings
from site_gen.ingesting.headline.rules import RULES, Pruning
from site_gen.ingesting.headline.statement import statement_of
from site_gen.ingesting.syntax import Tree, parse


def _text(tree: Tree, branch: frozenset[int] | tuple[int, ...]) -> str:
    return " ".join(tree.words[at].text for at in sorted(branch))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_takes_what_its_example_says(rule: Pruning) -> None:
    sentence, gone = rule.example
    tree = parse(sentence)
    taken = [_text(tree, tree.subtree(at)) for at in range(len(tree.words)) if rule.takes(tree, at)]
    assert gone in [words.replace(" ,", ",").strip(" ,") for words in taken], taken


KEPT = (
    ("Berlin will send tanks unless Paris objects.", "unless Paris objects"),
    ("Berlin will send tanks only if Paris agrees.", "only if Paris agrees"),
    ("The army did not send tanks.", "not"),
    ("Berlin fined banks that refuse transfers.", "that refuse transfers"),
    ("She won her first title in five years.", "in five years"),
    ("The House of Representatives voted for the bill.", "of Representatives"),
    ("Police charged the man with murder.", "with murder"),
    ("Talks depend on a ceasefire.", "on a ceasefire"),
    ("Officials may have killed the plan.", "may"),
)


@pytest.mark.parametrize(("sentence", "kept"), KEPT)
def test_what_limits_or_completes_a_clause_stays(sentence: str, kept: str) -> None:
    tree = parse(sentence)
    clause = statement_of(tree).clause
    offered = [_text(tree, branch) for stage, branches in prunings(tree, clause) if stage < 9 for branch in branches]
    assert not any(kept == words or words in kept.split(" ") or kept in words for words in offered), offered
