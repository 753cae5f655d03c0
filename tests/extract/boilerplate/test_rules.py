"""Every rule has lines that it cuts, and news that begins like them and stays."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from site_gen.extract.boilerplate import cut_boilerplate
from site_gen.extract.boilerplate.fold import fold, normalised
from site_gen.extract.boilerplate.kinds import _ALL, _OF_LONG_LINES, _fits, rule_of
from site_gen.extract.boilerplate.rule import SHORT, Rule
from site_gen.extract.boilerplate.rules import RULES
from site_gen.extract.boilerplate.sentence import looks_like_sentence
from site_gen.extract.clean import clean
from site_gen.extract.text import Line

HERE = Path(__file__).parent
EXAMPLES = [line.split("\t") for line in (HERE / "examples.tsv").read_text(encoding="utf-8").splitlines()]
CUT = [*(cut for _, cut, _ in EXAMPLES), *(HERE / "lines_cut.txt").read_text(encoding="utf-8").splitlines()]
KEPT = [*(kept for _, _, kept in EXAMPLES), *(HERE / "lines_kept.txt").read_text(encoding="utf-8").splitlines()]
PROSE = (
    "The ministry said on Tuesday that six patrol boats had been ordered.",
    "They will be built at the yard in the north, officials said, and the first is due in 2027.",
    "Opposition members asked why no other yard had been invited to bid.",
)
# How news goes on: a verb that no notice has.
NEWS = (
    "has cost the brigade dearly, officers said.",
    "was found near the bridge by the engineers on Friday.",
    "led to three arrests in the garrison town, the police said.",
    "which the brigade had lost in May, was retaken by marines.",
    "drew fire from the ridge, and four men were wounded.",
    "were destroyed by drones, the general staff reported.",
    "killed eleven soldiers, according to the governor.",
    "remains the goal of the campaign, the minister told parliament.",
)


def cut_of(*texts: str) -> list[str]:
    lines = tuple(Line(number, clean(text)) for number, text in enumerate(texts, 1))
    return [cut.text for cut in cut_boilerplate(lines, frozenset())[1]]


@pytest.mark.parametrize(("name", "cut", "kept"), EXAMPLES)
def test_a_rule_cuts_its_line_and_leaves_news_that_begins_like_it(name: str, cut: str, kept: str) -> None:
    rule = rule_of(clean(cut), looks_like_sentence)
    assert rule is not None
    assert rule.name == name
    assert clean(cut) in cut_of(*PROSE, cut, "Share this:")
    assert cut_of(*PROSE, kept, *PROSE) == []
    assert cut_of(*PROSE, kept) == []


@pytest.mark.parametrize("rule", RULES, ids=[f"{place}-{rule.name}" for place, rule in enumerate(RULES)])
def test_every_rule_has_an_example_of_each(rule: Rule) -> None:
    cut = [line for line in CUT if rule_of(clean(line), looks_like_sentence) is rule]
    assert cut, rule.opening
    begin = {re.split(r"\W+", fold(line).lstrip("([-*© "))[0][:4] for line in cut}
    assert any(fold(line).lstrip("([-* ").startswith(tuple(begin)) for line in KEPT), begin


@given(st.sampled_from(CUT), st.integers(1, 6), st.sampled_from(NEWS), st.booleans())
def test_news_that_begins_like_a_notice_stays(notice: str, count: int, news: str, last: bool) -> None:
    words = clean(notice).split()
    assume(len(words) >= count and not words[count - 1].endswith((".", "!", "?")))
    line = f"{' '.join(words[:count])} {news}"
    assert cut_of(*PROSE, line, *(() if last else PROSE)) == []


def test_no_wording_ends_in_anything_at_all() -> None:
    for rule in RULES:
        assert not re.search(r"(?<!\\)\.(?:\*|\+|\{\d*,\d+\})\)*(?:\||\$|$)", rule.opening), rule.opening


@pytest.mark.parametrize("line", KEPT)
def test_no_line_of_news_is_named_by_a_rule(line: str) -> None:
    rule = rule_of(clean(line), looks_like_sentence)
    assert rule is None or rule.where != "anywhere"


def test_the_joint_pattern_of_openings_counts_rules_by_its_groups() -> None:
    for table in (_ALL, _OF_LONG_LINES):
        assert table.openings.groups == len(table.opened)


@pytest.mark.parametrize("line", [*CUT, *KEPT])
def test_the_joint_pattern_finds_the_rule_that_trying_all_in_turn_finds(line: str) -> None:
    text = clean(line)
    cased = normalised(text)
    folded = cased.lower()
    table = [rule for rule in RULES if len(folded) <= SHORT or rule.longest > SHORT]
    fitting = (rule for rule in table if not rule.contains or any(part in folded for part in rule.contains))
    one = next((rule for rule in fitting if _fits(rule, cased, folded) and _may_be(rule, cased)), None)
    assert rule_of(text, looks_like_sentence) is one


def _may_be(rule: Rule, cased: str) -> bool:
    return rule.statement or not looks_like_sentence(cased)
